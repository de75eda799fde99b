"""`check --deploy` with production settings: nothing to complain about. Then each needed variable in turn is taken away or
spoilt: the start must be refused, and the complaint must name it."""

import os
import secrets
import subprocess
import sys
import tempfile

GOOD = {
    "HANDSCHLAG_MODE": "production",
    "HANDSCHLAG_SECRET_KEY": secrets.token_urlsafe(60),
    "HANDSCHLAG_URL": "https://handschlag.example.de",
    "HANDSCHLAG_MAIL_URL": "smtp://user:word@mail.example.de:587?tls=1",
    "HANDSCHLAG_MAIL_FROM": "Handschlag <handschlag@example.de>",
    "HANDSCHLAG_KEKS": "a:" + secrets.token_urlsafe(32) + "=",
    "HANDSCHLAG_OPERATOR": "Kammer Musterstadt",
    "HANDSCHLAG_ADDRESS": "Musterweg 1, 90762 Fürth",
    "HANDSCHLAG_CONTACT_MAIL": "hilfe@example.de",
    "HANDSCHLAG_CONTACT_PERSON": "Petra Muster",
}
SPOILT = {
    **dict.fromkeys(GOOD, ""),
    "HANDSCHLAG_MODE": "live",
    "HANDSCHLAG_URL": "http://example.de",
    "HANDSCHLAG_DEBUG": "1",
}


def check(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    with tempfile.TemporaryDirectory() as data:
        clean = {k: v for k, v in os.environ.items() if not k.startswith("HANDSCHLAG_")}
        return subprocess.run(  # noqa: S603 our own command line
            command, env={**clean, **environment, "HANDSCHLAG_DATA": data}, capture_output=True, text=True, check=False
        )


clean = check(GOOD)
print(clean.stdout, clean.stderr)
if clean.returncode:
    sys.exit("production settings are not clean")
for name, value in [*SPOILT.items(), ("HANDSCHLAG_SECRET_KEY", "short")]:
    refused = check({**GOOD, name: value})
    if value == "" and name == "HANDSCHLAG_MODE":
        continue
    if refused.returncode == 0 or name not in refused.stderr:
        sys.exit(f"{name}={value!r} should have been refused by name:\n{refused.stderr[-600:]}")
print(f"{len(SPOILT) + 1} wrong settings refused by name")

"""The German catalogue holds every text of the pages, translated and not fuzzy, and nothing else. `--write` brings it up to date."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "locale/de/LC_MESSAGES/django.po"


def extracted() -> polib.POFile:
    """What the sources say now, by Django's makemessages in a copy of the tree."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "tree"
        shutil.copytree(
            ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv*", "var", "__pycache__", "*.mo", ".mypy_cache")
        )
        command = [
            "-m",
            "django",
            "makemessages",
            "-l",
            "de",
            "--no-obsolete",
            "--no-location",
            "--ignore",
            "tests/*",
            "--ignore",
            "bench/*",
            "-v",
            "0",
        ]
        subprocess.run([sys.executable, *command], cwd=copy, check=True)  # noqa: S603 our own command line
        return polib.pofile(str(copy / "locale/de/LC_MESSAGES/django.po"))


def key(entry: polib.POEntry) -> tuple[str | None, str]:
    return entry.msgctxt, entry.msgid


now = extracted()
if "--write" in sys.argv:
    now.save(str(CATALOGUE))
kept = {key(e): e for e in polib.pofile(str(CATALOGUE)) if not e.obsolete}
missing = [e.msgid for e in now if key(e) not in kept or not kept[key(e)].translated() or kept[key(e)].fuzzy]
surplus = [e.msgid for k, e in kept.items() if k not in {key(e) for e in now}]
for text in missing:
    print("not translated:", text[:120])
for text in surplus:
    print("not used any more:", text[:120])
print(f"{len(now) - len(missing)} of {len(now)} texts in German")
sys.exit(1 if missing or surplus else 0)

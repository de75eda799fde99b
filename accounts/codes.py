"""Six digits to a mailbox, for one purpose and one subject, good for ten minutes and five tries."""

import enum
import secrets
import unicodedata
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts.mailbox import mailbox_hash
from accounts.models import MailCode

DIGITS = 6
LIFE = timedelta(minutes=10)  # OWASP ASVS 5.0, 6.5.5
TRIES = 5


class Result(enum.Enum):
    OK = "ok"
    WRONG = "wrong"
    EXPIRED = "expired"
    TOO_MANY = "too_many"


def issue(*, purpose: str, subject: str, email: str) -> str:
    """A new code, which ends an older one; only its keyed hash is stored. The caller sends it and limits how often."""
    code = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    box, now = mailbox_hash(email), timezone.now()
    MailCode.objects.update_or_create(
        purpose=purpose,
        subject=subject,
        mailbox_hash=box,
        defaults={
            "code_hash": _hash(purpose, subject, box, code),
            "tries": 0,
            "created_at": now,
            "expires_at": now + LIFE,
        },
    )
    return code


def is_waiting(*, purpose: str, subject: str, email: str) -> bool:
    """Digits were sent that can still be typed."""
    waiting = MailCode.objects.filter(purpose=purpose, subject=subject, mailbox_hash=mailbox_hash(email))
    return waiting.filter(expires_at__gt=timezone.now(), tries__lt=TRIES).exists()


def redeem(*, purpose: str, subject: str, email: str, code: str) -> Result:
    """OK once, then the code is gone. A try is counted before it is compared, so that many at once do not get more than five."""
    box, typed = mailbox_hash(email), tidy(code)
    open_codes = MailCode.objects.filter(
        purpose=purpose, subject=subject, mailbox_hash=box, expires_at__gt=timezone.now()
    )
    if len(typed) != DIGITS:
        return Result.WRONG if open_codes.exists() else Result.EXPIRED
    with transaction.atomic():
        counted = open_codes.filter(tries__lt=TRIES).update(tries=F("tries") + 1)
    row = open_codes.first()
    if row is None:
        return Result.EXPIRED
    if not counted:
        return Result.TOO_MANY
    if not constant_time_compare(row.code_hash, _hash(purpose, subject, box, typed)):
        return Result.WRONG if row.tries < TRIES else Result.TOO_MANY
    spent, _rows = open_codes.filter(pk=row.pk, code_hash=row.code_hash).delete()
    return Result.OK if spent else Result.EXPIRED


def tidy(text: str) -> str:
    """What people really type: "123 456", "123-456", digits of other scripts. Letters end it: then nothing is left."""
    kept = [char for char in unicodedata.normalize("NFKC", text) if char.isalnum()]
    digits = [unicodedata.decimal(char, None) for char in kept]
    return "" if None in digits else "".join(str(digit) for digit in digits)


def purge() -> int:
    """Rows nobody can use any more; how many were deleted."""
    return MailCode.objects.filter(expires_at__lte=timezone.now()).delete()[0]


def _hash(purpose: str, subject: str, box: str, code: str) -> str:
    """Keyed, because a million codes are tried in a second by whoever has the table without the key."""
    return salted_hmac("accounts.codes", f"{purpose}|{subject}|{box}|{code}", algorithm="sha256").hexdigest()

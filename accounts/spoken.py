"""Six digits that one person shows or says and another types, in the same room: no mailbox in between.

The code names what it is for (a purpose and a subject), so whoever types it needs to know nothing else. It is good for ten
minutes and one use. With a million codes and few open at once, guessing is held off by the limits of the pages that ask for
it: every such page must throttle tries per person or network address.
"""

import secrets
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts.codes import DIGITS, tidy
from accounts.models import SpokenCode

LIFE = timedelta(minutes=10)
ATTEMPTS = 20  # to find digits that nobody else has open


def issue(*, purpose: str, subject: str) -> str:
    """New digits for this subject, as "123456"; older ones for the same purpose and subject end. Only a keyed hash is stored."""
    purge()
    for _ in range(ATTEMPTS):
        code = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
        try:
            with transaction.atomic():
                end(purpose=purpose, subject=subject)  # again each time: a second click may have been faster
                SpokenCode.objects.create(
                    purpose=purpose,
                    subject=subject,
                    code_hash=_hash(purpose, code),
                    expires_at=timezone.now() + LIFE,
                )
        except IntegrityError:
            continue
        return code
    raise RuntimeError("too many open codes")


def find(*, purpose: str, code: str) -> str | None:
    """The subject behind open digits, or None for wrong and for expired ones alike. Changes nothing (law 8)."""
    row = _open(purpose, code).first()
    return row.subject if row else None


def redeem(*, purpose: str, code: str) -> str | None:
    """The subject, once; then the digits are gone. Of two at the same moment one gets None."""
    row = _open(purpose, code).first()
    return row.subject if row and SpokenCode.objects.filter(pk=row.pk).delete()[0] else None


def end(*, purpose: str, subject: str) -> None:
    """The digits of this subject are no longer good."""
    SpokenCode.objects.filter(purpose=purpose, subject=subject).delete()


def spaced(code: str) -> str:
    """ "123456" -> "123 456", to be read aloud in two breaths."""
    return f"{code[:3]} {code[3:]}"


def purge() -> int:
    """Rows nobody can use any more; how many were deleted."""
    return SpokenCode.objects.filter(expires_at__lte=timezone.now()).delete()[0]


def _open(purpose: str, code: str) -> QuerySet[SpokenCode]:
    return SpokenCode.objects.filter(code_hash=_hash(purpose, tidy(code)), expires_at__gt=timezone.now())


def _hash(purpose: str, code: str) -> str:
    return salted_hmac("accounts.spoken", f"{purpose}|{code}", algorithm="sha256").hexdigest()

"""Six digits that one person shows or says and another types, in the same room: no mailbox in between.

The code names what it is for (a purpose and a subject), so whoever types it needs to know nothing else. It is good for ten
minutes and one use. With a million codes and few open at once, guessing is held off by the limits of the pages that ask for
it: every such page must throttle tries per person or network address.

Wrong digits name nobody. So that somebody who heard a part, and tries the rest from many networks, is noticed all the same, wrong
digits count against the open ones that begin with the same three (missed); a guesser who knows nothing hits those by chance only.
"""

import secrets
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts.codes import DIGITS, tidy
from accounts.models import SpokenCode

LIFE = timedelta(minutes=10)
ATTEMPTS = 20  # to find digits that nobody else has open
HALF = 3  # digits that two have in common where one may be a guess at the other
MISSES = 15  # of the 1000 that begin alike


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
                    half_hash=_half(purpose, code),
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


def missed(*, purpose: str, code: str) -> list[str]:
    """Digits were wrong: count that against those they may have been a guess at. The subjects whose digits it has ended."""
    typed = tidy(code)
    if len(typed) != DIGITS:
        return []
    near = SpokenCode.objects.filter(purpose=purpose, half_hash=_half(purpose, typed), expires_at__gt=timezone.now())
    if not near.update(tries=F("tries") + 1):
        return []
    full = list(near.filter(tries__gte=MISSES).values_list("pk", "subject"))
    return [subject for pk, subject in full if SpokenCode.objects.filter(pk=pk).delete()[0]]


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


def _half(purpose: str, code: str) -> str:
    return _hash(f"{purpose}|half", code[:HALF])

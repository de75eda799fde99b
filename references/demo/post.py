"""While the region is seeded, mail goes into a drawer instead of the outbox; codes and links are read from there, as people do."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.core import mail
from django.test import override_settings


@contextmanager
def drawer() -> Iterator[None]:
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        mail.outbox = []
        yield
        mail.outbox = []


def code_for(mailbox: str) -> str:
    """The six digits in the newest mail to this mailbox."""
    newest = next(each for each in reversed(mail.outbox) if mailbox in each.to)
    found = re.search(r"^\s*(\d{3} ?\d{3})\s*$", str(newest.body), re.MULTILINE)
    if not found:
        raise LookupError(mailbox)
    return found[1]

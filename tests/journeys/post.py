"""What lies in somebody's mailbox."""

import re

from django.core import mail


def letters(to: str) -> list[str]:
    return [letter.body for letter in mail.outbox if to in letter.to]


def code(to: str) -> str:
    """The six digits of the newest mail."""
    found = re.findall(r"^(\d{6})$", letters(to)[-1], re.MULTILINE)
    assert len(found) == 1, letters(to)
    return str(found[0])


def link(to: str) -> str:
    """The path in the newest mail that holds one."""
    found = [path for body in letters(to) for path in re.findall(r"^http://testserver(/\S+)$", body, re.MULTILINE)]
    assert found, letters(to)
    return str(found[-1])

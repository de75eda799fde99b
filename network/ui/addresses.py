"""Addresses of many pages that differ in one word."""

from collections.abc import Callable

from django.urls import reverse

Address = Callable[[str], str]
WORD = "0000000000"  # as long as a handle


def addresses(name: str) -> Address:
    """What reverse(name, args=[word]) would say, for each word (letters and digits), from asking it once: it costs as much as drawing half a card."""
    before, after = reverse(name, args=[WORD]).split(WORD)
    return lambda word: f"{before}{word}{after}"

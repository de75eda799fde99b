"""The picture of a week as words: bit 0 -> "mon-early"."""

from collections.abc import Iterable

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = ("early", "late", "night")
SLUGS = tuple(f"{day}-{part}" for day in DAYS for part in PARTS)


def slugs_of(bits: int) -> list[str]:
    return [slug for bit, slug in enumerate(SLUGS) if bits & (1 << bit)]


def bits_of(slugs: Iterable[str]) -> int:
    """Raises ValueError for an unknown one."""
    return sum(1 << SLUGS.index(slug) for slug in set(slugs))


def known(slugs: Iterable[str]) -> list[str]:
    return [slug for slug in slugs if slug in SLUGS]

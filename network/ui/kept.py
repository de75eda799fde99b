"""What changes with a new version of the house alone, kept in each process: places, the catalogue, the words of lists."""

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache, wraps
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import get_language

T = TypeVar("T", bound=Model)


class Kept(Generic[T]):
    """By names that are theirs for ever. Only those not known yet are asked for, in one query. Nobody may change them."""

    def __init__(self, rows: Callable[[], QuerySet[T]], *names: str) -> None:
        self.rows = rows
        self.known: dict[str, dict[Any, T]] = {name: {} for name in names}

    def by(self, name: str, values: Iterable[Any]) -> dict[Any, T]:
        known, wanted = self.known[name], set(values)
        if unknown := wanted - known.keys():
            for each in self.rows().filter(**{f"{name}__in": unknown}):
                for other, those in self.known.items():
                    those[getattr(each, other)] = each
        return {value: known[value] for value in wanted & known.keys()}

    def forget(self) -> None:
        for known in self.known.values():
            known.clear()


def said_again(say: Callable[..., str]) -> Callable[..., str]:
    """For words that follow from few values: lists say the same ones again and again, and looking a text up takes longer."""
    kept = lru_cache(maxsize=2000)(lambda _language, given, named: say(*given, **dict(named)))

    @wraps(say)
    def said(*given: Hashable, **named: Hashable) -> str:
        return kept(get_language(), given, tuple(named.items()))

    return said

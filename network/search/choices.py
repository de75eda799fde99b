"""Fields that choose from a list. Lists are made when they are drawn: then the language of the reader is known, and no form copies them."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms

from network.occupations.vocabulary import Named

Choices = Callable[[], list[tuple[str, Any]]]  # (value of the address, words)


class Ticks(forms.MultipleChoiceField):
    """Several of a list; empty values say nothing."""

    widget = forms.CheckboxSelectMultiple

    def to_python(self, value: Any) -> list[str]:
        return [each for each in super().to_python(value) if each]


class Tick(Ticks):
    """One box, ticked or not; unlike BooleanField it says so when the address holds anything else. Cleans to bool."""

    def clean(self, value: Any) -> Any:
        return bool(super().clean(value))


def one_of(label: Any, nothing: Any, choices: Choices, wrong: Any, hint: Any = "") -> forms.ChoiceField:
    """One of the list, or `nothing`. `wrong` is said of a value that is not on it."""
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=lambda: [("", nothing), *choices()],
        required=False,
        error_messages={"invalid_choice": wrong},
    )


def named(entries: Iterable[Named]) -> Choices:
    """Entries of a vocabulary, by slug."""
    return lambda: [(each.slug, each.name) for each in entries]


def counted(numbers: Iterable[int], words: Callable[[int], str]) -> Choices:
    """Numbers in words."""
    return lambda: [(str(number), words(number)) for number in numbers]

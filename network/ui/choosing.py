"""A text field that stands for one of many: type a word; if several are meant, choose one. Works without JavaScript.

A room says what a text may mean, everything else is here:

    class PlaceField(ChoosingField):
        default_error_messages = {"unknown": _("We do not know this place.")}
        suggest = "places:suggest"      # address of [{"value": .., "label": ..}], optional
        def candidates(self, text: str) -> list[Candidate]: ...

or, for one form, `ChoosingField(candidates=lambda text: [...])`.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from network.ui.fields import LineField


class Candidate(NamedTuple):
    """One thing the text may mean. `value` and `label`, typed as text, must find it again, alone."""

    value: str
    label: str
    found: Any
    sure: bool = True  # False: only similar, so ask even when it is the only one


class Typed(NamedTuple):
    """What arrived: the text, and the candidate chosen below it, if any."""

    text: str
    choice: str = ""


class Shown(NamedTuple):
    """What goes back on the page."""

    text: str
    choice: str = ""
    candidates: tuple[Candidate, ...] = ()
    unknown: bool = False


class ChoosingInput(forms.TextInput):
    """The text input and, below it, the candidates as radio buttons named <field>-choice."""

    template_name = "ui/choosing.html"
    suggest: str = ""
    all_link: tuple[str, str | Promise] | None = None

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", "spellcheck": "false", **(attrs or {})})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Typed:
        return Typed(data.get(name) or "", data.get(f"{name}-choice") or "")

    def format_value(self, value: Any) -> str | None:
        text: str | None = super().format_value(value.text if isinstance(value, Shown) else value)
        return text

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        shown = value if isinstance(value, Shown) else Shown("")
        if self.suggest:
            context["widget"]["attrs"]["data-suggest"] = reverse(self.suggest)
        context["widget"]["choice_name"] = f"{name}-choice"
        context["widget"]["candidates"] = [(each, each.value == shown.choice) for each in shown.candidates]
        if shown.unknown and self.all_link:
            context["widget"]["all_url"], context["widget"]["all_words"] = reverse(self.all_link[0]), self.all_link[1]
        return context


class ChoosingField(LineField):
    """Text in, object out (None where nothing was typed and nothing is required). Initial: the object."""

    widget = ChoosingInput
    default_error_messages = {
        "several": _("Several things match. Which one is it?"),
        "unknown": _("We do not know this."),
    }
    suggest: str = ""  # name of the address that suggests while typing
    all_link: tuple[str, str | Promise] | None = None  # name of the page that lists everything, and its words

    def __init__(
        self, *, candidates: Callable[[str], list[Candidate]] | None = None, max_length: int = 120, **kwargs: Any
    ) -> None:
        super().__init__(max_length=max_length, **kwargs)
        if candidates:
            self.candidates = candidates  # type: ignore[method-assign,assignment]
        if isinstance(self.widget, ChoosingInput):
            self.widget.suggest, self.widget.all_link = self.suggest, self.all_link

    def candidates(self, text: str) -> list[Candidate]:
        """What the text may mean, best first; one sure candidate is accepted without asking."""
        raise NotImplementedError

    def label_of(self, found: Any) -> str:
        """How the chosen thing is shown in the input."""
        return str(found)

    def clean(self, value: Any) -> Any:
        """The object meant. Raises ValidationError: required, several, guess (one, but not sure), unknown, and what any text may raise."""
        typed = value if isinstance(value, Typed) else Typed(str(value or ""))
        text = super().clean(typed.text)
        if not text:
            return None
        found = self.candidates(text)
        chosen = _chosen(found, typed.choice)
        if chosen is None:
            alone = len(found) == 1 and "guess" in self.error_messages
            code = "unknown" if not found else "guess" if alone else "several"
            raise ValidationError(self.error_messages[code], code=code)
        return chosen.found

    def prepare_value(self, value: Any) -> Any:
        """For the page: initial objects by their label, typed text with its candidates, what is clear by its label.

        An initial Shown is shown as it is: who has looked before need not ask again.
        """
        if not isinstance(value, Typed):
            return value if value is None or isinstance(value, str | Shown) else self.label_of(value)
        try:
            text = super().clean(value.text)
        except ValidationError:
            return Shown(value.text)
        found = self.candidates(text) if text else []
        if len(found) == 1 and found[0].sure:
            return Shown(found[0].label)
        return Shown(value.text, value.choice, tuple(found), unknown=bool(text) and not found)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.clean(data) != (initial or None))
        except ValidationError:
            return True


def _chosen(found: list[Candidate], choice: str) -> Candidate | None:
    """The one picked below the text (a pick that no longer fits the text does not count), or the only sure one."""
    picked = [each for each in found if each.value == choice]
    if picked:
        return picked[0]
    return found[0] if len(found) == 1 and found[0].sure else None

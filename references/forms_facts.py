"""Tasks and training in short lines, for who states facts only: no sentences, no praise."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from references.canonical import is_plain, one_line
from references.grades import grade_in
from references.tasks import TRAINING

MOST_TASKS, MOST_TRAINING, LONGEST = 6, 4, 80


class LinesField(forms.CharField):
    """One short fact on each line, composed, each once."""

    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        text = str(super().to_python(value) or "")
        return list(dict.fromkeys(filter(None, (one_line(line) for line in text.splitlines()))))

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def validate(self, value: Any) -> None:
        super().validate(value)
        for line in value:
            if not is_plain(line):
                raise ValidationError(_("The text holds a character that cannot be printed. Type it again."))
            if len(line) > LONGEST:
                words = pgettext("to referee", "“%(start)s ...” is too long. At most %(most)d characters on a line.")
                raise ValidationError(words % {"start": line[:20], "most": LONGEST})
            if grade := grade_in(line):
                words = pgettext(
                    "to referee", "“%(grade)s” is a grade. This employer states facts only: write what was done."
                )
                raise ValidationError(words % {"grade": grade})


class FactsForm(forms.Form):
    """Suggestions to tick and own lines, together at most six tasks and four trainings."""

    tasks = forms.MultipleChoiceField(
        label=pgettext_lazy("to referee", "Tasks"), required=False, widget=forms.CheckboxSelectMultiple
    )
    own_tasks = LinesField(
        label=pgettext_lazy("to referee", "Other tasks, one on each line"),
        required=False,
    )
    training = forms.MultipleChoiceField(
        label=pgettext_lazy("to referee", "Training and instruction"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    own_training = LinesField(
        label=pgettext_lazy("to referee", "Other training, one on each line"),
        required=False,
    )

    def __init__(self, *args: Any, suggested: Iterable[Promise], said: dict[str, list[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = {"tasks": [str(each) for each in suggested], "training": [str(each) for each in TRAINING]}
        for name, known in offered.items():
            ticks: Any = self.fields[name]
            own: Any = self.fields[f"own_{name}"]
            ticks.choices = [(line, line) for line in known]
            self.initial[name] = [line for line in said[name] if line in known]
            self.initial[f"own_{name}"] = [line for line in said[name] if line not in known]
            ticks.quiet = own.quiet = True

    def clean(self) -> None:
        for name, most in (("tasks", MOST_TASKS), ("training", MOST_TRAINING)):
            count = len(self.lines(name))
            if count > most:
                words = pgettext("to referee", "At most %(most)d lines. You have %(count)d.")
                self.add_error(name, words % {"most": most, "count": count})

    def lines(self, name: str) -> list[str]:
        said = self.cleaned_data
        return list(dict.fromkeys([*said.get(name, []), *said.get(f"own_{name}", [])]))

    def answers(self) -> dict[str, list[str]]:
        return {name: self.lines(name) for name in ("tasks", "training")}

    def typed(self) -> str:
        """The own lines, to look for words that are read as something else."""
        return "\n".join([*self.cleaned_data["own_tasks"], *self.cleaned_data["own_training"]])

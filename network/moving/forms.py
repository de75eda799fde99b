"""Choose files, then choose what to take from them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.moving import showing, words
from network.moving.models import Draft
from network.moving.questions import QUESTIONS, asked_about
from network.moving.reading.found import Unreadable, one_line
from network.occupations.vocabulary import LANGUAGE_LEVELS

MOST_FILES = 8


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once."""

    widget = FilesInput(attrs={"accept": ".zip,.json,.csv,application/zip,application/json,text/csv"})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        sent = list(data or [])
        if not sent:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(sent) > MOST_FILES:
            raise ValidationError(_("Choose at most %(number)d files") % {"number": MOST_FILES}, code="too-many")
        return sent


class BringForm(forms.Form):
    sent = FilesField(
        label=gettext_lazy("Which file?"),
        help_text=gettext_lazy("ZIP, JSON or CSV. ZIP files up to 200 MB, all others up to 10 MB."),
        error_messages={"required": gettext_lazy("Choose a file")},
    )

    def refuse(self, refused: Unreadable) -> None:
        """At the field, with the name of the file where there is more than one."""
        text = str(words.REFUSED[refused.problem])
        name = one_line(refused.name)[:80]
        self.add_error("sent", _("%(name)s: %(text)s") % {"name": name, "text": text} if name else text)


class TakeForm(forms.Form):
    """A tick for each item, and below it what is not clear yet. What is not ticked needs no answer.

    Ticked from the start is what is clear, and what stands nowhere on the page yet.
    """

    def __init__(self, data: Any, draft: Draft, *, there: set[int], answered: set[int]) -> None:
        super().__init__(data)
        self.items = {at: item for at, item in enumerate(draft.found["items"]) if at not in there}
        for at, item in self.items.items():
            questions = asked_about(item)
            open_end = any(not meant["choices"] for _ask, meant in questions.values())
            self.fields[f"take-{at}"] = forms.BooleanField(
                label=showing.title(item), help_text=_hint(item, unclear=bool(questions)), required=False,
                initial=not open_end and at not in answered,
            )  # fmt: skip
            for name, (ask, meant) in questions.items():
                self.fields[f"{name}-{at}"] = ask.make(meant)
                self.fields[f"{name}-{at}"].quiet = bool(ask.required)  # type: ignore[attr-defined]
            if item["kind"] == "language" and not item["data"]["level"]:
                self.fields[f"level-{at}"] = forms.ChoiceField(
                    label=_("How well do you speak it?"), required=False,
                    choices=[("", _("Choose")), *((each.slug, each.name) for each in LANGUAGE_LEVELS)],
                )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        for at, item in self.items.items():
            names = [name for name in self.fields if name.endswith(f"-{at}") and not name.startswith("take-")]
            if not self.cleaned_data.get(f"take-{at}"):
                for name in names:
                    self.errors.pop(name, None)
                continue
            for name in names:
                if name not in self.errors and not self.cleaned_data.get(name):
                    self._missing(name, item)
        if not self.errors and not any(self.cleaned_data.get(f"take-{at}") for at in self.items):
            self.add_error(None, _("Tick what you want to take"))
        return self.cleaned_data

    def _missing(self, name: str, item: dict[str, Any]) -> None:
        what = name.partition("-")[0]
        if what == "level":
            self.add_error(name, _("Choose how well you speak it, or leave the tick out"))
        elif required := QUESTIONS[item["kind"]][what].required:
            self.add_error(name, str(required))

    def chosen(self) -> dict[int, dict[str, Any]]:
        """What was ticked, each with the answers to what was not clear."""
        said = self.cleaned_data
        kinds = ("occupation", "place", "paper", "level")
        return {
            at: {kind: said[f"{kind}-{at}"] for kind in kinds if said.get(f"{kind}-{at}")}
            for at in self.items
            if said.get(f"take-{at}")
        }

    def groups(self) -> list[tuple[str, list[tuple[forms.BoundField, list[forms.BoundField]]]]]:
        """(heading, the tick of each item with what is asked below it)."""
        found: dict[str, list[tuple[forms.BoundField, list[forms.BoundField]]]] = {}
        for at, item in self.items.items():
            tick, *asked = [self[name] for name in self.fields if name.endswith(f"-{at}")]
            found.setdefault(showing.group_of(item), []).append((tick, asked))
        return [(str(head), found[key]) for key, head in words.GROUPS.items() if key in found]


def _hint(item: dict[str, Any], *, unclear: bool) -> str:
    hint = showing.hint(item)
    question = _("We have one more question about it.")
    return f"{hint.rstrip('.')}. {question}" if unclear else hint

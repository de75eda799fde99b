from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext, pgettext_lazy

from network.desk.asking import LONGEST, can_be_asked
from network.desk.cases import LONGEST_REASON
from network.desk.models import Case
from network.desk.registry import Side
from network.ui.fields import choices

Outcome = Case.Outcome


class DecideForm(forms.Form):
    outcome = forms.ChoiceField(
        label=pgettext_lazy("to desk", "What do you decide?"),
        widget=forms.RadioSelect,
        error_messages={"required": pgettext_lazy("to desk", "Choose what you decide")},
    )
    reason = forms.CharField(
        label=pgettext_lazy("to desk", "Reason"),
        help_text=pgettext_lazy(
            "to desk",
            "All sides read it word for word. Name nobody in it whom they do not know, and nothing that one side told you alone."
            " At most 1000 characters.",
        ),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": pgettext_lazy("to desk", "Write the reason")},
    )

    def __init__(self, *args: Any, case: Case, can_end: bool, hidden: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [each for each in outcomes(case) if can_end or each[0] != Outcome.ENDED]
        self.fields["outcome"].choices = choices(offered)  # type: ignore[attr-defined]
        if case.kind == Case.Kind.REPORTED:
            self.fields["reason"].help_text = pgettext(
                "to desk", "Only the person who reports it reads it, word for word. At most 1000 characters."
            )
        if hidden:
            for field in self.fields.values():
                field.widget = forms.HiddenInput()


def outcomes(case: Case) -> list[tuple[str, str, str]]:
    """Value, words, hint. Where an earlier decision is contested, the words are about that one."""
    if case.contests is None and case.kind == Case.Kind.REPORTED:
        reads = pgettext("to desk", "Only the person who reports it reads your reason.")
        return [
            (Outcome.STAYS, pgettext("to desk", "Nothing is wrong with it"), reads),
            (Outcome.ENDED, pgettext("to desk", "Something is wrong with it"), reads),
        ]
    if case.contests is None:
        return [
            (Outcome.STAYS, pgettext("to desk", "It stays"), pgettext("to desk", "Nothing changes for anybody.")),
            (
                Outcome.ENDED,
                pgettext("to desk", "It is ended"),
                pgettext("to desk", "Nobody can read it any more. The next page asks once more."),
            ),
        ]
    if case.contests.outcome == Outcome.ENDED:
        over = pgettext("to desk", "What was ended does not come back by itself. Whoever said it can say it anew.")
    else:
        over = pgettext("to desk", "Then it is ended. The next page asks once more.")
    return [
        (Outcome.STAYS, pgettext("to desk", "The first decision holds"), ""),
        (Outcome.ENDED, pgettext("to desk", "The first decision was wrong"), over),
    ]


class QuestionForm(forms.Form):
    who = forms.ChoiceField(
        label=pgettext_lazy("to desk", "Whom do you ask?"),
        widget=forms.RadioSelect,
        error_messages={"required": pgettext_lazy("to desk", "Choose whom you ask")},
    )
    words = forms.CharField(
        label=pgettext_lazy("to desk", "Your question"),
        help_text=pgettext_lazy("to desk", "One thing, in plain words. At most 300 characters."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": pgettext_lazy("to desk", "Write your question")},
    )

    def __init__(self, *args: Any, sides: Sequence[Side], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sides = {str(each.who): each for each in sides}
        rows = [(each.who, each.name, _hint(each)) for each in sides]
        self.fields["who"].choices = choices(rows)  # type: ignore[attr-defined]

    def clean_who(self) -> str:
        who: str = self.cleaned_data["who"]
        if not can_be_asked(self.sides[who]):
            raise ValidationError(no_way())
        return who


def _hint(side: Side) -> str:
    """What the desk has to know of the way to this side."""
    if side.users or side.email:
        return ""
    if side.has_page:
        return pgettext(
            "to desk",
            "No mailbox is kept. The question waits on the page of this person's own link; no mail tells of it.",
        )
    return no_way()


def no_way() -> str:
    return pgettext("to desk", "Cannot be asked here: nobody of this side has an account, and no mailbox is kept.")


def _words(*, label: Any, hint: Any, missing: Any, most: int = LONGEST) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": missing},
    )


class AnswerForm(forms.Form):
    """Read by the desk, whoever is asked: no address of the person in it."""

    words = _words(
        label=pgettext_lazy("about a case", "The answer"),
        hint=pgettext_lazy("about a case", "Only the desk reads it. At most 300 characters, and once."),
        missing=pgettext_lazy("about a case", "The answer is missing"),
    )


class ContestForm(forms.Form):
    words = _words(
        label=pgettext_lazy("to worker", "What is not right?"),
        hint=pgettext_lazy("to worker", "At most 500 characters."),
        missing=pgettext_lazy("to worker", "Write what is not right"),
        most=500,
    )


class SecondLookForm(forms.Form):
    words = _words(
        label=pgettext_lazy("about a case", "Why is the decision wrong?"),
        hint=pgettext_lazy("about a case", "Only the desk reads it. At most 500 characters."),
        missing=pgettext_lazy("about a case", "Why the decision is wrong is missing"),
        most=500,
    )

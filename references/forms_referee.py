"""The questions to the referee: nothing preselected, nothing to grade."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import npgettext, pgettext, pgettext_lazy

from accounts.forms import AddressField
from network.occupations.models import Statement
from references.forms import LineField, name_field
from references.ladder import COLLEAGUE, FIRM, SUPERIOR
from references.rules import MOST_STATEMENTS


class StartForm(forms.Form):
    """Each answer is a button of its own, see start.html and ending.html."""

    answer = forms.ChoiceField(
        label=pgettext_lazy("to referee", "Your answer"),
        widget=forms.RadioSelect,
        choices=[(answer, answer) for answer in ("yes", "other", "no", "never")],
        error_messages={
            name: pgettext_lazy("to referee", "Say whether you can confirm this")
            for name in ("required", "invalid_choice")
        },
    )


class SeenForm(forms.Form):
    statements = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    again = forms.BooleanField(
        label=pgettext_lazy("to referee", "I would hire this person again"),
        help_text=pgettext_lazy("to referee", "Only a yes is written down."),
        required=False,
    )
    text = LineField(
        label=pgettext_lazy("to referee", "One situation that you remember"),
        help_text=pgettext_lazy("to referee", "What happened, what did the person do? 1 or 2 sentences."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, fitting: list[Statement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["again"].quiet = True  # type: ignore[attr-defined]
        field: Any = self.fields["statements"]
        field.label = pgettext("to referee", "What did you see yourself?")
        field.choices = [(each.code, str(each)) for each in fitting]

    def clean_statements(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["statements"]
        if len(chosen) > MOST_STATEMENTS:
            words = npgettext(
                "to referee",
                "Choose at most %(most)d sentences. You have ticked %(count)d.",
                "Choose at most %(most)d sentences. You have ticked %(count)d.",
                len(chosen),
            )
            raise ValidationError(words % {"most": MOST_STATEMENTS, "count": len(chosen)}, code="many")
        return chosen


class YouForm(forms.Form):
    name = name_field()
    role = LineField(
        label=pgettext_lazy("to referee", "What was your job there?"),
        help_text=pgettext_lazy("to referee", "For example: Meisterin and owner, head of the ward, foreman."),
        max_length=80,
        error_messages={"required": pgettext_lazy("to referee", "Enter what your job was there")},
    )
    relation = forms.ChoiceField(
        label=pgettext_lazy("to referee", "How did you work together?"),
        widget=forms.RadioSelect,
        choices=[
            (SUPERIOR, pgettext_lazy("to referee", "I was the direct superior")),
            (FIRM, pgettext_lazy("to referee", "I speak for the firm: owner, management, office")),
            (COLLEAGUE, pgettext_lazy("to referee", "We were colleagues")),
        ],
        error_messages={"required": pgettext_lazy("to referee", "Say how you worked together")},
    )


class MailboxForm(forms.Form):
    email = AddressField(
        label=pgettext_lazy("to referee", "Your mail address"),
        help_text=pgettext_lazy("to referee", "The one to which the copy of your reference was sent."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": pgettext_lazy("to referee", "Enter your mail address"),
            "invalid": pgettext_lazy("to referee", "Enter a mail address like name@firm.de"),
        },
    )


class CodeForm(forms.Form):
    heading = "code"
    code = forms.CharField(
        label=pgettext_lazy("to referee", "Enter the code from the mail"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false"}),
        error_messages={"required": pgettext_lazy("to referee", "Enter the 6 digits from the mail")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:  # the one field of its page, and its label is the heading: nothing is skipped
            self.fields["code"].widget.attrs["autofocus"] = True


class SignForm(forms.Form):
    """`shown` tells which words stood on the page: only those are signed, whatever another tab has changed meanwhile."""

    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, words: str, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "initial": {"shown": words}})
        self.words = words

    def clean(self) -> None:
        if self.cleaned_data.get("shown") != self.words:
            self.data = {**self.data.dict(), "shown": self.words}  # type: ignore[attr-defined]
            words = pgettext("to referee", "Something here has changed in the meantime. Read it once more, then sign.")
            self.add_error(None, words)

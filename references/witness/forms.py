"""The questions to the worker and to the witness."""

from typing import Any

from django import forms
from django.utils.translation import pgettext, pgettext_lazy

from network.ui.fields import choices
from references.forms import friendly_sentence
from references.said.forms import address_field, asked_field, own_name_field, shown_field


class AskForm(forms.Form):
    name = asked_field(
        label=pgettext_lazy("to worker", "Who saw it?"),
        missing=pgettext_lazy("to worker", "Enter the name of who saw it"),
    )
    email = address_field(missing=pgettext_lazy("to worker", "Enter the mail address of who saw it"))
    role = forms.ChoiceField(
        label=pgettext_lazy("to worker", "Who is that for you?"),
        widget=forms.RadioSelect,
        error_messages={"required": pgettext_lazy("to worker", "Say who that is for you")},
    )
    message = friendly_sentence()

    def __init__(self, *args: Any, roles: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {
            "boss": pgettext("to worker", "Boss"),
            "colleague": pgettext("to worker", "Colleague"),
            "customer": pgettext("to worker", "Customer"),
        }
        field: Any = self.fields["role"]
        field.choices = [(role, words[role]) for role in roles]


class StartForm(forms.Form):
    answer = forms.ChoiceField(
        label=pgettext_lazy("to witness", "Was it like that?"),
        widget=forms.RadioSelect,
        error_messages={"required": pgettext_lazy("to witness", "Say whether it was like that")},
    )

    def __init__(self, *args: Any, by_mail: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        no = (
            pgettext("to witness", "The person sees only that nothing was confirmed, and cannot ask you for a year.")
            if by_mail
            else pgettext("to witness", "The person sees only that nothing was confirmed. That ends this question.")
        )
        never = pgettext("to witness", "Nobody can send a request to this mailbox any more.")
        offered = [
            ("yes", pgettext("to witness", "Yes, it was like that"), ""),
            ("no", pgettext("to witness", "I cannot confirm this"), no),
        ]
        if by_mail:
            offered.append(("never", pgettext("to witness", "Do not ask me again"), never))
        field: Any = self.fields["answer"]
        field.choices = choices(offered)


class YouForm(forms.Form):
    """`read` tells which words stood on the page: only those are confirmed, whatever the worker has changed meanwhile."""

    read = forms.CharField(widget=forms.HiddenInput, required=False)
    name = own_name_field()
    shown = shown_field()
    role = forms.ChoiceField(
        label=pgettext_lazy("to witness", "Who were you in this work?"),
        widget=forms.RadioSelect,
        error_messages={"required": pgettext_lazy("to witness", "Say who you were in this work")},
    )
    knows = forms.ChoiceField(
        label=pgettext_lazy("to witness", "How do you know it?"),
        widget=forms.RadioSelect,
        choices=[
            ("there", pgettext_lazy("to witness", "I was there")),
            ("result", pgettext_lazy("to witness", "I have seen the result")),
            ("together", pgettext_lazy("to witness", "I worked on it too")),
            ("ordered", pgettext_lazy("to witness", "I ordered the work")),
        ],
        error_messages={"required": pgettext_lazy("to witness", "Say how you know it")},
    )

    def __init__(self, *args: Any, roles: tuple[str, ...], read: str, **kwargs: Any) -> None:
        kwargs["initial"] = {**kwargs.get("initial", {}), "read": read}
        super().__init__(*args, **kwargs)
        self.now_read = read
        words = {
            "boss": pgettext("to witness", "I was the boss"),
            "colleague": pgettext("to witness", "I was a colleague"),
            "customer": pgettext("to witness", "I was a customer"),
        }
        field: Any = self.fields["role"]
        field.choices = [(role, words[role]) for role in roles]
        knows: Any = self.fields["knows"]
        knows.choices = [each for each in knows.choices if each[0] != "ordered" or "customer" in roles]

    def clean(self) -> None:
        if self.cleaned_data.get("read") != self.now_read:
            self.data = {**self.data.dict(), "read": self.now_read}  # type: ignore[attr-defined]
            words = pgettext("to witness", "Something here has changed in the meantime. Read it once more.")
            self.add_error(None, words)

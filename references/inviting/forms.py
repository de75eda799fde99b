"""What the firm's people type. The questions about the work are those of the mail route: forms_work.py, forms_referee.py."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext, pgettext_lazy

from accounts.forms import AddressField
from network.employers.forms import ADDRESS_ERRORS
from network.profiles.naming import tidy
from references.forms import LineField, name_field, without_address
from references.inviting.sheets import MOST_CHARACTERS, Unreadable, text_of


class WhoForm(forms.Form):
    name = LineField(
        label=pgettext_lazy("to employer", "What is the name of the person?"),
        help_text=pgettext_lazy(
            "to employer", "First name and family name. Nobody else sees it before the person agrees."
        ),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": pgettext_lazy("to employer", "Enter the name of the person")},
    )
    email = AddressField(
        label=pgettext_lazy("to employer", "What is the own mail address of the person?"),
        help_text=pgettext_lazy(
            "to employer", "Best a private one: the firm's mailbox is lost with the job. One mail goes there."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages=ADDRESS_ERRORS,
    )
    message = LineField(
        label=pgettext_lazy("to employer", "Do you want to add a friendly sentence?"),
        help_text=pgettext_lazy("to employer", "It stands in the mail. At most 200 characters."),
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_name(self) -> str:
        return check_name(self.cleaned_data["name"])

    def clean_message(self) -> str:
        return without_address(self.cleaned_data["message"], _no_address())


def check_name(text: str) -> str:
    """As a person is called, in any script, without what a mail program would make a link of. Raises ValidationError."""
    name = tidy(without_address(text, _no_address()))
    if text[:1] in "=+-@" or not any(char.isalpha() for char in name):
        raise ValidationError(pgettext("to employer", "This is not a name."), code="name")
    return name


def _no_address() -> str:
    return pgettext("to employer", "Write this without web or mail address")


class TakeBackForm(forms.Form):
    email = AddressField(
        label=pgettext_lazy("to employer", "To which mail address did it go?"),
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages=ADDRESS_ERRORS,
    )


class LinesField(forms.CharField):
    """Several lines as typed, so that their numbers stay; without what cannot be stored."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value) or "").replace("\0", "")


class TeamForm(forms.Form):
    """A list typed, pasted or sent as a file. A file replaces what stands in the box."""

    rows = LinesField(
        label=pgettext_lazy("to employer", "One line for each person"),
        help_text=pgettext_lazy(
            "to employer",
            "Name and mail address. If you like, also since which month and as what. For example: Samira Keller; samira@example.org;"
            " 09/2019; Elektronikerin. Or copy the columns from your table.",
        ),
        max_length=MOST_CHARACTERS,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "autocomplete": "off"}),
        error_messages={
            "max_length": pgettext_lazy("to employer", "This is too long. One list holds at most 60 people.")
        },
    )
    file = forms.FileField(
        label=pgettext_lazy("to employer", "Or a file"),
        help_text=pgettext_lazy("to employer", "CSV or text, as a table program saves it. At most 60 people."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,text/csv,text/plain"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("rows", "file"):
            self.fields[name].quiet = True  # type: ignore[attr-defined]  # one of both

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if sent := said.get("file"):
            try:
                said["rows"] = text_of(sent)
            except Unreadable as problem:
                self.add_error("file", str(problem))
        elif not str(said.get("rows") or "").strip() and not self.errors:
            self.add_error("rows", pgettext("to employer", "Enter at least one line, or choose a file"))
        return said


class StandForm(forms.Form):
    """Who stands for months and occupations of a whole list."""

    name = name_field()
    role = LineField(
        label=pgettext_lazy("to referee", "What was your job there?"),
        max_length=80,
        error_messages={"required": pgettext_lazy("to referee", "Enter what your job was there")},
    )
    sure = forms.BooleanField(
        error_messages={"required": pgettext_lazy("to referee", "Tick that this is your own word")}
    )

    def __init__(self, *args: Any, firm: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = pgettext("to employer", "Months and occupations are right, and I may speak for %(firm)s.")
        self.fields["sure"].label = words % {"firm": firm}

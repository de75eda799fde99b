import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.contacts.facts import Facts
from network.contacts.forms_facts import FactsForm, choose
from network.occupations.lookup import fields
from network.profiles.forms_sharing import ShareForm
from network.profiles.items import Group


class NoticeForm(FactsForm):
    """The facts of an offer, and the field in which people look for it."""

    field = forms.ChoiceField(label=_("In which field is the job?"), error_messages=choose(_("Choose a field")))
    once = forms.UUIDField(widget=forms.HiddenInput, required=False)
    first = ("field",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("field", [("", _("Choose a field")), *((slug, str(each)) for slug, each in fields().items())])
        self.fields["contact_phone"].help_text = _("Everybody can read this name and this number.")
        self.initial.setdefault("once", uuid.uuid4())

    def said(self) -> dict[str, Any]:
        """What pin() and change() take of a valid form."""
        facts: Facts = self.facts()
        return {"facts": facts, "field": fields()[self.cleaned_data["field"]]}

    def clean_once(self) -> uuid.UUID:
        return self.cleaned_data["once"] or uuid.uuid4()


class InterestForm(ShareForm):
    """What the firm shall read. For whom and how long is given by the notice. Nothing is ticked before."""

    def __init__(self, *args: Any, groups: Iterable[Group], **kwargs: Any) -> None:
        super().__init__(*args, groups=groups, **kwargs)
        for name in ("name", "days"):
            del self.fields[name]
        self.fields["items"].label = _("What shall the employer read?")

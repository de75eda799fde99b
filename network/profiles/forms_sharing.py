"""Who reads what: all items at once, and share links."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from network.profiles import rules
from network.profiles.items import Group
from network.profiles.models import Audience
from network.profiles.registry import Item, SetsAudience
from network.ui.fields import LineField, choices

# In a narrow list: the page above says within what.
SHORT = [
    (Audience.ALL, pgettext_lazy("readers of one thing", "Everyone")),
    (Audience.EMPLOYERS, Audience.EMPLOYERS.label),
    (Audience.NOBODY, Audience.NOBODY.label),
]


class ItemsForm(forms.Form):
    """One choice for each item. `groups` as shown; only what changes is handed on."""

    def __init__(self, *args: Any, groups: Iterable[Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = list(groups)
        for group in self.groups:
            for item in group.items:
                self.fields[item.key] = _reader_field(item)

    def shown(self) -> list[tuple[str, list[tuple[Item, forms.BoundField]]]]:
        """Title, and each item with its choice."""
        return [(group.title, [(item, self[item.key]) for item in group.items]) for group in self.groups]

    def changes(self) -> list[tuple[SetsAudience, dict[str, str]]]:
        """By kind, its action and the new readers of what shall have others than now."""
        said = self.cleaned_data
        every = [
            (group.change, {item.key: said[item.key] for item in group.items if said[item.key] != item.audience})
            for group in self.groups
        ]
        return [(change, audiences) for change, audiences in every if audiences]


def _reader_field(item: Item) -> forms.ChoiceField:
    words = gettext_lazy("Choose who reads this")
    return forms.ChoiceField(
        label=item.label,
        choices=SHORT,
        initial=item.audience,
        error_messages={"required": words, "invalid_choice": words},
    )


class ShareForm(forms.Form):
    """What, for whom, how long. Nothing is ticked before."""

    name = LineField(
        label=gettext_lazy("For whom is the link?"),
        help_text=gettext_lazy("Only you read this, so that you know the link again."),
        max_length=80,
        error_messages={"required": gettext_lazy("Enter for whom the link is")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    everything = forms.BooleanField(
        label=gettext_lazy("Everything that everyone may read"),
        help_text=gettext_lazy("What has other readers you tick below, one by one."),
        required=False,
    )
    items = forms.MultipleChoiceField(
        label=gettext_lazy("What shall the link show?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": gettext_lazy("One of these is not on your page any more. Choose again")},
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("How long shall it work?"),
        choices=lambda: [(days, _("%d days") % days) for days in rules.SHARE_DAYS],  # in the language of who asks
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose how long the link shall work")},
    )
    once = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, groups: Iterable[Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = list(groups)
        picking: Any = self.fields["items"]
        picking.choices = [
            (group.title, choices((item.key, item.label, _hint(item)) for item in group.items)) for group in self.groups
        ]
        picking.quiet = True  # no "(optional)": one of both is needed
        self.fields["everything"].quiet = True  # type: ignore[attr-defined]
        self.order_fields(["name", "everything", "items", "days", "once"])
        self.initial.setdefault("once", uuid.uuid4())

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        public = [item.key for group in self.groups for item in group.items if item.audience == Audience.ALL]
        wanted = {*said.get("items", ()), *(public if said.get("everything") else ())}
        if not wanted and "items" not in self.errors:
            self.add_error("items", ValidationError(_("Tick what the link shall show"), code="nothing"))
        return {
            "name": said.get("name", ""),
            "days": said.get("days"),
            "items": sorted(wanted),
            "once": str(said.get("once") or uuid.uuid4()),
        }


def _hint(item: Item) -> str:
    """What it is, and who else reads it, where that is not everyone."""
    readers = "" if item.audience == Audience.ALL else str(Audience(item.audience).label)
    return " · ".join(filter(None, [item.hint, readers]))

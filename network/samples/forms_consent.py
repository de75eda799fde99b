"""What is asked before others see something: about each photo, and once more about the whole."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.samples import rules, words
from network.samples.models import Photo, WorkSample

SOMETHING = "something"  # can be chosen and is never stored: such a photo is not for others


def _choice(label: Any, hint: Any, options: list[tuple[str, Any]], required: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=options,
        widget=forms.RadioSelect,
        error_messages={"required": required},
    )


class PhotoConsentForm(forms.Form):
    """Four questions about one photo. Faces: § 22 KUG. Care and health: § 203 StGB. Places and plates: Art. 6 GDPR."""

    people = _choice(
        _("Can people be seen?"),
        _("Also from behind, in a mirror or in a window."),
        Photo.People.choices,
        _("Choose whether people can be seen"),
    )
    place = _choice(
        _("Was it at a customer's place?"),
        _("A flat, a house, a yard, or something that belongs to the customer."),
        Photo.Place.choices,
        _("Choose whether it was at a customer's place"),
    )
    firm = _choice(
        _("Does the firm agree?"),
        _("The firm you did the work for. One sentence from your boss is enough."),
        Photo.Firm.choices,
        _("Choose whether the firm agrees"),
    )
    readable = _choice(
        _("Can anything be read?"),
        _("House number, number plate, name on a doorbell, plan, screen, paper."),
        [*Photo.Readable.choices, (SOMETHING, _("Yes, something"))],
        _("Choose whether anything can be read"),
    )

    def __init__(self, *args: Any, sample: WorkSample, **kwargs: Any) -> None:
        self.sample = sample
        super().__init__(*args, **kwargs)

    def clean_people(self) -> str:
        people: str = self.cleaned_data["people"]
        if not rules.may_agree(self.sample, people):
            raise ValidationError(words.NO_PEOPLE, code="care")
        return people

    def clean_readable(self) -> str:
        readable: str = self.cleaned_data["readable"]
        if readable == SOMETHING:
            raise ValidationError(words.READABLE, code="readable")
        return readable


def said(photo: Photo) -> list[tuple[str, str]]:
    """What was answered about a photo, in the words of the questions."""
    fields = PhotoConsentForm.base_fields
    return [
        (str(field.label), str(dict(field.choices).get(getattr(photo, name), "")))  # type: ignore[attr-defined]
        for name, field in fields.items()
    ]


class SameForm(forms.Form):
    """The same answers for other photos: each is looked at and ticked for itself."""

    photos = forms.MultipleChoiceField(
        label=_("For which photos is this true too?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick the photos for which this is true too")},
    )

    def __init__(self, *args: Any, photos: list[Photo], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.there = {str(photo.pk): photo for photo in photos}
        self.fields["photos"].choices = [(key, photo.alt) for key, photo in self.there.items()]  # type: ignore[attr-defined]

    def chosen(self) -> list[Photo]:
        return [self.there[key] for key in self.cleaned_data["photos"]]


class ConsentForm(forms.Form):
    """About the words, each line with its own tick, so that nobody agrees unread (§ 203 StGB). Photos have been asked about."""

    nobody = forms.BooleanField(
        label=_("My words name no customer and no address."),
        error_messages={"required": _("Check that your words name no customer and no address")},
    )
    agreed = forms.BooleanField(
        label=_("I tell nothing that I must keep to myself, and my firm has no objection."),
        error_messages={"required": _("Check that you tell nothing you must keep to yourself")},
    )

    def __init__(self, *args: Any, sample: WorkSample, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if sample.kind == WorkSample.Kind.CASE:
            self.fields["nobody"].label = _("Nobody can be recognised: no name, no room, no date of birth, no illness.")
            self.fields["nobody"].error_messages["required"] = _("Check that nobody can be recognised")

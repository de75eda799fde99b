"""What is asked about a photo."""

import uuid
from typing import cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from network.samples import images, words
from network.samples.images import BadPicture
from network.samples.models import Photo

ACCEPT = "image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif"


class PhotoForm(forms.Form):
    """Words for one photo."""

    stage = forms.ChoiceField(
        label=_("When was the photo taken?"),
        choices=Photo.Stage.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose when the photo was taken")},
    )
    alt = forms.CharField(
        label=_("What can be seen?"),
        help_text=_("1 or 2 sentences. They are read aloud to people who cannot see the photo."),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": _("Write what can be seen"),
            "max_length": words.TOO_LONG,
        },
    )


class UploadForm(PhotoForm):
    field_order = ["once", "file", "stage", "alt"]
    once = forms.UUIDField(widget=forms.HiddenInput, required=False)
    file = forms.FileField(
        label=_("Which photo?"),
        help_text=_(
            "JPEG, PNG, WebP or HEIC, up to 25 MB. We remove place, time and camera data. The original is not kept."
        ),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPT, "data-shrink": "2560"}),
        error_messages={"required": _("Choose a photo"), "invalid": _("Choose a photo")},
    )

    def clean_file(self) -> File[bytes]:
        file: File[bytes] = self.cleaned_data["file"]
        try:
            images.inspect(file)  # type: ignore[arg-type]
        except BadPicture as bad:
            raise ValidationError(words.REFUSED[bad.problem], code=bad.problem.value) from bad
        return file

    def once_or_new(self) -> uuid.UUID:
        return cast(uuid.UUID, self.cleaned_data["once"] or uuid.uuid4())

"""A firm to hide from."""

from django import forms
from django.utils.translation import gettext_lazy

from network.places.fields import PlaceField
from network.profiles.fields import FirmField


class BlockForm(forms.Form):
    employer = FirmField(
        similar=True,
        label=gettext_lazy("Which firm shall not see your page?"),
        error_messages={"several": gettext_lazy("Which one do you mean?")},
    )
    place = PlaceField(
        label=gettext_lazy("Where is the firm?"),
        help_text=gettext_lazy(
            "Only needed if it is not registered here. Then firms of this name within 30 kilometres are meant. Without a"
            " place, all of this name."
        ),
        required=False,
        error_messages={
            "unknown": gettext_lazy("We do not know this place. Type a postcode or a town, or leave it empty")
        },
    )

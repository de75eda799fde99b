"""A firm to hide from."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.employers import naming
from network.employers.models import Employer
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

    def clean_employer(self) -> Employer | str:
        """A name that registering folds to nothing could never meet a firm."""
        firm: Employer | str = self.cleaned_data["employer"]
        if isinstance(firm, str) and not naming.stem(firm):
            raise ValidationError(_("Write the name of the firm in Latin letters, as it stands on its papers"))
        return firm

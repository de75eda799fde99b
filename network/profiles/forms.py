"""One form for each question. Labels are the questions themselves."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.occupations.fields import OccupationField
from network.places.fields import PlaceField
from network.profiles.models import Profile
from network.profiles.naming import tidy
from network.ui.fields import LineField, choices
from network.ui.text import holds_address

RADII = (5, 10, 15, 25, 50, 75, 100)
NameShown, Visibility = Profile.NameShown, Profile.Visibility


class NameForm(forms.Form):
    name = LineField(
        label=gettext_lazy("First name and family name"),
        help_text=gettext_lazy("References are made out to this name."),
        max_length=80,
        error_messages={"required": gettext_lazy("Enter your first name and family name")},
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
    )
    name_shown = forms.ChoiceField(
        label=gettext_lazy("How shall others read your name?"),
        choices=choices(
            [
                (
                    NameShown.INITIAL,
                    NameShown.INITIAL.label,
                    gettext_lazy("Anna Gärtner becomes Anna G."),
                ),
                (
                    NameShown.FULL,
                    NameShown.FULL.label,
                    gettext_lazy("Everybody who may open your page reads your full name."),
                ),
            ]
        ),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose how others shall read your name")},
    )

    def clean_name(self) -> str:
        name = tidy(self.cleaned_data["name"])
        if not any(c.isalpha() for c in name):
            raise ValidationError(_("Enter your first name and family name"))
        if holds_address(name):
            raise ValidationError(_("Enter your name only, without web or mail address"), code="address")
        return name


class OccupationForm(forms.Form):
    heading = "occupation"
    occupation = OccupationField(
        label=gettext_lazy("What is your occupation?"),
        help_text=gettext_lazy("Type it the way you say it."),
        error_messages={"required": gettext_lazy("Enter your occupation")},
    )


class PlaceForm(forms.Form):
    place = PlaceField(
        label=gettext_lazy("Your postcode or town"),
        help_text=gettext_lazy("Others read only the town, never your address."),
        error_messages={"required": gettext_lazy("Enter your postcode or your town")},
    )
    radius_km = forms.TypedChoiceField(
        label=gettext_lazy("How far do you go to work?"),
        choices=lambda: [(km, _("%d kilometres") % km) for km in RADII],  # in the language of who asks
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose how far you go to work")},
    )
    montage = forms.BooleanField(
        label=gettext_lazy("I also work away from home for several days"),
        help_text=gettext_lazy("On a building site far away, for example."),
        required=False,
    )


class AboutForm(forms.Form):
    heading = "about"
    about = forms.CharField(
        label=gettext_lazy("What do you want to say about your work?"),
        help_text=gettext_lazy("At most 300 characters. One or two sentences are enough."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": 300}),
    )

    def clean_about(self) -> str:
        return " ".join(str(self.cleaned_data["about"]).split())


class VisibilityForm(forms.Form):
    heading = "visibility"
    visibility = forms.ChoiceField(
        label=gettext_lazy("Who may see your page?"),
        help_text=gettext_lazy(
            "You can change this at any time. It takes effect at once. Single things on the page can have fewer readers."
        ),
        choices=choices(
            [
                (
                    Visibility.OFF,
                    Visibility.OFF.label,
                    gettext_lazy("Only you see your page, and whoever gets a share link what it names."),
                ),
                (
                    Visibility.LINK,
                    Visibility.LINK.label,
                    gettext_lazy(
                        "Nobody finds you by searching. Everybody who has the address of your page can open it, without "
                        "signing in. Also your boss, if the address gets passed on."
                    ),
                ),
                (
                    Visibility.EMPLOYERS,
                    Visibility.EMPLOYERS.label,
                    gettext_lazy(
                        "Employers that were checked can open your page. They find you by searching if you want offers. "
                        "You can read who looked. Firms that you block see nothing."
                    ),
                ),
                (
                    Visibility.EVERYONE,
                    Visibility.EVERYONE.label,
                    gettext_lazy(
                        "Everybody can find and open your page without signing in. Also your boss, if they look without "
                        "signing in. Only checked employers read that you want offers. Search engines stay out until you"
                        " let them in."
                    ),
                ),
            ]
        ),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose who may see your page")},
    )

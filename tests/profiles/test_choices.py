"""Choices are said in the language of who asks, not in that of the moment when the house was started."""

import pytest
from django.utils import translation

from network.profiles.forms import PlaceForm
from network.profiles.forms_sharing import ShareForm


@pytest.mark.parametrize(
    ("language", "days", "reach"),
    [("de", "30 Tage", "25\N{NO-BREAK SPACE}Kilometer"), ("en", "30 days", "25 kilometres")],
)
def test_choices_follow_the_reader(db, language, days, reach):
    with translation.override(language):
        assert days in str(ShareForm(groups=[])["days"])
        assert reach in str(PlaceForm()["radius_km"])

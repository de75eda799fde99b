"""Words that several files of the archive share."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.profiles import words
from network.profiles.counting import counting_vouches
from network.profiles.models import Station
from network.profiles.steps import steps_of

LICENCES = _("Driving licences")


def proof(station: Station) -> str:
    """Where the statement comes from (law 2), as the page says it. `station` from with_vouches()."""
    level, said = words.provenance(counting_vouches(station, timezone.localdate()))
    return said if level else ""


def steps(station: Station) -> list[str]:
    """What somebody became inside the firm, oldest first: "Lead hand, April 2015"."""
    return [f"{step.name}, {words.point(step.start, about=step.about)}" for step in steps_of(station)]

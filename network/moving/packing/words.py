"""Words that several files of the archive share."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.profiles import words
from network.profiles.counting import counting_vouches
from network.profiles.models import Station
from network.ui.templatetags.ui import month

LICENCES = _("Driving licences")


def proof(station: Station) -> str:
    """Where the statement comes from (law 2), as the page says it. `station` from with_vouches()."""
    level, said = words.provenance(counting_vouches(station, timezone.localdate()))
    return said if level else ""


def steps(station: Station) -> list[str]:
    """What somebody became inside the firm, oldest first: "Foreman, April 2015"."""
    said = ((step.get("title") or step.get("role", ""), step.get("start", "")) for step in station.steps)
    return [", ".join(filter(None, (name, _begin(start)))) for name, start in said if name]


def _begin(start: str) -> str:
    return str(month(date.fromisoformat(f"{start}-01"))) if len(start) == len("2015-04") else start

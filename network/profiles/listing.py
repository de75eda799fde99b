"""People as lists show them: with those stations and confirmations that everybody who can find the page may read."""

from dataclasses import dataclass, field

from django.db.models import F

from network.profiles import joined, rules
from network.profiles.counting import Vouch
from network.profiles.models import Profile, Station


@dataclass(frozen=True)
class Listed:
    """`stations` newest first; each carries its `vouches` and none of what stands behind its foreign keys."""

    profile: Profile
    stations: list[Station] = field(default_factory=list)


def people(ids: list[int]) -> dict[int, Listed]:
    """By id, in one statement. An item for fewer readers than the page leaves no trace, whoever asks: no number tells more."""
    vouches = {f"vouch_{name}": F(f"stations__confirmations__{name}") for name in Vouch._fields}
    rows = (
        Profile.objects.filter(pk__in=ids)
        .select_related("occupation", "place")
        .annotate(**joined.columns(Station, "stations"), **vouches)
        .order_by(
            F("stations__end").desc(nulls_first=True),
            "-stations__start",
            "-stations__pk",
            "stations__confirmations__on",
            "stations__confirmations__pk",
        )
    )
    found: dict[int, Listed] = {}
    stations: dict[int, Station] = {}
    for row in rows:
        listed = found.setdefault(row.pk, Listed(row))
        counted = rules.counted_audiences(row)
        station = joined.built(Station, "stations", row)
        if station is None or station.audience not in counted:
            continue
        if station.pk not in stations:
            station.vouches = []
            stations[station.pk] = station
            listed.stations.append(station)
        vouch = Vouch(*(getattr(row, f"vouch_{name}") for name in Vouch._fields))
        if vouch.level and vouch.audience in counted:
            stations[station.pk].vouches.append(vouch)
    return found

"""The copies that search reads: written by refresh() alone, from what the worker and the people who confirm have said."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, F, Q
from django.utils import timezone

from network.profiles import recognition, rules
from network.profiles.counting import counting_vouches, tree_of
from network.profiles.models import Confirmation, Profile, Station
from network.profiles.spots import spot

REFERENCE = "reference:"  # how sources of confirmations by references begin
CHECKED = 4  # the step of the ladder on which a checked employer speaks
LATE = timedelta(days=7)  # a nightly run that was missed for some days loses nothing


@transaction.atomic
def refresh(profile: Profile, *, dated: bool = True, **answers: object) -> None:
    """Compute the copies anew and store what changed. Twice is the same as once.

    New answers are stored in the same statement: a page that is hidden now is out of the search now. They are dated: that is
    when somebody last looked at the page, and strangers read the month. What they must not learn of is not `dated` (law 3).
    """
    if answers and dated:
        answers.setdefault("changed_at", timezone.now())
    locked = Profile.objects.select_for_update(of=("self",)).select_related("occupation").get(pk=profile.pk)
    before = dict(vars(locked))
    for name, value in answers.items():
        setattr(locked, name, value)
    today = timezone.localdate()
    copies = {**from_answers(locked, today), **_from_stations(locked, today), "quals": _quals(locked, today)}
    changed = {name: value for name, value in copies.items() if before[name] != value}
    if _searched(before) != _searched({**vars(locked), **copies}):
        changed["moved_at"] = timezone.now()
    if changed or answers:
        Profile.objects.filter(pk=profile.pk).update(**answers, **changed)
    for name, value in {**answers, **copies}.items():
        setattr(profile, name, value)


# What a search asks for as it stands. Months go up for everybody who still works somewhere, and searches count them in years.
SEARCHED = (
    *("searchable", "open", "field_id", "group", "occupation_id", "place_id", "radius_km", "quals", "last_confirmed"),
    *("montage", "shifts", "licences", "languages", "hours", "available_from", "notice"),
)
MOST_YEARS = 5  # nobody searches for more (law 11)


def _searched(columns: dict[str, Any]) -> list[object]:
    """Two pages with the same of this are in the same lists."""
    years = min(columns["vouched_months"] // 12, MOST_YEARS)
    return [*(columns[name] for name in SEARCHED), years, bool(columns["refs"]), bool(columns["checked_refs"])]


def from_answers(profile: Profile, today: date) -> dict[str, object]:
    """The copies that follow from the page alone, without a statement to the database."""
    occupation = profile.occupation
    return {
        "field_id": occupation.field_id if occupation else None,
        "group": occupation.group if occupation else "",
        "spot": spot(occupation.field_id, profile.place_id) if occupation and profile.place_id else None,
        "searchable": profile.visibility in rules.FOUND_BY_SEARCH and rules.is_complete(profile),
        "public": profile.visibility == Profile.Visibility.EVERYONE,
        "open": rules.wants_offers(profile, today),
    }


def _from_stations(profile: Profile, today: date) -> dict[str, object]:
    stations: Iterable[Station] = profile.stations.filter(rules.counts(profile)).with_vouches()
    for station in stations:
        station.vouches = [vouch for vouch in station.vouches if vouch.audience in rules.counted_audiences(profile)]
    tree = tree_of(stations, today)
    said = [vouch.on for station in stations for vouch in counting_vouches(station, today)]
    references = Confirmation.objects.filter(
        rules.counts(profile), station__profile=profile, source__startswith=REFERENCE
    )
    return {
        "vouched_months": tree.confirmed,
        "declared_months": tree.declared,
        "vouched_by": sum(share.confirmed > 0 for share in tree.shares),
        "last_confirmed": max(said, default=None),
        **references.aggregate(refs=Count("pk"), checked_refs=Count("pk", filter=Q(level__gte=CHECKED))),
    }


def _quals(profile: Profile, today: date) -> int:
    """One bit per kind that is valid today and belongs to the person, not to the firm that issued it.

    A recognition counts from the day on which it is one: an application says nothing yet.
    """
    held = profile.qualifications.filter(rules.counts(profile), kind__bound_to_firm=False).select_related("kind")
    bits = 0
    for paper in held:
        running = paper.kind.slug == recognition.KIND and not recognition.is_recognised(paper.recognition)
        if not running and rules.is_valid(rule=paper.kind.rule, valid_until=paper.valid_until, today=today):
            bits |= 1 << paper.kind.bit
    return bits


def refresh_aged(today: date) -> int:
    """For the nightly run: pages whose copies age by the calendar alone. Returns how many.

    A qualification ran out, somebody's rest is over, or a new month began for somebody who still works there. With them
    those whose occupation was moved to another field or group of the catalogue.
    """
    rested = Q(goal=Profile.Goal.LATER, resting_until__range=(today - LATE, today))
    ran_out = Q(qualifications__valid_until__range=(today - LATE, today - timedelta(days=1)))
    still_there = Q(stations__end=None, stations__isnull=False)
    sorted_anew = ~Q(spot=spot(F("occupation__field"), F("place"))) | ~Q(group=F("occupation__group"))
    aged = ran_out | rested | Q(sorted_anew, occupation__isnull=False, place__isnull=False)
    if today.day <= LATE.days:
        aged |= still_there
    number = 0
    for profile in Profile.objects.filter(aged).distinct().iterator(chunk_size=500):
        refresh(profile)
        number += 1
    return number

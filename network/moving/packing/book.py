"""profile.json: everything on a page with stable names, to be brought into another Handschlag. Its schema lies beside it.

Every column of the models is in it by itself; what stands here gives some of them better words than the database has.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from django.utils import timezone

from accounts.mail import link
from accounts.models import User
from accounts.rows import plain
from network.employers.models import Employer
from network.moving import registry
from network.moving.packing import week
from network.occupations.models import Occupation
from network.occupations.vocabulary import LICENCES, SHIFTS, slugs_of
from network.places.models import Place
from network.profiles.leaving import OF_PROFILE, OF_SHARE, OWN
from network.profiles.models import Block, Profile, Qualification, ShareLink, Station
from network.samples import registering

FORMAT, VERSION = "handschlag-profile", 1
# Made anew from the answers, never taken over.
COPIES = {
    "field", "group", "spot", "searchable", "public", "open", "quals", "refs", "checked_refs", "vouched_months", "declared_months", "vouched_by",
    "last_confirmed", "moved_at",
}  # fmt: skip


@cache
def schema() -> str:
    """The JSON Schema of profile.json, as it lies in the archive."""
    return files("network.moving").joinpath("data/profile.schema.json").read_text(encoding="utf-8")


def book(user: User) -> dict[str, Any]:
    """Everything as plain values. Eleven statements, however much there is."""
    profile = Profile.objects.filter(user=user).select_related("occupation", "place").first()
    head = {"format": FORMAT, "version": VERSION, "made_at": timezone.now().isoformat(), "house": link("/")}
    if profile is None:
        return {**head, "person": None}
    stations = profile.stations.select_related("employer", "place", "occupation").prefetch_related("confirmations")
    papers = profile.qualifications.select_related("kind", "recognised_as", "seen_employer")
    looks = profile.looks.select_related("employer").order_by("day", "pk")
    return {
        **head,
        "person": _person(profile),
        "stations": [_station(each) for each in stations],
        "papers": [_paper(each) for each in papers.prefetch_related("reminders")],
        "samples": registering.export(user).data["samples"],
        **{chapter.key: chapter.rows(user) for chapter in registry.chapters},
        "blocks": [_block(each) for each in profile.blocks.select_related("employer", "place").order_by("pk")],
        "share_links": [_share(each) for each in profile.shares.prefetch_related("openings")],
        "looks": [plain(look, without=OWN) for look in looks],
    }


def _person(profile: Profile) -> dict[str, Any]:
    return {
        **plain(profile, without=OF_PROFILE | COPIES),
        "occupation": _occupation(profile.occupation),
        "place": _place(profile.place),
        "week": week.slugs_of(profile.week),
        "shifts": slugs_of(profile.shifts, SHIFTS),
        "licences": slugs_of(profile.licences, LICENCES),
    }


def _station(station: Station) -> dict[str, Any]:
    return {
        "id": station.pk,
        **plain(station, without=OWN),
        "employer": _employer(station.employer),
        "place": _place(station.place),
        "occupation": _occupation(station.occupation),
        "confirmations": [plain(each, without={"station"}) for each in station.confirmations.all()],
    }


def _paper(paper: Qualification) -> dict[str, Any]:
    return {
        "id": paper.pk,
        **plain(paper, without=OWN | {"station"}),
        "kind": {"slug": paper.kind.slug, "name": str(paper.kind)},
        "station_id": paper.station_id,
        "recognised_as": _occupation(paper.recognised_as),
        "seen_employer": _employer(paper.seen_employer),
        "reminded": [plain(mail, without={"qualification"}) for mail in paper.reminders.all()],
    }


def _block(block: Block) -> dict[str, Any]:
    return {**plain(block, without=OWN), "employer": _employer(block.employer), "place": _place(block.place)}


def _share(share: ShareLink) -> dict[str, Any]:
    opened = [opening.hour.isoformat() for opening in share.openings.all()]
    return {**plain(share, without=OF_SHARE), "opened": opened}


def _occupation(occupation: Occupation | None) -> dict[str, str] | None:
    return {"slug": occupation.slug, "name": str(occupation), "kldb": occupation.kldb} if occupation else None


def _place(place: Place | None) -> dict[str, str] | None:
    return {"postcode": place.postcode, "name": place.name} if place else None


def _employer(employer: Employer | None) -> dict[str, str] | None:
    return {"id": employer.public_id, "name": employer.name} if employer else None


def described() -> dict[str, Any]:
    """The schema as a value."""
    loaded: dict[str, Any] = json.loads(schema())
    return loaded

"""Take everything, leave at once (law 14): what this room knows of a person, and how it forgets."""

from typing import Any

from django.db import transaction

from accounts.models import User
from accounts.registry import Export
from accounts.rows import plain
from network.profiles.models import Profile, Qualification, ShareLink, Station

# Whom it hangs on, secrets, and accounts of others: `seen_by` says who saw a paper.
OWN = {"profile"}
OF_PROFILE = {"user", "helper", "feed_hash"}
OF_SHARE = OWN | {"token_hash"}


def export(user: User) -> Export:
    """Every row about the person with every column, in plain values."""
    profile = Profile.objects.of(user)
    if not profile:
        return Export({})
    stations = profile.stations.select_related("employer", "place", "occupation").prefetch_related("confirmations")
    papers = profile.qualifications.select_related("kind", "recognised_as", "seen_employer", "station")
    blocks = profile.blocks.select_related("employer", "place").order_by("pk")
    looks = profile.looks.select_related("employer").order_by("day", "pk")
    return Export(
        {
            "profile": plain(profile, without=OF_PROFILE) | {"a_helper_may_write": profile.helper_id is not None},
            "stations": [_station(station) for station in stations],
            "qualifications": [_paper(paper) for paper in papers.prefetch_related("reminders")],
            "share_links": [_share(share) for share in profile.shares.prefetch_related("openings")],
            "looks": [plain(look, without=OWN) for look in looks],
            "blocked_firms": [plain(block, without=OWN) for block in blocks],
        }
    )


def _station(station: Station) -> dict[str, Any]:
    said = [plain(each, without={"station"}) for each in station.confirmations.all()]
    return {**plain(station, without=OWN), "confirmations": said}


def _paper(paper: Qualification) -> dict[str, Any]:
    mails = [plain(mail, without={"qualification"}) for mail in paper.reminders.all()]
    return {**plain(paper, without=OWN), "reminded": mails}


def _share(share: ShareLink) -> dict[str, Any]:
    return {**plain(share, without=OF_SHARE), "opened": [each.hour.isoformat() for each in share.openings.all()]}


@transaction.atomic
def erase(user: User) -> None:
    """The page with everything on it. Upper rooms have cleared theirs before."""
    Profile.objects.filter(user=user).delete()

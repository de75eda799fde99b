"""Take everything, leave at once (law 14): what this room knows of a person, and how it forgets."""

from datetime import date
from typing import Any

from django.db import transaction

from accounts.models import User
from accounts.registry import Export
from network.profiles.models import Profile, Qualification, ShareLink, Station


def export(user: User) -> Export:
    """Every row about the person, in plain values."""
    profile = Profile.objects.of(user)
    if not profile:
        return Export({})
    stations = profile.stations.select_related("employer", "place", "occupation").prefetch_related("confirmations")
    qualifications = profile.qualifications.select_related("kind").prefetch_related("reminders")
    blocks = profile.blocks.select_related("employer").order_by("pk")
    return Export(
        {
            "profile": _profile(profile),
            "stations": [_station(station) for station in stations],
            "qualifications": [_qualification(qualification) for qualification in qualifications],
            "share_links": [_share(share) for share in profile.shares.prefetch_related("openings")],
            "looks": [
                {"employer": str(look.employer), "where": look.where, "day": look.day.isoformat()}
                for look in profile.looks.select_related("employer").order_by("day", "pk")
            ],
            "blocked_firms": [
                {"firm": str(block.employer or block.name), "since": block.created_at.isoformat()} for block in blocks
            ],
        }
    )


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _profile(profile: Profile) -> dict[str, Any]:
    """What was answered, and the copies made of it for search."""
    plain = {
        field.attname: getattr(profile, field.attname)
        for field in profile._meta.concrete_fields
        if not field.is_relation and field.name != "id"
    }
    dates = {name: value.isoformat() for name, value in plain.items() if hasattr(value, "isoformat")}
    return {**plain, **dates, "occupation": str(profile.occupation or ""), "place": str(profile.place or "")}


def _station(station: Station) -> dict[str, Any]:
    return {
        "firm": station.employer_name,
        "registered_firm": str(station.employer or ""),
        "place": str(station.place or ""),
        "occupation": str(station.occupation or ""),
        "kind": station.kind,
        "start": _day(station.start),
        "end": _day(station.end),
        "written_at": station.created_at.isoformat(),
        "confirmations": [
            {
                "source": each.source,
                "level": each.level,
                "first": _day(each.first),
                "last": _day(each.last),
                "on": _day(each.on),
            }
            for each in station.confirmations.all()
        ],
    }


def _share(share: ShareLink) -> dict[str, Any]:
    return {
        "name": share.name,
        "items": share.items,
        "created_at": share.created_at.isoformat(),
        "expires_at": share.expires_at.isoformat(),
        "ended_at": share.ended_at.isoformat() if share.ended_at else None,
        "opened": [opening.hour.isoformat() for opening in share.openings.all()],
    }


def _qualification(qualification: Qualification) -> dict[str, Any]:
    return {
        "kind": str(qualification.kind),
        "issuer": qualification.issuer,
        "issued": _day(qualification.issued),
        "valid_until": _day(qualification.valid_until),
        "reminded": [
            {"due": _day(mail.due), "days": mail.days, "sent_at": mail.sent_at.isoformat()}
            for mail in qualification.reminders.all()
        ],
    }


@transaction.atomic
def erase(user: User) -> None:
    """The page with everything on it. Upper rooms have cleared theirs before."""
    Profile.objects.filter(user=user).delete()

"""Who reads which item. Each kind has its own action, so that every room writes its own rows.

None of them touches changed_at: other readers make no fact newer, and a stranger must not see that there are some.
"""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from accounts.models import User
from network.profiles import rules
from network.profiles.copies import refresh
from network.profiles.models import Profile
from network.profiles.registry import SetsAudience


@transaction.atomic
def show_items(*, by: User, profile: Profile, changes: Sequence[tuple[SetsAudience, dict[str, str]]]) -> None:
    """Items of several kinds at once: all of them, or none. Raises PermissionDenied for items of others."""
    for change, audiences in changes:
        change(by=by, profile=profile, audiences=audiences)


@transaction.atomic
def show_stations(*, by: User, profile: Profile, audiences: dict[str, str]) -> None:
    """Raises PermissionDenied for stations of others."""
    rules.require_owner(by, profile)
    change_rows(profile.stations.all(), "station", audiences)
    refresh(profile)


@transaction.atomic
def show_papers(*, by: User, profile: Profile, audiences: dict[str, str]) -> None:
    """Raises PermissionDenied for papers of others."""
    rules.require_owner(by, profile)
    change_rows(profile.qualifications.all(), "paper", audiences)
    refresh(profile)


@transaction.atomic
def show_ways(*, by: User, profile: Profile, audiences: dict[str, str]) -> None:
    """Phone and mail, as columns of the page itself."""
    rules.require_owner(by, profile)
    if audiences.keys() - {"phone", "mail"}:
        raise PermissionDenied
    refresh(profile, dated=False, **{f"{key}_audience": value for key, value in audiences.items()})


@transaction.atomic
def save_contact(*, by: User, profile: Profile, phone: str, phone_audience: str, mail: str, mail_audience: str) -> None:
    """How somebody can be reached, for those who may read it. What is empty is read by nobody."""
    rules.require_owner(by, profile)
    said: dict[str, Any] = {
        "phone": phone,
        "phone_audience": phone_audience if phone else rules.FIRST_OF_A_WAY,
        "mail": mail,
        "mail_audience": mail_audience if mail else rules.FIRST_OF_A_WAY,
    }
    refresh(profile, changed_at=timezone.now(), **said)


def change_rows(rows: "models.QuerySet[models.Model]", kind: str, audiences: dict[str, str]) -> None:
    """One statement for each audience. Raises PermissionDenied where a key names no row of these."""
    by_audience: dict[str, list[int]] = {}
    for key, audience in audiences.items():
        named, _colon, pk = key.partition(":")
        if named != kind or not pk.isdecimal():
            raise PermissionDenied
        by_audience.setdefault(audience, []).append(int(pk))
    changed = sum(rows.filter(pk__in=pks).update(audience=audience) for audience, pks in by_audience.items())
    if changed != len(audiences):
        raise PermissionDenied

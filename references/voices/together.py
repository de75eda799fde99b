"""Witnesses instead of a boss: three colleagues of one station, whose firm is gone, stand for it together.

Nothing counts before three different people have answered, are known by account or code, and are shown. Then the months that all
three cover are confirmed (docs/decisions/0033). When one of the three goes, so does the confirmation.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from django.db import transaction
from django.utils import timezone

from network.profiles import actions as profiles
from network.profiles.counting import TOGETHER
from network.profiles.models import Audience, Profile, Station
from references.ladder import IDENTIFIED
from references.models import Voice
from references.said.rules import is_answered
from references.voices import rules

NEEDED = 3
LEVEL = 2
_NARROWEST = (Audience.NOBODY, Audience.EMPLOYERS, Audience.ALL)


@dataclass(frozen=True)
class Three:
    voices: tuple[Voice, ...]
    first: date  # months that all of them cover
    last: date

    @property
    def audience(self) -> str:
        """Who may read all three."""
        return next(each for each in _NARROWEST if any(voice.audience == each for voice in self.voices))


def source_of(station_id: int) -> str:
    return f"{TOGETHER}{station_id}"


def counts(voice: Voice) -> bool:
    """One of those who can stand in for a boss. Not the worker under whatever name, as far as that can be known."""
    known = voice.instead and is_answered(voice) and voice.how in IDENTIFIED
    return bool(known and voice.shown and voice.first and voice.last and voice.user_id != voice.profile.user_id)


def people(voices: Iterable[Voice]) -> list[list[Voice]]:
    """By person: the same account or the same mailbox is one."""
    groups: list[tuple[set[object], list[Voice]]] = []
    for voice in voices:
        marks: set[object] = {each for each in (voice.user_id, voice.mailbox_hash) if each}
        said = [voice]
        for group in [group for group in groups if group[0] & marks]:
            groups.remove(group)
            marks, said = marks | group[0], [*group[1], *said]
        groups.append((marks, said))
    return [said for _marks, said in groups]


def three(voices: Iterable[Voice]) -> Three | None:
    """Of those who count, the three who cover most months together; None while there are fewer."""
    everyone = [max(said, key=_months) for said in people(each for each in voices if counts(each))]
    best = max((_overlap(some) for some in combinations(everyone, NEEDED)), key=_length, default=None)
    return best if best and best.first <= best.last else None


def _overlap(some: Sequence[Voice]) -> Three:
    firsts = [each.first for each in some if each.first]
    lasts = [each.last for each in some if each.last]
    return Three(tuple(some), max(firsts), min(lasts))


def _length(of: Three) -> int:
    return _between(of.first, of.last)


def _months(voice: Voice) -> int:
    return _between(voice.first, voice.last) if voice.first and voice.last else 0


def _between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


@transaction.atomic
def settle(station: Station | None) -> None:
    """Confirm what three stand for now, or nothing. Called after everything that changes a voice of a station; nothing for samples."""
    if station is None:
        return
    profile = Profile.objects.select_for_update(of=("self",)).select_related("user").get(pk=station.profile_id)
    voices = Voice.objects.filter(station=station, instead=True).shown_now().select_related("profile")
    mine = rules.own_mailboxes(profile.user)
    found = three(each for each in voices if each.mailbox_hash not in mine)
    if found is None:
        profiles.drop_confirmation(source=source_of(station.pk))
        return
    said = max(timezone.localdate(each.closed_at) for each in found.voices)
    profiles.confirm_station(
        station=station,
        source=source_of(station.pk),
        level=LEVEL,
        first=found.first,
        last=found.last,
        on=said,
        audience=found.audience,
    )

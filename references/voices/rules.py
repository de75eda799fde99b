"""Who may ask, who may say what, and how it is known who speaks."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.mailbox import mailbox_hash, without_tag
from accounts.models import User
from network.profiles.models import Station
from network.profiles.months import earliest, latest
from network.profiles.rules import may_be_confirmed
from references import ladder, rules
from references.ladder import ACCOUNT, CODE, IDENTIFIED, LINK, ROOM
from references.models import Voice
from references.querysets_asked import VoiceQuerySet
from references.said.rules import is_answered
from references.voices.about import About
from references.witness.ladder import CUSTOMER
from references.witness.rules import roles_for

MOST_PICKS = 5


def may_ask(about: About) -> bool:
    """In care nobody is asked as a customer: it would say whose patient somebody is (GDPR Art. 9, § 203 StGB)."""
    if about.sample:
        return bool(about.sample.title) and CUSTOMER in roles_for(about.sample)
    return bool(about.station and may_be_confirmed(about.station)) and (not about.instead or is_gone(about.station))


def is_gone(station: Station | None) -> bool:
    """Whether three colleagues may stand in for the boss: the work there is over, and no checked firm is here that could be asked."""
    return bool(station and station.end and not (station.employer and station.employer.is_checked))


def voices_about(about: About) -> VoiceQuerySet:
    """All of one station or sample, those in the place of a boss among them."""
    return Voice.objects.filter(sample=about.sample) if about.sample else Voice.objects.filter(station=about.station)


def mailbox_of(email: str) -> str:
    """One hash for all tags of a mailbox: two voices from it are one person."""
    return mailbox_hash(without_tag(email))


def own_mailboxes(user: User) -> set[str]:
    """The same of all confirmed addresses of an account."""
    verified = user.emailaddress_set.filter(verified=True).values_list("email", flat=True)  # type: ignore[attr-defined]
    return {mailbox_of(each) for each in (user.email, *verified)}


def has_said(about: About, mailbox: str) -> bool:
    return voices_about(about).answered().to_mailbox(mailbox).exists()


def is_already_asked(about: About, mailbox: str) -> bool:
    return voices_about(about).open().to_mailbox(mailbox).exists()


def may_remind(voice: Voice) -> bool:
    """Once, and not on the same day: a second mail is a second secret."""
    asked_before = voice.created_at < timezone.now() - timedelta(days=1)
    return rules.is_open(voice) and bool(voice.email) and asked_before and "reminded" not in voice.draft


def how_known(user: object, voice: Voice, *, by_code: bool = False) -> str:
    """What is known of who answers now, the strongest first."""
    if isinstance(user, User):
        theirs = voice.channel == Voice.Channel.ROOM and not voice.mailbox_hash
        if theirs or voice.mailbox_hash in own_mailboxes(user):
            return ACCOUNT
    if by_code:
        return CODE
    return ROOM if voice.channel == Voice.Channel.ROOM else LINK


def needs_code(voice: Voice, how: str) -> bool:
    """A link can be handed on, so a colleague shows that the mailbox is the own one. One of three does so in the same room too.

    A customer's word stands on the first rung whatever is known, so the link is enough.
    """
    if how in IDENTIFIED or voice.kind == Voice.Kind.CUSTOMER:
        return False
    return how == LINK or voice.instead


def level_of(voice: Voice, how: str, speaker: User | None) -> int:
    """1, or 2 for an identified colleague whose own time there is confirmed. `voice.station` comes with profile and employer."""
    known = speaker if how in IDENTIFIED else None
    common = bool(known and voice.station and rules.shares_station(known, voice.station))
    return ladder.level(ladder.Facts(relation=voice.kind, known=how, common_station=common))


def require_other_mailbox(voice: Voice) -> None:
    """The mailbox that answers is not one of the worker's, also not since yesterday. Raises PermissionDenied."""
    if voice.mailbox_hash and voice.mailbox_hash in own_mailboxes(voice.profile.user):
        raise PermissionDenied


def bounds(station: Station, today: date) -> tuple[date, date]:
    """The first and the last month that can be meant; of an "about 2009" the whole year."""
    this_month = today.replace(day=1)
    last = latest(station.end, about=station.end_about) if station.end else this_month
    return earliest(station.start, about=station.start_about), min(last, this_month)


def waiting(voices: Iterable[Voice]) -> list[Voice]:
    return [each for each in voices if is_answered(each) and each.decided_at is None]

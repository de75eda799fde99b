"""From where a word was asked for and given: the same four questions whatever it is, a reference, a voice or a witness."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Q

from accounts.models import User
from network.profiles.models import Profile
from references.models import Trace
from references.signals.hashes import family_hash

FAST = timedelta(seconds=60)  # from the mail to the answer: nobody reads it all in that time
ROOM, PAPER = "room", "paper"  # channels in which both stand in one place


@dataclass(frozen=True)
class Way:
    """How somebody was asked, of whatever table."""

    channel: str = ""
    asked: datetime | None = None
    said: datetime | None = None
    subjects: list[str] = field(default_factory=list)  # of the traces of who spoke


@dataclass(frozen=True)
class Whence:
    """What the traces of both sides have in common."""

    way: Way
    device: bool = False
    network: bool = False
    family: bool = False


def gather(profile: Profile, way: Way) -> Whence:
    """Four queries at most. Whoever spoke has left few traces; of the worker's only those are read that equal one of them."""
    spoke = list(Trace.objects.filter(subject__in=way.subjects, side=Trace.OTHER)) if way.subjects else []
    if not spoke:
        return Whence(way)
    devices, networks, families = (
        {getattr(each, name) for each in spoke} - {""} for name in ("device_hash", "network_hash", "family_hash")
    )
    same = Trace.objects.filter(Q(device_hash__in=devices) | Q(network_hash__in=networks))
    own = same.filter(profile=profile, side=Trace.WORKER).values_list("device_hash", "network_hash").distinct()
    found = list(own)
    return Whence(
        way,
        device=any(device in devices for device, _network in found),
        network=any(network in networks for _device, network in found),
        family=bool(families) and not families.isdisjoint(families_of(profile.user)),
    )


def families_of(user: User) -> set[str]:
    every = user.emailaddress_set.values_list("email", flat=True)  # type: ignore[attr-defined]
    return {family_hash(each) for each in [user.email, *every] if each}


def same_device(found: Whence) -> bool:
    """Self-vouching: the browser of the answer is one of the worker's."""
    return found.device


def same_network(found: Whence) -> bool:
    """Self-vouching: the same line. In one room, and where the browser is the same anyway, it says nothing more."""
    return found.network and not found.device and found.way.channel not in (ROOM, PAPER)


def same_family(found: Whence) -> bool:
    """Self-vouching: the mailbox of the answer is a second one of the worker."""
    return found.family


def too_fast(found: Whence) -> bool:
    """Sock puppets: answered within seconds of the question by mail."""
    way = found.way
    return way.channel == "mail" and bool(way.asked and way.said and way.said - way.asked < FAST)


KINDS: dict[str, Callable[[Whence], bool]] = {
    "same-device": same_device,
    "same-network": same_network,
    "same-family": same_family,
    "too-fast": too_fast,
}


def find(found: Whence) -> list[str]:
    return [kind for kind, holds in KINDS.items() if holds(found)]

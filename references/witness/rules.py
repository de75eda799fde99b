"""Who may ask and who may stand for what."""

from django.core.exceptions import PermissionDenied

from accounts.models import User
from network.employers import rules as employers
from network.samples.models import WorkSample
from network.samples.rules import is_care
from references.ladder import ACCOUNT, CODE, LINK, MEMBER, ROOM
from references.models import Witness
from references.querysets_asked import WitnessQuerySet
from references.rules import own_mailboxes
from references.witness.ladder import BOSS, COLLEAGUE, CUSTOMER


def roles_for(sample: WorkSample) -> tuple[str, ...]:
    """In care nobody is asked as a customer: it would say whose patient somebody is (GDPR Art. 9, § 203 StGB)."""
    station = sample.station
    care = is_care(sample.profile.occupation) or is_care(station.occupation if station else None)
    return (BOSS, COLLEAGUE) if care else (BOSS, COLLEAGUE, CUSTOMER)


def how_known(user: object, witness: Witness, role: str, *, by_code: bool = False) -> str:
    """What is known of who answers now, the strongest first; see ladder.level()."""
    if isinstance(user, User):
        if role == BOSS and speaks_for_checked(user, witness.sample):
            return MEMBER
        if witness.mailbox_hash and witness.mailbox_hash in own_mailboxes(user):
            return ACCOUNT
    if witness.channel == Witness.Channel.ROOM:
        return ROOM
    return CODE if by_code else LINK


def require_other_mailbox(witness: Witness) -> None:
    """The mailbox that was asked is not one of the worker's, also not since yesterday. Raises PermissionDenied."""
    if witness.mailbox_hash and witness.mailbox_hash in own_mailboxes(witness.profile.user):
        raise PermissionDenied


def speaks_for_checked(user: User, sample: WorkSample) -> bool:
    employer = sample.station.employer if sample.station else None
    if employer is None or not employer.is_checked:
        return False
    return employers.is_admin(user, employer) or employers.is_referee(user, employer)


def needs_code(role: str, how: str) -> bool:
    """A link can be handed on, so a boss shows that the mailbox is the own one: as strong as with a reference."""
    return role == BOSS and how == LINK


def is_already_asked(sample: WorkSample, mailbox: str) -> bool:
    return about(sample).filter(state="open", mailbox_hash=mailbox, channel="mail").exists()


def about(sample: WorkSample) -> WitnessQuerySet:
    return Witness.objects.filter(sample=sample)

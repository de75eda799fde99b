"""Who may do what with requests and references."""

from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from accounts.mailbox import domain_of, is_freemail, mailbox_hash, normalise, without_tag
from accounts.models import User
from network.employers import naming
from network.employers import rules as employers
from network.employers.models import Employer, Membership
from network.profiles.models import Profile, Station
from references.ladder import ACCOUNT, MEMBER, ROOM
from references.models import Asked, Reference, ReferenceRequest, StopList, Voice, Witness
from references.payload import said_in
from references.querysets import ReferenceQuerySet

REQUEST_LIFE = timedelta(days=30)  # Art. 14 GDPR and design.md: name and mailbox at most a month without an answer
LINK_LIFE = timedelta(days=21)  # then the page offers a new link, while the mailbox is still known
CORRECTION_LIFE = timedelta(days=7)  # begun and not signed: then the draft goes, and it can be begun again
A_NO_HOLDS = timedelta(days=365)
A_DAY = 10
TO_ONE_MAILBOX = 3
MOST_STATEMENTS = 10
AGED_AFTER = 3  # years; an older word looks older
COUNTS_FROM = 3  # levels that make months of a station confirmed: superiors and employers, not colleagues


def own_mailboxes(user: User) -> set[str]:
    """All confirmed addresses of the account, as keyed hashes."""
    return {mailbox_hash(email) for email in confirmed_mailboxes(user)}


def confirmed_mailboxes(user: User) -> list[str]:
    others = user.emailaddress_set.filter(verified=True).values_list("email", flat=True)  # type: ignore[attr-defined]
    return [user.email, *others]


def account_of(email: str) -> User | None:
    """Who signs in with this mailbox, confirmed: a code that was sent there is typed by the same person."""
    mailbox = normalise(email)
    confirmed = Q(email=mailbox) | Q(emailaddress__email=mailbox, emailaddress__verified=True)
    return User.objects.filter(confirmed).distinct().first() if mailbox else None


def unclaimed(*, about: User, mailboxes_of: User) -> ReferenceQuerySet:
    """Signed about the one by a code to a mailbox of the other, before that one had an account."""
    by_code = {"request__confirmed_at__isnull": False, "request__confirmed_way__in": ["", "mail"]}
    found = Reference.objects.kept().filter(profile__user=about, referee_user=None, **by_code)
    return found.filter(request__mailbox_hash__in=own_mailboxes(mailboxes_of))


def is_own_mailbox(user: User, email: str) -> bool:
    every = user.emailaddress_set.values_list("email", flat=True)  # type: ignore[attr-defined]
    return without_tag(email) in {without_tag(each) for each in [user.email, *every]}


def is_stopped(email: str) -> bool:
    return StopList.objects.filter(mailbox_hash=mailbox_hash(without_tag(email))).exists()


def refused_until(profile: Profile, email: str) -> datetime | None:
    """A no of this mailbox holds so long for this worker. Whoever said it is not told that somebody tried."""
    refusal = profile.refusals.filter(mailbox_hash=mailbox_hash(without_tag(email)), until__gt=timezone.now()).first()
    return refusal.until if refusal else None


def used_up_today(profile: Profile) -> bool:
    """Handshakes are counted by their own limit, they send nothing to anybody; corrections are the referee's."""
    sent = profile.reference_requests.of_worker().exclude(channel=ReferenceRequest.Channel.ROOM)
    return sent.since(timezone.now() - timedelta(days=1)).count() >= A_DAY


def mailbox_is_busy(profile: Profile, mailbox: str) -> bool:
    return profile.reference_requests.open().by_mail().to_mailbox(mailbox).count() >= TO_ONE_MAILBOX


def is_already_asked(station: Station, mailbox: str) -> bool:
    """By mail: that a boss has typed the own mailbox in the same room is for nobody to find out."""
    asked = station.reference_requests.by_mail()
    return asked.filter(state=ReferenceRequest.State.OPEN, mailbox_hash=mailbox).exists()


def may_remind(request: ReferenceRequest) -> bool:
    """Once, and not on the same day."""
    asked_before = request.created_at < timezone.now() - timedelta(days=1)
    by_mail = request.channel == ReferenceRequest.Channel.MAIL
    return by_mail and is_open(request) and request.reminded_at is None and asked_before


def is_open(asked: Asked) -> bool:
    return asked.state == Asked.State.OPEN and asked.expires_at > timezone.now()


def in_person(request: Asked) -> bool:
    """By digits, a square or a slip: nobody was named, so it is not known who answers."""
    return isinstance(request, ReferenceRequest) and request.channel in (
        ReferenceRequest.Channel.ROOM,
        ReferenceRequest.Channel.PAPER,
    )


def goes_unconfirmed(request: Asked) -> bool:
    """Whoever answers in person may leave it open who it is; the word then says so (level 1)."""
    return corrects_unchecked(request) or (in_person(request) and "code" in request.draft.get("answered", []))


def corrects_unchecked(request: Asked) -> bool:
    """A correction of what nobody was checked for: the link alone stands for the new words, and they say so as the old ones did."""
    old = request.corrects if isinstance(request, ReferenceRequest) else None
    return old is not None and bool(old.payload) and said_in(old)["checked"]["how"] == ROOM


def is_worker(user: object, request: ReferenceRequest | Witness | Voice) -> bool:
    return isinstance(user, User) and request.profile.user_id == user.pk


def is_known_referee(user: object, request: ReferenceRequest) -> str:
    """How a signed-in person is known without a code: "account" (holds the mailbox), "member" (speaks for the employer), or not."""
    if not isinstance(user, User):
        return ""
    if request.corrects:
        return known_as_signer(user, request.corrects)
    if request.channel == ReferenceRequest.Channel.FIRM:  # its referees and admins write these
        firm = request.station.employer
        return "member" if firm and speaks_for(user, firm) else ""
    if request.mailbox_hash and request.mailbox_hash in own_mailboxes(user):
        return "account"
    employer = request.station.employer
    return "member" if employer and employers.is_referee(user, employer) else ""


def known_as_signer(user: User, reference: Reference) -> str:
    """How a signed-in person is known as the one who signed this: by what was checked then, and no colleague in the firm stands in."""
    if said_in(reference)["checked"]["how"] == MEMBER:
        firm = reference.employer
        own = reference.referee_user_id == user.pk
        return MEMBER if own and firm and speaks_for(user, firm) else ""
    mailbox = reference.request.mailbox_hash if reference.request else ""
    return ACCOUNT if mailbox and mailbox in own_mailboxes(user) else ""


def has_left(user: int | None, employer: Employer | None) -> bool:
    """Spoke for the employer once, and does not any more."""
    if not (employer and user):
        return False
    names = [employer.pk, employer.merged_into_id]
    ended = list(Membership.objects.filter(employer__in=names, user=user).values_list("until", flat=True))
    return bool(ended) and None not in ended


def is_own_domain(email: str, employer: Employer | None) -> bool:
    domain = domain_of(email)
    return bool(employer and employer.domain and domain == employer.domain.lower() and not is_freemail(domain))


def shares_station(user: User, station: Station) -> bool:
    """A confirmed common station (level 2): a superior or the firm stands for months in which the user was there too.

    There: at the same firm, its parent or a branch; a firm that is not registered has the same name and town. One statement.
    """
    if station.profile.user_id == user.pk:
        return False
    last = station.end or timezone.localdate().replace(day=1)
    own = Station.objects.of(user).vouched_between(station.start, last, COUNTS_FROM).select_related("employer")
    return any(is_same_firm(each, station) for each in own)


def is_same_firm(one: Station, other: Station) -> bool:
    if one.employer and other.employer:
        return (one.employer.root_id or one.employer_id) == (other.employer.root_id or other.employer_id)
    if one.employer or other.employer or one.place_id is None or one.place_id != other.place_id:
        return False
    return naming.stem(one.employer_name) == naming.stem(other.employer_name)


def speaks_for(user: User, employer: Employer) -> bool:
    """May see and withdraw what was said in the employer's name."""
    return employers.is_admin(user, employer) or employers.is_referee(user, employer)


def is_aged(reference: Reference, today: date) -> bool:
    return is_older(timezone.localdate(reference.issued_at), today)


def is_older(said: date, today: date) -> bool:
    """More than 3 years have gone since the day on which it was said."""
    return (said.year + AGED_AFTER, said.month, said.day) < (today.year, today.month, today.day)


def is_withdrawn(reference: Reference) -> bool:
    return hasattr(reference, "withdrawal")


def is_corrected(reference: Reference) -> bool:
    """A newer one stands in its place."""
    return hasattr(reference, "correction")

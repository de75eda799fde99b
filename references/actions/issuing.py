"""The signature: a request becomes a reference, once."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.ids import new_token, public_id
from accounts.models import User
from network.employers.rules import is_referee
from references import emails, ladder, ledger, rules
from references.actions import correcting
from references.canonical import digest, plain
from references.closing import Closed, close
from references.drafts import Draft
from references.keys import key_for
from references.ladder import ACCOUNT, CODE, COLLEAGUE, MEMBER, PHONE, ROOM
from references.models import Reference, ReferenceRequest
from references.payload import Checked, build, new_salt
from references.signing import sign


class Incomplete(Exception):
    """Something was not answered yet; `step` says where to go."""

    def __init__(self, step: str) -> None:
        super().__init__(step)
        self.step = step


class Changed(Exception):
    """Another browser, or the employer, was faster: what would be signed is not what was read."""


@dataclass(frozen=True)
class Issued:
    reference: Reference
    manage_token: str  # the referee's secret to withdraw; in the mail, never stored


@transaction.atomic
def issue(*, by: User | None, request: ReferenceRequest, seen: Draft | None = None) -> Issued:
    """Freeze, sign, store, log, close; mails go out after the commit. `seen` is what stood on the page that was signed.

    Raises Closed (the second click, or somebody has ended it), Incomplete, Changed, PermissionDenied (the worker herself).
    A correction raises CannotCorrect (a Closed) and Unchanged besides.
    """
    old = correcting.lock(request.corrects_id) if request.corrects_id else None
    asked = (
        ReferenceRequest.objects.select_for_update(of=("self",))
        .select_related("profile__user", "station__employer__place", "station__place", "station__occupation")
        .filter(pk=request.pk)
        .first()
    )
    if asked is None or not rules.is_open(asked):
        raise Closed
    if rules.is_worker(by, asked):
        raise PermissionDenied
    asked.station.profile = asked.profile
    draft, checked = _complete_draft(asked, by, seen), _checked(asked, by)
    signer = _signer(asked, by, checked.how)
    if old:
        correcting.require(signer, draft, old)
    reference, manage_token = _store(asked, by, draft, checked, signer, old)
    if signer:
        rules.unclaimed(about=signer, mailboxes_of=asked.profile.user).belong_to(asked.profile.user)
    mailbox = asked.referee_email or (signer.email if signer else "")
    close(asked, ReferenceRequest.State.ANSWERED)
    if old:
        correcting.replace(old=old, new=reference, at=reference.issued_at)
        to = mailbox or (signer.email if signer else "")
        emails.corrected(reference, request=asked, mailbox=to, draft=draft, manage_token=manage_token)
    elif (
        not reference.begun_by_firm
    ):  # the firm would learn who came; the worker has just read the words and sees the next page
        emails.issued(reference, request=asked, mailbox=mailbox, draft=draft, manage_token=manage_token)
    return Issued(reference, manage_token)


def _complete_draft(asked: ReferenceRequest, by: User | None, seen: Draft | None) -> Draft:
    employer = asked.station.employer
    known = bool(asked.confirmed_at or rules.goes_unconfirmed(asked) or rules.is_known_referee(by, asked))
    draft = Draft.of(asked)
    facts_only = bool(employer and employer.facts_only)
    missing = draft.open_step(facts_only=facts_only, known=known)
    if missing != "check":
        raise Incomplete(missing)
    draft = draft.settled(facts_only=facts_only)
    if seen is not None and draft != seen:
        raise Changed
    return draft


def _checked(asked: ReferenceRequest, by: User | None) -> Checked:
    """Signed in beats a code: it says more about who it is."""
    how = known_by(asked, by)
    signs_now = how in (MEMBER, ACCOUNT) and asked.channel != ReferenceRequest.Channel.FIRM
    at: datetime = timezone.now() if signs_now else asked.confirmed_at or timezone.now()
    return Checked(how=how, at=at, own_domain=_own_domain(asked, how))


def known_by(asked: ReferenceRequest, by: User | None) -> str:
    """One of ladder.WAYS, or "" where nothing is known yet."""
    if known := rules.is_known_referee(by, asked):
        return known
    if asked.confirmed_at:
        return PHONE if asked.confirmed_way == ReferenceRequest.Way.PHONE else CODE
    return ROOM if rules.in_person(asked) or rules.corrects_unchecked(asked) else ""


def facts_of(asked: ReferenceRequest, by: User | None, draft: Draft) -> ladder.Facts:
    """What the ladder is read with; also for the check page, before anything is signed."""
    employer, known = asked.station.employer, known_by(asked, by)
    return ladder.Facts(
        relation=draft.relation,
        known=MEMBER if by and known != ROOM and employer and is_referee(by, employer) else known,
        employer_checked=bool(employer and employer.is_checked),
        own_domain=_own_domain(asked, known),
        common_station=bool(by and known in (MEMBER, ACCOUNT) and _was_there(by, asked, draft)),
    )


def _was_there(by: User, asked: ReferenceRequest, draft: Draft) -> bool:
    """Asked for colleagues only: nobody else's level depends on it."""
    return draft.relation == COLLEAGUE and rules.shares_station(by, asked.station)


def _own_domain(asked: ReferenceRequest, known: str) -> bool:
    """The mailbox that was confirmed is at the employer's own domain. A phone or a sign-in as member says nothing about a mailbox."""
    return known in (ACCOUNT, CODE) and rules.is_own_domain(asked.referee_email, asked.station.employer)


def _signer(asked: ReferenceRequest, by: User | None, how: str) -> User | None:
    """The account behind the signature: who is signed in as the one asked, or who signs in with the mailbox of the code."""
    signer = by if how in (MEMBER, ACCOUNT) else rules.account_of(asked.referee_email) if how == CODE else None
    if signer and signer.pk == asked.profile.user_id:  # the mailbox that was asked has become the worker's own
        raise PermissionDenied
    return signer


def _store(
    asked: ReferenceRequest,
    by: User | None,
    draft: Draft,
    checked: Checked,
    signer: User | None,
    old: Reference | None,
) -> tuple[Reference, str]:
    name, now = public_id(), timezone.now()
    level = ladder.level(facts_of(asked, by, draft))
    salt = new_salt()
    payload = build(
        public_id=name,
        at=now,
        station=asked.station,
        draft=draft,
        checked=checked,
        level=level,
        salt=salt,
        corrects=old,
    )
    key = key_for(asked.station.employer)
    token, hashed = new_token()
    reference = Reference.objects.create(
        public_id=name,
        request=asked,
        profile=asked.profile,
        station=asked.station,
        employer=asked.station.employer,
        payload=payload.decode(),
        payload_hash=digest(payload),
        signature=sign(payload, key),
        key=key,
        referee_name=plain(draft.name),
        referee_salt=salt,
        level=level,
        issued_at=now,
        referee_user=signer,
        manage_hash=hashed,
        begun_by_firm=old.begun_by_firm if old else asked.channel == ReferenceRequest.Channel.FIRM,
    )
    ledger.append(kind="issued", subject=name, payload_hash=reference.payload_hash, at=now)
    return reference, token

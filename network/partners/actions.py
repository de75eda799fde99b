"""All writes of keys."""

from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts.ids import hash_token
from accounts.models import User
from network.employers.models import Employer, Membership
from network.partners import rules
from network.partners.models import Key

PREFIX = "hs_"  # so that scanners for leaked secrets can know it


class NotAllowed(Exception):
    """The person does not administrate there (any more), or the employer is not checked (any more)."""


class TooMany(Exception):
    """The employer has as many keys as it may."""


class Made(NamedTuple):
    key: Key
    secret: str  # shown once; empty where the page it was asked on is older than a second click


@transaction.atomic
def make(*, by: User, member: Membership, name: str, once: UUID) -> Made:
    """A key for a year at most. The same `once` again is the same key. Raises NotAllowed and TooMany."""
    employer = Employer.objects.select_for_update(of=("self",)).get(pk=member.employer_id)
    if member.user_id != by.pk or not rules.may_make(by, employer):
        raise NotAllowed
    secret, now = secret_of(member.pk, once), timezone.now()
    if known := Key.objects.of(by).filter(member=member, once=once).first():
        fresh = known.created_at > now - rules.SHOWN_AGAIN and known.ended_at is None
        return Made(known, secret if fresh else "")
    if rules.is_full(employer):
        raise TooMany
    hashed = hash_token(secret)
    made = Key.objects.create(
        member=member, name=name, once=once, secret_hash=hashed, created_at=now, expires_at=now + rules.LIFE
    )
    return Made(made, secret)


def secret_of(member_id: int, once: UUID) -> str:
    """192 bits from the page it was asked on and the key of the house: a second click shows the same, and no copy is stored."""
    return PREFIX + salted_hmac("network.partners.key", f"{member_id}:{once}", algorithm="sha256").hexdigest()[:48]


@transaction.atomic
def end(*, by: User, key: Key) -> bool:
    """At once, by any admin, also where the check of the employer has ended. False if it was over before. Raises NotAllowed."""
    if not Membership.objects.admins().filter(user=by, employer=key.employer).exists():
        raise NotAllowed
    return Key.objects.filter(pk=key.pk, ended_at=None).update(ended_at=timezone.now()) == 1


def note_use(*, by: None, key: Key) -> None:
    """The day on which a program came. One statement on the first question of a day, none later."""
    today = timezone.localdate()
    if key.last_used != today:
        Key.objects.filter(pk=key.pk).not_used_on(today).update(last_used=today)


@transaction.atomic
def forget(*, by: User) -> None:
    """Keys end with who made them."""
    Key.objects.filter(member__user=by).delete()


@transaction.atomic
def purge() -> int:
    """What ended long ago. How many rows."""
    deleted, _by_model = Key.objects.over(timezone.now() - rules.KEPT).delete()
    return deleted

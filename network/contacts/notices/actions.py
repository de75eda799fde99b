"""All writes of notices."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.contacts.facts import Facts
from network.contacts.models import Notice
from network.contacts.notices import rules
from network.employers.models import Employer
from network.occupations.models import Field


class NotAllowed(Exception):
    """The person does not look after notices there (any more), or the employer is not checked (any more)."""


class TooMany(Exception):
    """As many hang as may."""


@transaction.atomic
def pin(*, by: User, employer: Employer, field: Field, facts: Facts, once: UUID) -> Notice:
    """A new notice for 60 days. The same `once` again is the same notice. Raises NotAllowed and TooMany."""
    employer = _locked(by, employer)
    if known := employer.notices.filter(once=once).first():
        return known
    if rules.is_full(employer):
        raise TooMany
    now = timezone.now()
    return Notice.objects.create(
        employer=employer,
        pinned_by=by,
        field=field,
        once=once,
        pinned_at=now,
        expires_at=now + rules.LIFETIME,
        **vars(facts),
    )


@transaction.atomic
def change(*, by: User, notice: Notice, field: Field, facts: Facts) -> bool:
    """Other facts, the same days. False if it has ended meanwhile. Raises NotAllowed."""
    _locked(by, notice.employer)
    hanging = Notice.objects.filter(pk=notice.pk).in_time()
    return hanging.update(field=field, changed_at=timezone.now(), **vars(facts)) == 1


@transaction.atomic
def end(*, by: User, notice: Notice) -> bool:
    """At once. False if it was over before. An employer that lost its check can still end. Raises NotAllowed."""
    if not rules.pinning().filter(user=by, employer=notice.employer_id).exists():
        raise NotAllowed
    return Notice.objects.filter(pk=notice.pk).in_time().update(ended_at=timezone.now()) == 1


@transaction.atomic
def renew(*, by: User, notice: Notice) -> bool:
    """For 60 days from now on, under the name of who renews it. False if it hangs, or nobody can be called. Raises NotAllowed and TooMany."""
    employer = _locked(by, notice.employer)
    over = Notice.objects.filter(pk=notice.pk).over().exclude(contact_name="")
    if not over.exists():
        return False
    if rules.is_full(employer):
        raise TooMany
    now = timezone.now()
    return over.update(pinned_by=by, pinned_at=now, expires_at=now + rules.LIFETIME, ended_at=None) == 1


def _locked(by: User, employer: Employer) -> Employer:
    """One after the other for each employer, so that the limit holds; judged by what the database says at this moment."""
    found = Employer.objects.select_for_update(of=("self",)).get(pk=employer.pk)
    if not rules.may_pin(by, found):
        raise NotAllowed
    return found


@transaction.atomic
def forget_sender(*, by: User) -> None:
    """Who pinned leaves: nobody can be called under that name any more, so it comes off."""
    pinned = Notice.objects.filter(pinned_by=by)
    pinned.in_time().update(ended_at=timezone.now())
    pinned.update(pinned_by=None, contact_name="", contact_phone="")

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from network.employers.models import Membership
from network.profiles.models import Block

if TYPE_CHECKING:
    from accounts.models import User
    from network.contacts.models import Offer  # noqa: F401 mypy reads the string below
    from network.employers.models import Employer

FOLLOW_UP = timedelta(days=14)  # of an employer, from a yes to the word what became of it


class OfferQuerySet(models.QuerySet["Offer"]):
    def to(self, user: "User") -> "OfferQuerySet":
        """Those this worker has received."""
        return self.filter(profile__user=user)

    def of(self, employer: "Employer") -> "OfferQuerySet":
        """In the name of this firm, or in a name that belongs to it now."""
        return self.filter(Q(employer=employer) | Q(employer__merged_into=employer))

    def read_by(self, user_id: int, employer: "Employer") -> "OfferQuerySet":
        """Those of an old name only for who was there when they were sent: a worker's yes went to those people."""
        there = Membership.objects.filter(
            user=user_id, employer=OuterRef("employer"), until__gte=OuterRef("created_at")
        )
        return self.of(employer).filter(Q(employer=employer) | Exists(there))

    def open(self) -> "OfferQuerySet":
        """Waiting for an answer, in time."""
        return self.filter(state="open", expires_at__gt=timezone.now())

    def with_rest(self) -> "OfferQuerySet":
        """With `is_read`, whether somebody would read a yes today, and `is_hidden`, whether the worker hides from the firm."""
        return self.annotate(is_read=_somebody_recruits(), is_hidden=_worker_hides())

    def standing(self) -> "OfferQuerySet":
        """Of firms that are checked and look for people today, and that the worker does not hide from. The same as rules.rest_of()."""
        today = timezone.localdate()
        checked = Q(employer__merged_into=None, employer__checked_until__gte=today)
        checked |= Q(employer__merged_into__checked_until__gte=today)
        return self.filter(checked, _somebody_recruits(), ~_worker_hides())

    def owing(self) -> "OfferQuerySet":
        """Yes, and the employer's word about it is due. The same as rules.owes()."""
        settled = Q(agreed_at__isnull=False) | Q(declined_at__isnull=False)
        silent = Q(tried_at=None, talked_at=None)
        late = Q(answered_at__lte=timezone.now() - FOLLOW_UP)
        missed = Q(missed_at__isnull=False)
        missed &= Q(tried_at=None) | Q(tried_at__lte=F("missed_at"))
        missed &= Q(talked_at=None) | Q(talked_at__lte=F("missed_at"))
        return self.filter(state="yes").exclude(settled).filter((silent & late) | missed)

    def still_read(self) -> "OfferQuerySet":
        """By somebody who recruits today, and could say a word about it."""
        return self.filter(_somebody_recruits())

    def overdue(self) -> "OfferQuerySet":
        return self.filter(state="open", expires_at__lte=timezone.now())

    def with_facts(self) -> "OfferQuerySet":
        """With everything a line or page says, in one statement."""
        return self.select_related("employer__merged_into", "place", "profile__occupation")


def _somebody_recruits() -> Exists:
    """Of an old name: somebody who was there when it was sent, see read_by()."""
    recruiters = Membership.objects.current().filter(is_recruiter=True)
    was_there = Membership.objects.filter(
        employer=OuterRef(OuterRef("employer")), user=OuterRef("user"), until__gte=OuterRef(OuterRef("created_at"))
    )
    of_old_name = Q(employer=OuterRef("employer__merged_into")) & Q(Exists(was_there))
    return Exists(recruiters.filter(Q(employer=OuterRef("employer")) | of_old_name))


def _worker_hides() -> Exists:
    family = Coalesce(OuterRef("employer__root"), OuterRef("employer"))
    return Exists(Block.objects.filter(profile=OuterRef("profile"), employer__root=family))

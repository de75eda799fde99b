from datetime import timedelta
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Value
from django.utils import timezone

from network.employers.models import Membership
from network.profiles.helping import oldest

if TYPE_CHECKING:
    from accounts.models import User
    from network.desk.models import Case, CaseQuestion, SetUp  # noqa: F401 in the base classes

GRANT = timedelta(hours=1)  # from typing the digits to taking over: time to make an account


class SetUpQuerySet(models.QuerySet["SetUp"]):
    def of(self, user: "User") -> "SetUpQuerySet":
        return self.filter(by=user)

    def open(self) -> "SetUpQuerySet":
        """Pages that wait for their worker."""
        return self.filter(ended_at=None, profile__isnull=False, started_at__gt=oldest())

    def stale(self) -> "SetUpQuerySet":
        """Nobody took the page over in time."""
        return self.filter(ended_at=None, started_at__lte=oldest())

    def granted(self, grant_hash: str) -> "SetUpQuerySet":
        """What the phone with this secret may take over now."""
        return self.open().filter(grant_hash=grant_hash, granted_at__gt=timezone.now() - GRANT)


class CaseQuerySet(models.QuerySet["Case"]):
    def open(self) -> "CaseQuerySet":
        """What a human has not decided yet, who waits longest first."""
        return self.filter(decided_at=None)

    def decided(self) -> "CaseQuerySet":
        return self.exclude(decided_at=None)

    def about(self, subject: str) -> "CaseQuerySet":
        return self.filter(subject=subject)

    def listed(self) -> "CaseQuerySet":
        """With what a line of a list says."""
        return self.select_related("employer", "contests").prefetch_related("questions")

    def whole(self) -> "CaseQuerySet":
        """With what the page of one case says."""
        return self.select_related("employer", "contested", "contests", "profile__user").prefetch_related("questions")

    def for_desk(self, user: "User") -> "CaseQuerySet":
        """The same with the names of the desk, and whether this person is of the firm or its family: nobody decides there."""
        own = Membership.objects.current().filter(user=user, employer__root=OuterRef("employer__root"))
        known = self.select_related(
            "employer", "contested", "contests__decided_by__desk", "profile__user", "decided_by__desk"
        )
        known = known.annotate(seen_by=Value(user.pk), of_own_firm=Exists(own))
        asked = apps.get_model("desk", "CaseQuestion").objects.select_related("by__desk")
        return known.prefetch_related(models.Prefetch("questions", asked))


class QuestionQuerySet(models.QuerySet["CaseQuestion"]):
    def open(self) -> "QuestionQuerySet":
        """Still to be answered: in time, and the desk has not decided without it."""
        return self.filter(answered_at=None, expires_at__gt=timezone.now(), case__decided_at=None)

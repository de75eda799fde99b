from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from network.profiles.models import Profile

if TYPE_CHECKING:
    from accounts.models import User
    from network.contacts.models import Interest, Notice  # noqa: F401 mypy reads the strings below
    from network.employers.models import Employer
    from network.employers.viewer import Viewer
    from network.places.models import Place


class NoticeQuerySet(models.QuerySet["Notice"]):
    def in_time(self) -> "NoticeQuerySet":
        """Neither over nor ended by the employer: these count for the limit."""
        return self.filter(ended_at=None, expires_at__gt=timezone.now())

    def over(self) -> "NoticeQuerySet":
        return self.filter(Q(ended_at__isnull=False) | Q(expires_at__lte=timezone.now()))

    def running(self) -> "NoticeQuerySet":
        """What hangs for everybody now. An employer that is not checked any more, or is an old name, has nothing hanging."""
        today = timezone.localdate()
        return self.in_time().filter(employer__checked_until__gte=today, employer__merged_into=None)

    def within(self, origin: "Place", km: int) -> "NoticeQuerySet":
        """By the place of the work. Annotates km. The neighbours of the origin must be stored (neighbours.ensure)."""
        return self.filter(near__origin=origin, near__km__lte=km).annotate(km=F("near__km"))

    def by_distance(self) -> "NoticeQuerySet":
        """Nearest first, then newest."""
        return self.order_by("km", "-pinned_at", "-pk")  # type: ignore[misc]  # km is annotated by within()

    def with_facts(self) -> "NoticeQuerySet":
        """With everything a line or page says, in one statement."""
        return self.select_related("employer__place", "place", "field")

    def with_answers(self, viewer: "Viewer") -> "NoticeQuerySet":
        """With how many answers this member can read, as `answers`."""
        readable = (
            apps.get_model("contacts", "Interest").objects.readable_by(viewer).filter(notice=OuterRef("pk")).order_by()
        )
        counted = readable.values("notice").annotate(n=Count("pk")).values("n")
        return self.annotate(answers=Coalesce(Subquery(counted), 0))


class InterestQuerySet(models.QuerySet["Interest"]):
    def of(self, user: "User") -> "InterestQuerySet":
        """Those this worker has sent."""
        return self.filter(profile__user=user)

    def alive(self) -> "InterestQuerySet":
        """Whose link still works."""
        return self.filter(share__ended_at=None, share__expires_at__gt=timezone.now())

    def readable_by(self, viewer: "Viewer") -> "InterestQuerySet":
        """Whose link still works and who does not hide from the reader; only while the employer is checked (law 4)."""
        theirs = Profile.objects.not_blocking(viewer).filter(pk=OuterRef("profile"))
        checked = Q(notice__employer__checked_until__gte=timezone.localdate(), notice__employer__merged_into=None)
        return self.alive().filter(checked, Exists(theirs))

    def to_family_of(self, profile: "Profile", employer: "Employer") -> "InterestQuerySet":
        """What this worker sent to the firm or its family."""
        return self.filter(profile=profile, notice__employer__root=employer.root_id or employer.pk)

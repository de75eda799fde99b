"""Questions about share links and about who looked."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import F
from django.utils import timezone

from network.employers.viewer import Viewer

if TYPE_CHECKING:
    from network.profiles.models import Look, ShareLink  # noqa: F401  names in the base classes


class ShareQuerySet(models.QuerySet["ShareLink"]):
    def alive(self) -> "ShareQuerySet":
        """Neither over nor ended by the worker."""
        return self.filter(ended_at=None, expires_at__gt=timezone.now())

    def with_hours(self) -> "list[ShareLink]":
        """Newest first, each with the hours in which it was opened as `hours`, newest first. One statement."""
        links: dict[int, ShareLink] = {}
        for row in self.annotate(hour=F("openings__hour")).order_by("-created_at", "-pk", "-openings__hour"):
            link = links.setdefault(row.pk, row)
            hour = getattr(row, "hour", None)
            link.hours = [*link.hours, hour] if hour else link.hours
        return list(links.values())

    def gives(self, share: int, profile_id: int, viewer: Viewer) -> "ShareQuerySet":
        """This link of this page, while it is alive, for readers the worker does not hide from."""
        theirs = apps.get_model("profiles", "Profile").objects.not_blocking(viewer).filter(pk=profile_id)
        return self.alive().filter(pk=share, profile__in=theirs)


class LookQuerySet(models.QuerySet["Look"]):
    def newest_first(self) -> "LookQuerySet":
        """By day; inside a day by the name of the employer, its page before its list."""
        return self.select_related("employer__place").order_by("-day", "employer__name", "employer_id", "-where")

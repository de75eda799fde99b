from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import F, Q

from network.employers.viewer import Viewer

if TYPE_CHECKING:
    from network.places.models import Place
    from network.profiles.models import Profile

MAX_KM = 100


class ProfileQuerySet(models.QuerySet["Profile"]):
    def not_blocking(self, viewer: Viewer) -> "ProfileQuerySet":
        """Without those who hide from a family of employers the viewer belongs to (law 4). Inside the query, so counts obey it too."""
        if not viewer.roots:
            return self
        block = apps.get_model("profiles", "Block")
        return self.exclude(pk__in=block.objects.filter(employer__root_id__in=viewer.roots).values("profile_id"))

    def openable_by(self, viewer: Viewer) -> "ProfileQuerySet":
        """Whose page, photos and references this viewer may open with the address in hand. One's own always."""
        allowed = ["link", "everyone", *(["employers"] if viewer.checked else [])]
        open_to_all = Q(visibility__in=allowed)
        found = self.not_blocking(viewer).filter(open_to_all)
        return found if viewer.user_id is None else self.filter(Q(user_id=viewer.user_id) | Q(pk__in=found.values("pk")))

    def findable_by(self, viewer: Viewer) -> "ProfileQuerySet":
        """Who may stand in a list for this viewer. Strangers see whom everyone may see, whatever the goal: being listed tells nothing (law 3)."""
        found = self.not_blocking(viewer).filter(searchable=True)
        return found.filter(open=True) if viewer.checked else found.filter(public=True)

    def within(self, origin: "Place", km: int) -> "ProfileQuerySet":
        """Both radii hold: the searcher's and the worker's own. Annotates km. The neighbours of the origin must be stored (Place.with_neighbours)."""
        return self.filter(
            near__origin=origin, near__km__lte=min(km, MAX_KM), radius_km__gte=F("near__km")
        ).annotate(km=F("near__km"))

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import connections, models
from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Subquery, Value, Window
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.ids import hash_token
from network.employers.viewer import Viewer
from network.profiles.counting import Vouch
from network.profiles.kinds import AT_A_FIRM, FAMILY, firm_words
from network.profiles.querysets_papers import PAPER_COLUMNS, Paper
from network.profiles.spots import InOneOf, Reach

if TYPE_CHECKING:
    from accounts.models import User
    from network.employers.models import Employer
    from network.places.models import Place
    from network.profiles.models import Profile, Station

MAX_KM = 100


class ProfileQuerySet(models.QuerySet["Profile"]):
    def not_blocking(self, viewer: Viewer) -> "ProfileQuerySet":
        """Without those who hide from a family of employers the viewer belongs to (law 4).

        Inside the query, so counts obey it too.
        """
        return self.filter(_not_hidden_from(viewer))

    def openable_by(self, viewer: Viewer) -> "ProfileQuerySet":
        """Whose page, photos and references this viewer may open with the address in hand. One's own always."""
        allowed = ["link", "everyone", *(["employers"] if viewer.checked else [])]
        open_to_all = Q(visibility__in=allowed)
        found = self.not_blocking(viewer).filter(open_to_all)
        return (
            found if viewer.user_id is None else self.filter(Q(user_id=viewer.user_id) | Q(pk__in=found.values("pk")))
        )

    def findable_by(self, viewer: Viewer) -> "ProfileQuerySet":
        """Who may stand in a list for this viewer. Strangers see whom everyone may see, whatever the goal: being listed tells nothing (law 3)."""
        shown = "open" if viewer.checked else "public"
        return self.filter(_not_hidden_from(viewer), searchable=True, **{shown: True})

    def indexable_by(self, viewer: Viewer) -> "ProfileQuerySet":
        """Complete pages that everyone may open and search engines may show, without those the viewer is blocked from."""
        return self.not_blocking(viewer).filter(indexable=True, public=True, searchable=True)

    def shared_by(self, token_hash: str, viewer: Viewer) -> "ProfileQuerySet":
        """Whose share link this is, ended or not, unless the worker hides from the viewer (law 4). The link stands in `shared_...`."""
        found = self.filter(shares__token_hash=token_hash)
        if viewer.roots:
            hidden = found.not_blocking(viewer).values("pk")
            found = found.filter(Q(pk__in=hidden) | Q(user_id=viewer.user_id))
        columns = {f"shared_{name}": F(f"shares__{name}") for name in ("id", "items", "expires_at", "ended_at")}
        hour = timezone.now().replace(minute=0, second=0, microsecond=0)
        openings = apps.get_model("profiles", "ShareOpening").objects.filter(share=OuterRef("shares__id"), hour=hour)
        return found.annotate(**columns, **{"shared_noted": Exists(openings)})

    def with_looks(self, viewer: Viewer, today: date) -> "ProfileQuerySet":
        """With `looks_today`: for how many of the viewer's employers it is noted already that they opened the page today."""
        looks = apps.get_model("profiles", "Look").objects.filter(profile=OuterRef("pk"), where="page", day=today)
        counted = looks.filter(employer__in=viewer.employers).order_by().values("profile").annotate(n=Count("pk"))
        return self.annotate(**{"looks_today": Coalesce(Subquery(counted.values("n")), 0)})

    def within(self, origin: "Place", km: int, fields: Sequence[int], groups: Sequence[str] = ()) -> "ProfileQuerySet":
        """Of these fields (ids) and, if any are named, of one of these groups of occupations in them. Annotates km.

        Both radii hold: the searcher's and the worker's own. The neighbours of the origin must be stored (Place.with_neighbours).
        """
        both = {"near__km__lte": min(km, MAX_KM), "radius_km__gte": Reach(F("near__km"))}
        named = {"group__in": groups} if groups else {}
        return self.filter(InOneOf(fields), near__origin=origin, **both, **named).annotate(km=F("near__km"))

    def by_distance(self) -> "ProfileQuerySet":
        """Nearest first, then who was confirmed last. Years, names and ids of people never sort (laws 1 and 11); the pk only ends ties."""
        return self.order_by("km", F("last_confirmed").desc(nulls_last=True), "pk")  # type: ignore[misc]  # km is annotated by within()

    def newest_first(self) -> "ProfileQuerySet":
        """Who was confirmed last, then the nearest."""
        return self.order_by(F("last_confirmed").desc(nulls_last=True), "km", "pk")  # type: ignore[misc]  # km is annotated by within()

    def counted_as_read(self) -> "ProfileQuerySet":
        """Every row carries how many there are, so that a page and its total are one statement. For orders that read all of them anyway."""
        return self.annotate(total=Window(Count("pk")))

    def counted_apart(self) -> "ProfileQuerySet":
        """The same for the order by distance, where the page ends its reading after so many rows: counting needs no row of theirs."""
        if connections[self.db].vendor == "postgresql":  # planning a second reading takes longer than it spares
            return self.counted_as_read()
        number = self.order_by().annotate(one=Value(1)).values("one").annotate(number=Count("*")).values("number")
        return self.annotate(total=Subquery(number, output_field=IntegerField()))

    def of(self, user: "User") -> "Profile | None":
        """The person's own page, if there is one, as whole()."""
        found = self.filter(user=user).whole()
        if found:
            found.user = user  # so user.profile is this one, and other rooms on the same page do not load it again
        return found

    def helped_by(self, user: "User", pk: int, since: datetime) -> "Profile | None":
        """The page this person helps to set up now, as whole(). `since`: helping.oldest()."""
        return self.filter(pk=pk, helper=user, created_at__gt=since).whole()

    def without_rows(self) -> "ProfileQuerySet":
        """Pages to which no row of any room belongs."""
        rows = (
            Exists(each.related_model._base_manager.filter(**{each.field.name: OuterRef("pk")}))
            for each in self.model._meta.related_objects
        )
        return self.filter(*(~row for row in rows))

    def whole(self) -> "Profile | None":
        """The first of these pages, with what a task list asks about stations."""
        stations = apps.get_model("profiles", "Station").objects.filter(profile=OuterRef("pk"))
        asked = {f"newest_{name}": Subquery(stations.values(name)[:1]) for name in ("kind", "employer_name")}
        found = self.select_related("occupation", "place").annotate(**asked).first()
        if found:
            kind, name = getattr(found, "newest_kind", None), getattr(found, "newest_employer_name", None)
            found.newest_firm = firm_words(kind, name or "") if kind else ""
        return found

    def reached_by(self, handle: str) -> "Profile | None":
        """For a link that was mailed: the page, with its account and what of() reads too."""
        user = apps.get_model("accounts", "User").objects.filter(profile__handle=handle).first()
        return self.select_related("user").of(user) if user else None

    def fed_by(self, token: str) -> "Profile | None":
        """Whose calendar of deadlines has this secret address."""
        return self.filter(feed_hash=hash_token(token)).first()

    def with_papers(self) -> "Profile | None":
        """The first profile with its qualifications as `papers`, in one statement: a page has 8 for everything (design.md 8)."""
        columns = {f"paper_{name}": F(f"qualifications__{path}") for name, path in PAPER_COLUMNS.items()}
        rows = list(self.select_related("occupation__field", "place").annotate(**columns).order_by("pk"))
        if not rows:
            return None
        papers = [Paper(**{name: getattr(row, f"paper_{name}") for name in PAPER_COLUMNS}) for row in rows]
        profile: Profile = rows[0]
        profile.papers = [paper for paper in papers if paper.pk]
        return profile


def _not_hidden_from(viewer: Viewer) -> Q:
    if not viewer.roots:
        return Q()
    hidden = apps.get_model("profiles", "Block").objects.filter(employer__root_id__in=viewer.roots)
    return ~Q(pk__in=hidden.values("profile_id"))


# As in a CV: where somebody still is comes first.
NEWEST_FIRST = (F("end").desc(nulls_first=True), "-start", "-pk")


class StationQuerySet(models.QuerySet["Station"]):
    def of(self, user: "User") -> "StationQuerySet":
        """The person's own stations, each with the profile it stands on."""
        return self.filter(profile__user=user).select_related("profile")

    def with_a_firm(self) -> "StationQuerySet":
        """Without time for the family."""
        return self.exclude(kind=FAMILY)

    def at(self, employer: "Employer") -> "StationQuerySet":
        """At this firm, also under a name that belongs to it now."""
        return self.filter(Q(employer=employer) | Q(employer__merged_into=employer))

    def askable(self) -> "StationQuerySet":
        """Somebody else was there who can confirm it, see rules.may_be_confirmed()."""
        return self.filter(kind__in=AT_A_FIRM)

    def vouched_between(self, first: date, last: date, level: int) -> "StationQuerySet":
        """With a month of that time for which somebody of at least this level of the ladder stands."""
        return self.filter(
            confirmations__level__gte=level, confirmations__first__lte=last, confirmations__last__gte=first
        ).distinct()

    def with_vouches(self) -> "list[Station]":
        """Still going on first, then as they ended; each with its confirmations as `vouches`, oldest first. One statement."""
        columns = {f"vouch_{name}": F(f"confirmations__{name}") for name in Vouch._fields}
        rows = self.select_related("place", "occupation", "employer").annotate(**columns)
        stations: dict[int, Station] = {}
        for row in rows.order_by(*NEWEST_FIRST, "confirmations__on", "confirmations__pk"):
            station = stations.setdefault(row.pk, row)
            if station is row:
                station.vouches = []
            if getattr(row, "vouch_level", None):
                station.vouches.append(Vouch(*(getattr(row, f"vouch_{name}") for name in Vouch._fields)))
        return list(stations.values())

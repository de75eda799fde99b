"""All writes of shortlists."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.employers.models import Employer
from network.employers.viewer import Viewer, viewer_with
from network.occupations.validity import after_months
from network.profiles.models import Profile
from network.search.models import Shortlisted
from network.search.shortlist import rules


class NotAllowed(Exception):
    """Keeps no list for this firm (any more), or cannot find the person (any more)."""


class Full(Exception):
    """The firm has as many people on its list as there is room for."""


@transaction.atomic
def put(*, by: User, employer: Employer, profile: Profile, note: str) -> None:
    """On the list, for six months from the first time on; again only changes the note. Raises NotAllowed, Full."""
    Employer.objects.select_for_update().get(pk=employer.pk)  # one after the other, so that the limit holds
    viewer = _viewer(by, employer)
    if not rules.listable(viewer).filter(pk=profile.pk).exists():
        raise NotAllowed
    if Shortlisted.objects.of(employer).filter(profile=profile).update(note=note):
        return
    # Who hides is not counted: else the number of free places would tell of them (law 4).
    if Shortlisted.objects.shown_to(viewer, employer).count() >= rules.MOST:
        raise Full
    Shortlisted.objects.over().filter(employer=employer, profile=profile).delete()
    today = timezone.localdate()
    Shortlisted.objects.create(
        employer=employer, profile=profile, note=note, added_on=today, ends_on=after_months(today, rules.MONTHS)
    )


@transaction.atomic
def take_off(*, by: User, employer: Employer, profile: Profile) -> None:
    """The person and the note are gone. Twice is the same. Raises NotAllowed."""
    viewer = _viewer(by, employer)
    Shortlisted.objects.shown_to(viewer, employer).filter(profile=profile).delete()


@transaction.atomic
def purge() -> int:
    """Who was put on a list six months ago. Returns how many rows."""
    return Shortlisted.objects.over().delete()[0]


@transaction.atomic
def forget(*, by: User) -> None:
    """The worker leaves: no firm has anything about the person."""
    Shortlisted.objects.about(by).delete()


@transaction.atomic
def follow_employer(*, old: Employer, new: Employer) -> None:
    """Two firms have become one, and so have their lists. Of two notes about one person that of the firm that is left stays."""
    Shortlisted.objects.over().filter(employer=new).delete()  # waits to be deleted, and stands on no list
    there = Shortlisted.objects.filter(employer=new).values_list("profile_id", flat=True)
    Shortlisted.objects.filter(employer=old, profile__in=list(there)).delete()
    Shortlisted.objects.filter(employer=old).update(employer=new)


def _viewer(by: User, employer: Employer) -> Viewer:
    """Judged by what the database says at this moment. Raises NotAllowed."""
    members = rules.memberships(by)
    if not any(rules.keeps_list(member) and member.employer_id == employer.pk for member in members):
        raise NotAllowed
    return viewer_with(by.pk, members)

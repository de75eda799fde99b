"""Who keeps a list, and of whom."""

from accounts.models import User
from network.employers.models import Membership
from network.employers.viewer import Viewer
from network.profiles.models import Profile
from network.profiles.querysets import ProfileQuerySet

MONTHS = 6
MOST = 40  # for each firm: a list that one can read
SIDE_BY_SIDE = 4


def memberships(user: User) -> list[Membership]:
    """All current ones. One query."""
    return list(user.memberships.current().select_related("employer__place").order_by("employer__name", "pk"))


def keeps_list(member: Membership) -> bool:
    """Recruits for an employer that is checked today."""
    return member.is_recruiter and member.employer.is_checked


def listable(viewer: Viewer) -> ProfileQuerySet:
    """Whom this viewer may put on a list: people who are open, can be found by the viewer, and are somebody else."""
    if not viewer.recruits or viewer.user_id is None:
        return Profile.objects.none()
    return Profile.objects.findable_by(viewer).filter(open=True).exclude(user_id=viewer.user_id)


def invites(profile: Profile, viewer: Viewer) -> bool:
    """Whether a page shows the way to a list. It was found for this viewer already; asks the database nothing."""
    return viewer.recruits and profile.open and profile.searchable and profile.user_id != viewer.user_id

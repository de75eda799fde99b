"""What the lists hand down: the way from a page, the line in the firm's area, export. Filled in by apps.py."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.registry import Task
from accounts.rows import plain
from network.employers.models import Membership
from network.profiles.models import Profile
from network.profiles.sight import Sight
from network.search.models import Shortlisted
from network.search.shortlist import rules


def acts(profile: Profile, sight: Sight) -> list[tuple[str, str]]:
    if not rules.invites(profile, sight.viewer):
        return []
    return [(reverse("search:remember", args=[profile.handle]), _("Put on the list"))]


def member_tasks(member: Membership) -> Iterable[Task]:
    if rules.keeps_list(member):
        url = reverse("search:shortlist", args=[member.employer.public_id])
        yield Task(_("Find people"), _("Your shortlist"), url, order=45)


def export(user: User) -> list[dict[str, object]]:
    """Which firms have the person on a list, since when, and what they have written."""
    return [plain(row, without={"profile"}) for row in Shortlisted.objects.about(user)]

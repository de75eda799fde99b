"""What saved searches hand down: lines of task lists and the export."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.registry import Task
from accounts.rows import plain
from network.employers.models import Membership
from network.search.models import SavedSearch
from network.search.shortlist.rules import keeps_list


def member_tasks(member: Membership) -> Iterable[Task]:
    if keeps_list(member):
        yield Task(_("Find people"), _("Your saved searches"), reverse("search:saved"), order=46)


def export(user: User) -> list[dict[str, object]]:
    rows = SavedSearch.objects.filter(user=user).select_related("employer", "place", "field")
    return [plain(row, without={"user"}) for row in rows]

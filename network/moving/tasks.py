"""The line of this room in a person's own area."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.registry import Task


def open_tasks(user: User) -> Iterable[Task]:
    """Nothing for who has no page: where it begins, the page says it itself."""
    if not hasattr(user, "profile"):
        return
    hint = _("From another Handschlag, JSON Resume or LinkedIn")
    yield Task(_("Your page"), _("Bring your page along"), reverse("moving:bring"), hint=hint, order=19)

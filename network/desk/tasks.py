from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.models import User
from accounts.registry import Task
from network.desk.rules import is_desk
from network.employers.models import Employer


def queue_of(user: User) -> Iterable[Task]:
    """The lines of contact persons."""
    if is_desk(user):
        waiting = Employer.objects.waiting().exists()
        hint = _("Employers are waiting") if waiting else _("Nobody is waiting")
        yield Task(
            _("The desk"),
            pgettext("desk", "Check employers"),
            reverse("desk:queue"),
            hint,
            "todo" if waiting else "",
            order=60,
        )
        yield Task(
            _("The desk"),
            _("Set up a page together"),
            reverse("desk:help"),
            _("Only with the person beside you"),
            order=61,
        )
        yield Task(
            _("The desk"),
            pgettext("to employer", "Look at the original of a paper"),
            reverse("desk:digits"),
            pgettext("to employer", "A worker shows you a certificate and six digits"),
            order=62,
        )

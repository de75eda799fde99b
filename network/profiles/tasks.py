"""What the person's start page says about their page."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.models import User
from accounts.registry import Task
from network.employers.models import Membership
from network.profiles.models import Profile
from network.profiles.questions import STEPS


def open_tasks(user: User) -> Iterable[Task]:
    """Nothing for who has no page: some people come as employers only."""
    profile = Profile.objects.of(user)
    if not profile:
        return []
    group = _("Your page")
    missing = [str(step.title) for step in STEPS if step.is_open and step.is_open(profile)]
    return [
        *_to_check(profile, group),
        Task(
            group,
            _("What is on your page"),
            reverse("profiles:mine"),
            hint=_("Still missing: %(what)s") % {"what": ", ".join(missing)} if missing else "",
            state="todo" if missing else "done",
            order=10,
        ),
        Task(
            group,
            _("Who sees your page"),
            reverse("profiles:question", args=["visibility"]),
            hint=profile.get_visibility_display(),
            order=11,
        ),
        Task(group, _("Blocked firms"), reverse("profiles:blocks"), order=12),
        Task(group, _("How others see your page"), reverse("profiles:page", args=[profile.handle]), order=13),
    ]


def _to_check(profile: Profile, group: str) -> list[Task]:
    """For who has just taken over a page that was set up at the desk."""
    if not profile.unconfirmed:
        return []
    hint = _("Nobody sees your page before that.")
    return [Task(group, _("Check what was typed for you"), reverse("profiles:check"), hint=hint, state="todo", order=9)]


def member_tasks(member: Membership) -> Iterable[Task]:
    """What every member of an employer can do for a worker who stands beside them."""
    title = pgettext("to employer", "Look at the original of a paper")
    hint = pgettext("to employer", "A worker shows you a certificate and six digits")
    url = reverse("profiles:employer_digits", args=[member.employer.public_id])
    yield Task(_("The employer"), title, url, hint, order=80)

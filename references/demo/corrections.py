"""One boss who mistyped a month, and put it right a week later."""

from datetime import date, timedelta

from accounts.models import User
from network.profiles.months import month_of
from references import actions, rules
from references.correcting import hindrance
from references.demo import clock
from references.demo.workers import Worker
from references.models import Reference, ReferenceRequest


def corrections(made: list[Worker]) -> None:
    """Of the first that can be: one month later than said before."""
    for reference in Reference.objects.shown_now().filter(profile__in=[each.profile for each in made]).order_by("pk"):
        signer: User | None = reference.referee_user
        if signer and hindrance(signer, reference) is None and reference.request_id:
            with clock.days_ago(9):
                _put_right(signer, reference)
            return


def _put_right(signer: User, reference: Reference) -> None:
    actions.begin(by=signer, reference=reference)
    asked = ReferenceRequest.objects.select_related("profile__user", "corrects").get(corrects=reference)
    if not rules.is_known_referee(signer, asked):
        actions.leave_it(by=signer, request=asked)
        return
    first = month_of(asked.draft["first"])
    later = date(first.year, first.month, 28) + timedelta(days=7)
    actions.save_draft(by=signer, request=asked, first=f"{later:%Y-%m}")
    new = actions.issue(by=signer, request=asked).reference
    if reference.profile:
        actions.release(by=reference.profile.user, reference=new)

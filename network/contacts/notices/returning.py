"""Who wants to answer a notice and has no page yet makes one first, and finds the way back at the top of it.

What is kept is the code of the notice, not an address: nothing from outside is ever followed. It stands in the session of this browser,
ends with it or after a day, and the notice is looked up again at each click. With two tabs the notice chosen last is meant.
"""

from datetime import datetime, timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext

from network.contacts.models import Notice
from network.contacts.notices import rules
from network.profiles.models import Profile

KEY = "toward_notice"
LASTS = timedelta(days=1)


def remember(request: HttpRequest, notice: Notice) -> None:
    """Only from a POST: opening a page writes nothing."""
    request.session[KEY] = [notice.public_id, (timezone.now() + LASTS).isoformat()]


def forget(request: HttpRequest) -> None:
    request.session.pop(KEY, None)


def onward(request: HttpRequest, profile: Profile) -> tuple[str, str] | None:
    """(address, words) once the page is complete; None where nothing waits, the day is over, or the notice cannot be answered now."""
    public_id, until = request.session.get(KEY) or ("", "")
    if not public_id or datetime.fromisoformat(until) < timezone.now():
        return None
    notice = Notice.objects.running().filter(public_id=public_id).select_related("employer").first()
    if (
        notice is None
        or not rules.may_answer(profile, notice)
        or notice.interests.filter(profile=profile).alive().exists()
    ):
        return None
    words = pgettext("to worker", "Answer the notice: %(title)s") % {"title": notice.title}
    return reverse("contacts:interest", args=[public_id]), words

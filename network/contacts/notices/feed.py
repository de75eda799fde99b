"""The same list as RSS 2.0, for a region and a field."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from accounts import throttle
from accounts.mail import link
from network.contacts.models import Notice
from network.contacts.notices.browsing import BrowseForm, Wanted, found
from network.contacts.notices.posting import description
from network.ui import pages

MOST = 50
FETCHED = throttle.Limit("notice-feed", "120/m")


class NoticeFeed(Feed):  # type: ignore[type-arg]
    """Newest first, whatever the distance: readers of feeds sort by day. Addresses name the public host."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted

    def title(self) -> str:
        return _("Notices: %(words)s") % {"words": self.wanted.words}

    def description(self) -> str:
        return _("What checked employers of the region look for")

    def link(self) -> str:
        return link(self.wanted.address("contacts:notices"))

    def feed_url(self) -> str:
        return link(self.wanted.address("contacts:notice_feed"))

    def items(self) -> Any:
        return found(self.wanted).order_by("-pinned_at", "-pk")[:MOST]

    def item_title(self, item: Any) -> str:
        notice: Notice = item
        return _("%(title)s, %(employer)s") % {"title": notice.title, "employer": notice.employer.name}

    def item_description(self, item: Any) -> str:
        return description(item)

    def item_link(self, item: Notice) -> str:
        return link(reverse("contacts:notice", args=[item.public_id]))

    def item_pubdate(self, item: Notice) -> datetime:
        return item.pinned_at


@login_not_required
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """A page with the words of the form where the address is wrong, so that whoever set up the reader can mend it."""
    throttle.require(request, FETCHED)
    form = BrowseForm(request.GET)
    if not form.is_valid():
        said = " ".join(str(words) for each in form.errors.values() for words in each)
        mend = f"{reverse('contacts:notices')}?{request.GET.urlencode()}"
        links = [(mend, pgettext("to worker", "Mend the search"))]
        return pages.done(request, title=_("The address of this feed is not right"), text=said, links=links, status=400)
    answer: HttpResponse = NoticeFeed(form.wanted())(request)
    return answer

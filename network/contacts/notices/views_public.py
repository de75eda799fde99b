"""Notices for everybody, without an account."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.contacts.models import Notice
from network.contacts.notices import rules
from network.contacts.notices.browsing import PER_PAGE, BrowseForm, Wanted, found
from network.contacts.notices.posting import data_block
from network.contacts.notices.presenters import counted, line
from network.contacts.presenters import facts
from network.ui import pages


@login_not_required
@never_cache  # what was taken down is gone at once
@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """The whole question stands in the address, so it can be kept, shared and subscribed to."""
    form = BrowseForm(request.GET if request.GET else None)
    if form.is_bound and not form.is_valid():
        return render(request, "contacts/notices/list.html", {"form": form})
    wanted = form.wanted() if form.is_bound else Wanted()
    typed, said = request.GET.get("postcode", ""), request.GET.get("page", "")
    if wanted.place and typed != wanted.place.postcode:  # "fuerth": the address to share says it in one way
        return redirect(wanted.address("contacts:notices", said))
    context = {"form": form, "wanted": wanted, "feed": wanted.address("contacts:notice_feed")}
    listed, number = Paginator(found(wanted), PER_PAGE), pages.page_number(said)
    if number not in listed.page_range:
        no_page = {"no_page": said[:20], "first": wanted.address("contacts:notices")}
        return render(request, "contacts/notices/list.html", {**context, **no_page}, status=404)
    page = listed.page(number)
    more = {"counted": counted(listed.count, wanted), "lines": [line(each) for each in page], "page": page}
    return render(request, "contacts/notices/list.html", {**context, **more})


@login_not_required
@never_cache
@require_safe
def notice(request: HttpRequest, public_id: str) -> HttpResponse:
    """One notice. When it is over the page says so, and nothing else of it."""
    pinned = get_object_or_404(Notice.objects.with_facts(), public_id=public_id)
    if not rules.hangs(pinned):
        title, text = _("This notice does not hang any more"), _("The place is taken, or the time is over.")
        links = [(reverse("contacts:notices"), _("Other notices"))]
        return pages.done(request, title=title, text=text, links=links, status=410)
    context = {
        "notice": pinned,
        "facts": facts(pinned),
        "posting": data_block(pinned),
        "back": reverse("contacts:notices"),
    }
    return render(request, "contacts/notices/one.html", context)

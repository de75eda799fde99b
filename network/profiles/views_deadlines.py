"""The worker's deadlines: a list to read and to print, and a calendar with a secret address."""

from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from accounts import throttle
from accounts.mail import link
from network.profiles import actions, deadlines, feed
from network.profiles.models import Profile
from network.profiles.views import WorkerRequest, with_profile
from network.ui import pages

FETCHED = throttle.Limit("calendar-feed", "120/m")
OPENED = throttle.Limit("calendar-open", "20/h")


@with_profile
@require_safe
def mine(request: WorkerRequest, profile: Profile) -> HttpResponse:
    today = timezone.localdate()
    found = deadlines.deadlines(profile.qualifications.as_papers(), today)
    unknown = [{"pk": paper.pk, "name": deadlines.name_of(paper)} for paper in found.unknown]
    context = {"deadlines": found, "unknown": unknown, "profile": profile, "today": today}
    return render(request, "profiles/deadlines.html", {**context, "back": reverse("profiles:mine")})


@with_profile
@never_cache  # the address is shown once
def calendar(request: WorkerRequest, profile: Profile) -> HttpResponse:
    address = ""
    if request.method == "POST":
        throttle.require(request, OPENED, key=str(request.user.pk))
        token = actions.open_feed(by=request.user, profile=profile)
        address = link(reverse("profiles:feed", args=[token]))
    context = {
        "address": address,
        "subscribe": "webcal:" + address.partition(":")[2] if address else "",
        "open": bool(profile.feed_hash),
        "back": reverse("profiles:deadlines"),
    }
    return render(request, "profiles/calendar.html", context)


@with_profile
def end_calendar(request: WorkerRequest, profile: Profile) -> HttpResponse:
    back = reverse("profiles:calendar")
    if request.method == "POST":
        actions.end_feed(by=request.user, profile=profile)
        return redirect(back)
    return pages.confirm(
        request,
        title=_("End the calendar?"),
        text=_("The address stops working at once. What your phone has fetched, you remove there."),
        button=_("End the calendar"),
        back=back,
    )


@login_not_required
@require_safe
@cache_control(private=True, no_cache=True)
def feed_file(request: HttpRequest, token: str) -> HttpResponse:
    """For calendar programs. Whoever has the address reads names of papers and days, and no name of a person."""
    throttle.require(request, FETCHED)
    profile = Profile.objects.fed_by(token)
    if profile is None:
        raise Http404
    found = deadlines.for_calendar(profile.qualifications.as_papers(), timezone.localdate())
    body = feed.calendar(found, host=urlsplit(link("/")).hostname or "handschlag", now=timezone.now())
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="handschlag.ics"'
    response["X-Robots-Tag"] = "noindex"
    return response

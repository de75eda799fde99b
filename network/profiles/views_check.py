"""What somebody at the desk typed for the worker: read it, change it, say that it is right."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from network.profiles import actions, presenters
from network.profiles.counting import tree_of
from network.profiles.models import Profile
from network.profiles.presenters.typed import typed_rows
from network.profiles.questions import next_url
from network.profiles.views import WorkerRequest, with_profile
from network.ui import pages
from network.ui.pages import Row


@with_profile
def check(request: WorkerRequest, profile: Profile) -> HttpResponse:
    if request.method == "POST":
        actions.confirm_typed(by=request.user, profile=profile)
        messages.success(request, _("Thank you. All of it is confirmed."))
        return redirect(next_url(profile))
    if not profile.unconfirmed:
        links = [(reverse("profiles:mine"), _("To your page"))]
        text = _("Nothing is left to check. You decide who sees your page.")
        return pages.done(request, title=_("All of it is confirmed"), text=text, links=links)
    return pages.check(
        request,
        title=_("Check what was typed for you"),
        hint=_("Somebody at the desk typed this for you. Nobody else sees it before you say that it is right."),
        rows=rows_of(profile),
        button=_("All of this is right"),
        back=reverse("profiles:mine"),
    )


def rows_of(profile: Profile) -> list[Row]:
    """Two questions to the database, whatever stands on the page."""
    today, stations = timezone.localdate(), profile.stations.with_vouches()
    papers = presenters.paper_views(profile.qualifications.as_papers(), today)
    return typed_rows(profile, presenters.station_views(tree_of(stations, today), stations, today), papers)

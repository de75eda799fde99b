"""The desk looks at the original of a worker's paper."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from network.desk.views import desk_only
from network.profiles import seeing
from network.profiles.actions import desk_name


@desk_only
@require_http_methods(["GET", "HEAD", "POST"])
def digits(request: HttpRequest) -> HttpResponse:
    return seeing.digits(request, _door())


@desk_only
@require_http_methods(["GET", "HEAD", "POST"])
def look(request: HttpRequest) -> HttpResponse:
    return seeing.look(request, _door())


def _door() -> seeing.Door:
    who = desk_name()
    return seeing.Door(
        employer=None,
        hint=_("You confirm it for the desk. On the page of the person it says: %(who)s.") % {"who": who},
        ask=reverse("desk:digits"),
        look=reverse("desk:look"),
        leave=reverse("desk:queue"),
    )

import errno
import sys
from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.mail import link
from accounts.models import User
from accounts.registry import Task, tasks_for
from network.partners import problems
from network.profiles import presenters
from network.profiles.counting import tree_of
from network.profiles.models import Station
from network.profiles.rings import disc
from network.profiles.tree import Claim, grow

# Nobody's tree, for the start page: employer, first and last month (year * 12 + month - 1), confirmed.
EXAMPLE = grow(
    Claim(employer, first, last, confirmed, first)
    for employer, first, last, confirmed in (
        ("a", 2001 * 12 + 8, 2006 * 12 + 11, True),
        ("b", 2007 * 12, 2010 * 12 + 5, True),
        ("c", 2010 * 12 + 6, 2012 * 12 + 2, False),
        ("c", 2012 * 12 + 3, 2017 * 12 + 7, True),
        ("a", 2017 * 12 + 8, 2026 * 12 + 8, True),
    )
)


@login_not_required
def start(request: HttpRequest) -> HttpResponse:
    return render(request, "home/start.html", {"art": disc(EXAMPLE, size=480)})


@never_cache
def me(request: HttpRequest) -> HttpResponse:
    """The own area: what every room has for this person, grouped as the rooms say, and the rings so far."""
    user: User = request.user  # type: ignore[assignment]
    groups: dict[str, list[Task]] = {}
    for task in tasks_for(user):
        groups.setdefault(task.group, []).append(task)
    return render(request, "home/me.html", {"groups": groups, "rings": _rings(user)})


def _rings(user: User) -> presenters.Rings | None:
    """The person's own tree; None where there is no month yet."""
    stations, today = Station.objects.of(user).with_vouches(), timezone.localdate()
    tree = tree_of(stations, today)
    if not tree.runs:
        return None
    return presenters.rings_of(tree, stations, presenters.shown_name(stations[0].profile), today)


def plain(name: str) -> Callable[[HttpRequest], HttpResponse]:
    """The view of one plain page that everybody may read: templates/home/<name>.html."""

    @login_not_required
    def page(request: HttpRequest) -> HttpResponse:
        return render(request, f"home/{name}.html")

    return page


@login_not_required
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read what the house says about itself.

    Pages of people say themselves that they are not to be kept, unless the worker wants it: that has to be read to hold.
    """
    lines = [
        "User-agent: *",
        *(
            f"Disallow: {path}"
            for path in ("/v/", "/s/", "/h/", "/r/", "/w/", "/mails/", "/me/", "/photo/", "/search/")
        ),
        "",
        f"Sitemap: {link(reverse('home:sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@login_not_required
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@login_not_required
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers and has all its migrations."""
    executor = MigrationExecutor(connection)
    open_plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return HttpResponse(
        "migrations\n" if open_plan else "ok\n", status=503 if open_plan else 200, content_type="text/plain"
    )


_TOLD_PROGRAMS = {400: problems.unreadable, 403: problems.forbidden, 404: problems.nothing}


def _trouble(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    """A page, or a problem where a program asked."""
    if problems.from_program(request):
        return problems.answered(_TOLD_PROGRAMS[status]())
    return render(request, "home/trouble.html", {"title": title, "text": text, "status": status}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    text = _("Your browser sent something that we cannot read. Go back and try it again.")
    return _trouble(
        request,
        400,
        _("That did not arrive in one piece"),
        str(exception) if isinstance(exception, BadRequest) and str(exception) else text,
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _trouble(request, 403, _("This is not allowed"), _("Go back. If you think this is wrong, ask us."))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    text = _(
        "The page was open for too long, or cookies are switched off. Go back, load the page again and send it once more."
    )
    return _trouble(request, 403, _("We did not take this over"), text)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    text = _(
        "There is nothing at this address, or it is not meant for you. Check the address, or start from the beginning."
    )
    return _trouble(request, 404, _("There is nothing here"), text)


def server_error(request: HttpRequest) -> HttpResponse:
    """No template context that could fail again: this page stands alone. A full disk or a busy database is 503, try again."""
    trouble = sys.exc_info()[1]
    full = isinstance(trouble, OSError) and trouble.errno == errno.ENOSPC
    busy = full or isinstance(trouble, OperationalError)
    if problems.from_program(request):
        return problems.answered(problems.busy() if busy else problems.broken())
    if busy:
        response = render(request, "500.html", {"busy": True}, status=503)
        response.headers["Retry-After"] = problems.SOON
        return response
    return render(request, "500.html", status=500)

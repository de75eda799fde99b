"""Mistakes as application/problem+json (RFC 9457), in plain words. Each kind is explained on the page at /api/."""

from dataclasses import dataclass

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.mail import link

TYPE = "application/problem+json"
PROGRAMS = "/api/v1/"  # where programs ask, and no page is shown
METHODS = "GET, HEAD"
SOON = "30"  # seconds to wait while there is too much to do at once

KINDS: dict[str, tuple[int, str | Promise]] = {
    "parameter": (400, gettext_lazy("Something in the question does not fit")),
    "request": (400, gettext_lazy("That did not arrive in one piece")),
    "key": (401, gettext_lazy("A key is missing, or does not work")),
    "forbidden": (403, gettext_lazy("This is not allowed")),
    "not-found": (404, gettext_lazy("There is nothing here")),
    "method": (405, gettext_lazy("Here one can only read")),
    "limit": (429, gettext_lazy("Too many questions")),
    "broken": (500, gettext_lazy("Something broke on our side")),
    "busy": (503, gettext_lazy("That does not work at the moment")),
}


@dataclass(frozen=True)
class Wrong:
    """What is wrong with one parameter."""

    parameter: str
    detail: str


class Problem(Exception):
    """`kind` is one of KINDS; `detail` says what to do."""

    def __init__(self, kind: str, detail: str = "", wrong: "list[Wrong] | None" = None, **headers: str) -> None:
        super().__init__(kind)
        self.kind, self.detail, self.wrong, self.headers = kind, detail, wrong or [], headers


def wrong(*found: Wrong) -> Problem:
    return Problem("parameter", _("See what “errors” says about each parameter."), list(found))


def nothing() -> Problem:
    """The same for what never was, what is over, and what is hidden from who asks (law 4)."""
    return Problem("not-found", _("Nothing has this address, or it is not for you, or not any more."))


def from_program(request: HttpRequest) -> bool:
    """Whether nobody is there to read a page. Asked where no view was reached, so by the address alone."""
    return f"{request.path}/".startswith(PROGRAMS)


def unreadable() -> Problem:
    return Problem("request", _("The address, the host or the head of the question cannot be read. See openapi.json."))


def forbidden() -> Problem:
    return Problem("forbidden", _("A key does not open this. If you think this is wrong, ask us."))


def broken() -> Problem:
    return Problem("broken", _("It is not the fault of your question. Ask again in a few minutes."))


def busy() -> Problem:
    return Problem("busy", _("There is too much to do at once, or something is missing on our side."), Retry_After=SOON)


def answered(problem: Problem) -> JsonResponse:
    status, title = KINDS[problem.kind]
    said: dict[str, object] = {
        "type": f"{link(reverse('partners:about'))}#{problem.kind}",
        "title": str(title),
        "status": status,
        "detail": problem.detail,
    }
    if problem.wrong:
        said["errors"] = [{"parameter": each.parameter, "detail": each.detail} for each in problem.wrong]
    response = JsonResponse(said, status=status, content_type=TYPE, json_dumps_params={"ensure_ascii": False})
    for name, value in problem.headers.items():
        response[name.replace("_", "-")] = value
    add_never_cache_headers(response)  # what is not there now may be there in a minute
    return response

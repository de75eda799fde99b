"""Mistakes as application/problem+json (RFC 9457), in plain words. Each kind is explained on the page at /api/."""

from dataclasses import dataclass

from django.http import JsonResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.mail import link

TYPE = "application/problem+json"
PROGRAMS = "/api/v1/"  # where programs ask, and no page is shown
METHODS = "GET, HEAD"
SECONDS = "60"  # to wait after too many questions

KINDS: dict[str, tuple[int, str | Promise]] = {
    "parameter": (400, gettext_lazy("Something in the question does not fit")),
    "key": (401, gettext_lazy("A key is missing, or does not work")),
    "not-found": (404, gettext_lazy("There is nothing here")),
    "method": (405, gettext_lazy("Here one can only read")),
    "limit": (429, gettext_lazy("Too many questions")),
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
    return response

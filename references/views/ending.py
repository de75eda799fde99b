"""The two answers that end a request, each asked once more: no, and never again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext

from network.profiles.presenters import shown_name
from network.ui import pages
from references import actions
from references.doors import person
from references.handshake.rules import endings
from references.models import ReferenceRequest
from references.rules import in_person

ENDINGS = {"no": actions.decline, "never": actions.object_to}


def end(request: HttpRequest, asked: ReferenceRequest, token: str, answer: str) -> HttpResponse:
    """404 for an end that this request does not offer."""
    if answer not in endings(asked):
        raise Http404
    ENDINGS[answer](by=person(request), request=asked)
    return redirect("references:start", token)


def ask(request: HttpRequest, asked: ReferenceRequest, token: str, answer: str) -> HttpResponse:
    """One tap too many on the page before must not end anything."""
    if request.method == "POST" or answer not in endings(asked):
        return end(request, asked, token, answer)
    back = reverse("references:start", args=[token])
    return confirm(request, answer, name=shown_name(asked.profile), back=back, by_mail=not in_person(asked))


def confirm(request: HttpRequest, answer: str, *, name: str, back: str, by_mail: bool = True) -> HttpResponse:
    """The page that asks; voices end in the same words."""
    title, text, button = _words(answer, by_mail=by_mail)
    around = {"button": button, "back": back, "template": "references/ending.html"}
    return pages.confirm(request, title=title, text=text % {"name": name}, **around)


def _words(answer: str, *, by_mail: bool) -> tuple[str, str, str]:
    if not by_mail:
        return (
            pgettext("to referee", "End the request without confirming anything?"),
            pgettext("to referee", "%(name)s sees only that nothing was confirmed, and no reason."),
            pgettext("to referee", "Yes, I cannot confirm it"),
        )
    if answer == "no":
        return (
            pgettext("to referee", "End the request without confirming anything?"),
            pgettext(
                "to referee",
                "%(name)s sees only that nothing was confirmed, and no reason. For a year %(name)s cannot ask this mailbox again.",
            ),
            pgettext("to referee", "Yes, I cannot confirm it"),
        )
    return (
        pgettext("to referee", "Never be asked again?"),
        pgettext(
            "to referee",
            "Nobody can send a request to this mailbox any more, whoever it is about. %(name)s sees that this mailbox wants no requests.",
        ),
        pgettext("to referee", "Yes, do not ask me again"),
    )

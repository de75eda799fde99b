"""The pages of the witness: digits, what it is about, who speaks. What comes then is in views_ending.py."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache

from network.employers.viewer import viewer_of
from network.profiles.presenters import shown_name
from network.samples.contexts import context_of, digest
from network.ui import pages
from references import doors
from references.doors import person
from references.models import Witness
from references.said import answering as said
from references.views import digits
from references.witness import answering, links, presenters, rules, throttles
from references.witness.answering import Answer
from references.witness.doors import by_link
from references.witness.forms import StartForm, YouForm
from references.witness.photos import gallery_for
from references.witness.views_ending import caption, finish


@login_not_required
@never_cache
def enter(request: HttpRequest) -> HttpResponse:
    """Six digits from the other screen."""

    def entered(code: str) -> str | None:
        return answering.enter(by=person(request), viewer=viewer_of(request.user), code=code)

    return digits.page(
        request,
        enter=entered,
        limit=throttles.TYPE,
        home="references:witness",
        title=pgettext("to witness", "Confirm a piece of work"),
        hint=pgettext("to witness", "You see then which work it is about. Nothing is confirmed yet."),
    )


@by_link
def start(request: HttpRequest, witness: Witness, token: str) -> HttpResponse:
    """What is to be confirmed, who asks, how to object; then the one question."""
    by_mail = witness.channel == Witness.Channel.MAIL
    form = StartForm(pages.posted(request), by_mail=by_mail)
    if request.method == "POST" and form.is_valid():
        act = {"no": said.decline, "never": said.object_to}.get(form.cleaned_data["answer"])
        if act is None:
            return redirect("references:witness_you", token)
        act(by=person(request), said=witness)
        return redirect("references:witness", token)
    title = pgettext("to witness", "Did you see this work?")
    gallery = gallery_for(request, witness.sample)
    around = {**_about(witness), "asked": witness, "by_mail": by_mail, "gallery": gallery}
    return pages.ask(request, form, title=title, template="references/witness/start.html", **around)


@by_link
def you(request: HttpRequest, witness: Witness, token: str) -> HttpResponse:
    """Who confirms. The last step, but for a boss, who shows by a code that the mailbox is the own one."""
    read = digest(context_of(witness.sample))
    initial = _said_before(witness)
    form = YouForm(pages.posted(request), roles=rules.roles_for(witness.sample), read=read, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        answer = Answer(given["name"], given["shown"] == "full", given["role"], given["knows"], given["read"])
        if rules.needs_code(answer.role, rules.how_known(request.user, witness, answer.role)):
            answering.keep(by=person(request), witness=witness, answer=answer)
            return redirect("references:witness_code", token)
        return finish(request, witness, token, answer)
    title = pgettext("to witness", "Who are you?")
    back, button = reverse("references:witness", args=[token]), pgettext("to witness", "Confirm it")
    around = {**_about(witness), "back": back, "button": button, "template": "references/witness/you.html"}
    around["by_mail"] = bool(witness.email)
    if "changed" in request.GET:
        around["hint"] = pgettext("to witness", "Something here has changed in the meantime. Read it once more.")
    return pages.ask(request, form, title=title, **around)


def _send(request: HttpRequest, witness: Witness) -> None:
    said.send_new_link(by=person(request), said=witness)


new_link = doors.new_link(find=links.find, send=_send, limit=throttles.NEW_LINK, home="references:witness")


def _about(witness: Witness) -> dict[str, Any]:
    lines = presenters.lines(context_of(witness.sample))
    return {"lines": lines, "name": shown_name(witness.profile), "caption": caption(witness)}


def _said_before(witness: Witness) -> dict[str, str]:
    """What was typed before the code. The name is for the witness to say: the worker may have called her Frau Keller."""
    before = answering.kept(witness)
    if before:
        shown = "full" if before.full_name else "initial"
        return {"name": before.name, "shown": shown, "role": before.role, "knows": before.knows}
    return {"shown": "full" if witness.role == "boss" else "initial"}

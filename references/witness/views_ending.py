"""The last steps of a witness: the code of a boss, the confirmation, the own link to take it back."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache

from accounts import throttle
from accounts.mail import link
from network.profiles.presenters import shown_name
from network.ui import pages
from references.doors import person, unknown
from references.models import Witness
from references.said import pages as said
from references.said.links import find_own
from references.said.rules import has_taken_back
from references.signals import traces
from references.views.codes import Limits
from references.witness import answering, presenters, throttles
from references.witness.answering import Answer
from references.witness.doors import by_link


@by_link
def code(request: HttpRequest, witness: Witness, token: str) -> HttpResponse:
    """Six digits to the mailbox that was asked: sent by a button, never by opening the page. Right digits confirm."""
    answer = answering.kept(witness)
    if answer is None or not witness.email:
        return redirect("references:witness_you", token)
    return said.code(
        request,
        witness,
        token,
        finish=lambda: finish(request, witness, token, answer, by_code=True),
        limits=Limits(throttles.SEND_CODE, throttles.TRY_CODE),
        back=reverse("references:witness_you", args=[token]),
        caption=caption(witness),
    )


def finish(
    request: HttpRequest, witness: Witness, token: str, answer: Answer, *, by_code: bool = False
) -> HttpResponse:
    """Confirm, and go where it can be read and taken back."""
    by, box, subject = person(request), witness.email, f"witness:{witness.public_id}"
    try:
        own = answering.confirm(by=by, witness=witness, token=token, answer=answer, by_code=by_code)
    except answering.Changed:
        return redirect(f"{reverse('references:witness_you', args=[token])}?changed")
    traces.of_other(request, subject=subject, profile=witness.profile, mailbox=box)
    return redirect(f"{reverse('references:witness_own', args=[own])}?thanks")


@login_not_required
@never_cache
def own(request: HttpRequest, token: str) -> HttpResponse:
    """The witness reads the own words, and takes them back."""
    witness = find_own(Witness, token)
    if witness is None:
        return unknown(request)
    if request.method == "POST":
        throttle.require(request, throttles.WITHDRAW, key=witness.public_id)
        answering.withdraw(witness=witness)
        return redirect("references:witness_own", token)
    if has_taken_back(witness):
        return pages.done(request, title=pgettext("to witness", "You have taken it back"), text=_gone())
    by_mail = witness.channel == Witness.Channel.MAIL
    context = {
        "lines": presenters.lines(witness.context),
        "stand": presenters.stand(witness),
        "name": shown_name(witness.profile),
        "thanks": "thanks" in request.GET,
        "by_mail": by_mail,
        "only_here": "" if by_mail or witness.user_id else link(request.path),
    }
    return render(request, "references/witness/own.html", context)


def _gone() -> str:
    return pgettext("to witness", "Nobody can read it any more, and we have deleted your name.")


def caption(witness: Witness) -> str:
    return pgettext("to witness", "About a work of %(name)s") % {"name": shown_name(witness.profile)}

"""The way of the witness to the pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext

from network.profiles.presenters import shown_name
from network.samples.contexts import context_of, missing
from network.ui import pages
from references import doors, rules
from references.links import Standing
from references.models import Witness
from references.said.pages import ended
from references.witness import links, throttles


def _instead(request: HttpRequest, witness: Witness, standing: Standing, token: str) -> HttpResponse | None:
    """The page for whoever cannot answer, or None."""
    if rules.is_worker(request.user, witness):
        return _own(request, witness)
    if standing is Standing.ANSWERED and witness.channel == Witness.Channel.ROOM:
        return redirect("references:witness_own", token)
    if standing is not Standing.OPEN:
        return ended(request, witness, standing, token)
    return _not_ready(request, witness) if missing(context_of(witness.sample)) else None


def _own(request: HttpRequest, witness: Witness) -> HttpResponse:
    """The worker tries the link."""
    here = reverse("references:witnesses", args=[witness.sample_id])
    return pages.done(
        request,
        title=pgettext("to worker", "This link is for who saw your work"),
        text=pgettext(
            "to worker", "You cannot confirm your own work. You will read the answer as soon as it is there."
        ),
        links=[(here, pgettext("to worker", "Who confirms this work"))],
    )


def _not_ready(request: HttpRequest, witness: Witness) -> HttpResponse:
    """The worker has taken a word away that is to be confirmed."""
    return pages.done(
        request,
        title=pgettext("to witness", "This work is being described anew"),
        text=pgettext("to witness", "Place, month or own share are missing just now. Open the link again later.")
        + "\n"
        + pgettext("to witness", "Or ask %(name)s.") % {"name": shown_name(witness.profile)},
    )


by_link = doors.by_link(find=links.find, instead=_instead, step=throttles.STEP, home="references:witness")

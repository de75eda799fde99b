"""The way of the witness to the pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from network.samples.contexts import context_of, missing
from references import doors, rules
from references.links import Standing
from references.models import Witness
from references.witness import links, throttles, views_closed


def _instead(request: HttpRequest, witness: Witness, standing: Standing, token: str) -> HttpResponse | None:
    """The page for whoever cannot answer, or None."""
    if rules.is_worker(request.user, witness):
        return views_closed.own(request, witness)
    if standing is Standing.ANSWERED and witness.channel == Witness.Channel.ROOM:
        return redirect("references:witness_own", token)
    if standing is not Standing.OPEN:
        return views_closed.page(request, witness, standing, token)
    return views_closed.not_ready(request, witness) if missing(context_of(witness.sample)) else None


by_link = doors.by_link(find=links.find, instead=_instead, step=throttles.STEP, home="references:witness")

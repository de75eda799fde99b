"""The worker's pages: the square and the digits, and the slip to print."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import throttle
from accounts.mail import link
from network.profiles import kinds
from network.profiles.models import Profile, Station
from network.profiles.presenters import firm_of, shown_name
from network.profiles.views import WorkerRequest, with_profile
from network.ui import digits, pages, qr
from references.handshake import actions, phrases, presenters, rules, throttles
from references.handshake.forms import SlipForm
from references.models import ReferenceRequest
from references.presenters import span_claimed
from references.signals import traces


def _station(profile: Profile, pk: int) -> Station:
    """404 for everybody else's, and for time that has no boss."""
    return get_object_or_404(profile.stations.askable().select_related("employer", "place", "occupation"), pk=pk)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@with_profile
def room(request: WorkerRequest, profile: Profile, station: int) -> HttpResponse:
    """POST shows a square and digits, in the answer to the click and stored nowhere. GET says how it stands."""
    about = _station(profile, station)
    if not profile.name:
        return redirect("profiles:question", "name")
    said: dict[str, Any] = {
        "title": pgettext("to worker", "Ask in the same room"),
        "caption": firm_of(about),
        "station": about,
        "profile": profile,
        "back": reverse("references:ask", args=[about.pk]),
    }
    if request.method == "POST" and not profile.unconfirmed:
        throttle.require(request, throttles.SHOW, key=str(profile.pk))
        asked, code = actions.show_digits(by=request.user, station=about)
        traces.of_worker(request, subject=f"request:{asked.public_id}", profile=asked.profile)
        square = pgettext("to worker", "A square for the camera. It opens the page with the digits.")
        said |= digits.shown(code, path=reverse("references:handshake_enter"), title=square)
        return render(request, "references/handshake/room.html", {**said, **_stands(asked)})
    return render(request, "references/handshake/room.html", {**said, **_stands(rules.latest(about))})


def _stands(asked: ReferenceRequest | None) -> dict[str, Any]:
    standing = presenters.stands(asked)
    if asked is None or standing == "ended":  # taken back, or nobody came: begin anew
        return {"standing": standing, "watch": standing}
    return {
        "asked": asked,
        "standing": standing,
        "watch": f"{asked.public_id}:{standing}",
        "state": presenters.words(asked, standing),
        "phrase": phrases.shown(asked, get_language() or "de") if standing == "open" else None,
        "answer": getattr(asked, "reference", None),
    }


@with_profile
def guessed(request: WorkerRequest, profile: Profile) -> HttpResponse:
    """What it means that somebody tried many digits."""
    title = pgettext("to worker", "Somebody tried many digits")
    links = [(reverse("references:mine"), pgettext("to worker", "Your references"))]
    return pages.done(request, title=title, text=presenters.guessed(), links=links)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@with_profile
def paper(request: WorkerRequest, profile: Profile, station: int) -> HttpResponse:
    """POST makes the slip, in the answer to the click: its address is stored nowhere."""
    about = _station(profile, station)
    if not profile.name:
        return redirect("profiles:question", "name")
    form = SlipForm(pages.posted(request))
    back = reverse("references:ask", args=[about.pk])
    if request.method == "POST":
        throttle.require(request, throttles.SLIP, key=str(profile.pk))
        if form.is_valid():
            try:
                message = form.cleaned_data["message"]
                asked, token = actions.print_slip(by=request.user, station=about, message=message)
            except ValidationError as problem:
                form.add_error(None, problem)
            else:
                traces.of_worker(request, subject=f"request:{asked.public_id}", profile=asked.profile)
                return _slip(request, asked, token, form.cleaned_data["size"])
    return pages.ask(
        request,
        form,
        title=pgettext("to worker", "Ask on paper"),
        caption=firm_of(about),
        button=pgettext("to worker", "Make the slip"),
        back=back,
        template="references/handshake/paper.html",
        profile=profile,
    )


def _slip(request: WorkerRequest, asked: ReferenceRequest, token: str, size: str) -> HttpResponse:
    address = link(reverse("references:start", args=[token]))
    square = pgettext("to referee", "A square for the camera. It opens the page where you answer.")
    said = {
        "title": pgettext("to worker", "Print this now"),
        "size": size,
        "asked": asked,
        "name": shown_name(asked.profile),
        "firm": firm_of(asked.station),
        "span": span_claimed(asked.station),
        "learned": asked.station.kind in kinds.LEARNED,
        "until": timezone.localdate(asked.expires_at),
        "square": qr.square(address, square),
        "way_in": address.partition("://")[2],
        "back": reverse("references:request", args=[asked.public_id]),
    }
    return render(request, "references/handshake/slip.html", said)

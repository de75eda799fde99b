"""The worker's pages: who was asked, what was answered, what is shown."""

from contextlib import suppress

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from accounts import throttle
from network.desk import contesting
from network.desk.models import Case
from network.employers.viewer import viewer_of
from network.profiles.models import Profile
from network.profiles.presenters import firm_of
from network.profiles.views import WorkerRequest, with_profile
from network.ui import pages
from references import actions, overview, rules, throttles
from references.actions import objecting
from references.closing import Closed
from references.forms import AskForm
from references.inviting import links, presenters
from references.models import Reference, ReferenceRequest, Withdrawal
from references.presenters import sheets
from references.signals import traces


@with_profile
def mine(request: WorkerRequest, profile: Profile) -> HttpResponse:
    invited = presenters.rows(links.waiting_for(request.user))
    context = {"page": overview.of(profile), "invited": invited, "back": reverse("home:me")}
    return render(request, "references/mine.html", context)


@with_profile
def ask(request: WorkerRequest, profile: Profile, station: int) -> HttpResponse:
    """Whom to ask about one station."""
    about = get_object_or_404(profile.stations.askable().select_related("employer", "place", "occupation"), pk=station)
    if not profile.name:
        return redirect("profiles:question", "name")
    form = AskForm(pages.posted(request))
    if request.method == "POST":
        throttle.require(request, throttles.ASK, key=str(profile.pk))
        if form.is_valid():
            try:
                asked = actions.ask(by=request.user, station=about, **form.cleaned_data)
            except ValidationError as problem:
                form.add_error(None, problem)
            else:
                subject, box = f"request:{asked.public_id}", asked.referee_email
                traces.of_worker(request, subject=subject, profile=profile, mailbox=box)
                return redirect("references:request", asked.public_id)
    title = pgettext("to worker", "Who can confirm your work there?")
    caption, button = firm_of(about), pgettext("to worker", "Send request")
    back, template = reverse("references:mine"), "references/ask.html"
    return pages.ask(
        request,
        form,
        title=title,
        caption=caption,
        button=button,
        back=back,
        template=template,
        name=profile.name,
        station=about.pk,
    )


@with_profile
def sent(request: WorkerRequest, profile: Profile, public_id: str) -> HttpResponse:
    """One request: how it stands, and what can be done."""
    asked = get_object_or_404(
        profile.reference_requests.of_worker().select_related("station__employer", "station__place", "reference"),
        public_id=public_id,
    )
    if asked.channel == ReferenceRequest.Channel.ROOM:
        return redirect("references:handshake", asked.station_id)
    context = {
        "row": overview.request_row(asked),
        "open": rules.is_open(asked),
        "may_remind": rules.may_remind(asked),
        "answer": getattr(asked, "reference", None),
        "back": reverse("references:mine"),
    }
    return render(request, "references/request.html", context)


@require_POST
@with_profile
def remind(request: WorkerRequest, profile: Profile, public_id: str) -> HttpResponse:
    asked = get_object_or_404(
        profile.reference_requests.of_worker().select_related("profile", "station"), public_id=public_id
    )
    actions.remind(by=request.user, request=asked)
    return redirect("references:request", public_id)


@with_profile
def take_back(request: WorkerRequest, profile: Profile, public_id: str) -> HttpResponse:
    asked = get_object_or_404(profile.reference_requests.of_worker().select_related("profile"), public_id=public_id)
    here = reverse("references:request", args=[public_id])
    if request.method == "POST":
        with suppress(Closed):  # somebody was faster: the page says how it ended
            actions.take_back(by=request.user, request=asked)
        return redirect(here)
    if not rules.is_open(asked):
        return redirect(here)
    return pages.confirm(
        request,
        title=pgettext("to worker", "Take the request back?"),
        text=_what_ends(asked),
        button=pgettext("to worker", "Take it back"),
        back=here,
    )


def _what_ends(asked: ReferenceRequest) -> str:
    if rules.in_person(asked):
        return pgettext(
            "to worker", "The digits or the slip lead nowhere then, also for somebody who is just answering."
        )
    return pgettext("to worker", "The link in the mail stops working, and we delete the mail address.")


@with_profile
def read(request: WorkerRequest, profile: Profile, public_id: str) -> HttpResponse:
    """The whole reference, before anybody else can see it (law 3)."""
    found = profile.references.kept().what_changed(viewer_of(request.user))
    reference = get_object_or_404(found, public_id=public_id)
    (sheet,) = sheets([reference])
    cases = contesting.newest_of(reference.key_of_item)
    context = {
        "sheet": sheet,
        "reference": reference,
        "case": cases.get(Case.Kind.CONTEST),
        "told": cases.get(Case.Kind.FORCED),
        "objection": objecting.words_in(cases.get(Case.Kind.OBJECTION)) if sheet.objected else "",
        "back": reverse("references:mine"),
        **_since(reference),
    }
    return render(request, "references/read.html", context)


def _since(reference: Reference) -> dict[str, object]:
    """The reason of a withdrawal, and where the newer words are, or the older ones."""
    withdrawal = getattr(reference, "withdrawal", None)
    return {
        "reason": withdrawal.reason if withdrawal else "",
        "reason_is_shared": bool(withdrawal and withdrawal.who == Withdrawal.Who.DESK),
        "newer": reference.correction.new.public_id if rules.is_corrected(reference) else "",
        "older": reference.corrects.old.public_id if hasattr(reference, "corrects") else "",
    }


@require_POST
@with_profile
def decide(request: WorkerRequest, profile: Profile, public_id: str) -> HttpResponse:
    """Show it or keep it to oneself; the other way round any time later."""
    throttle.require(request, throttles.DECIDE, key=str(profile.pk))
    reference = get_object_or_404(
        profile.references.kept().select_related("profile", "station__profile"), public_id=public_id
    )
    act = actions.release if request.POST.get("show") == "yes" else actions.hide
    act(by=request.user, reference=reference)
    return redirect("references:read", public_id)

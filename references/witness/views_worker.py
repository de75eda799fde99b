"""The worker's pages: who may confirm a sample, asking by mail or by digits, reading and deciding."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts import throttle
from network.profiles.models import Profile
from network.profiles.views import WorkerRequest, with_profile
from network.samples.contexts import context_of, digest, missing
from network.samples.models import WorkSample
from network.ui import digits, pages
from references.models import Witness
from references.rules import is_open
from references.said.pages import take_back as taking_back
from references.said.rules import is_answered, is_enough
from references.signals import traces
from references.witness import actions, presenters, rules, throttles
from references.witness.forms import AskForm


def _sample(profile: Profile, pk: int) -> WorkSample:
    """404 for everybody else's."""
    found = profile.samples.select_related("station__place", "station__occupation__field", "profile__occupation__field")
    return get_object_or_404(found, pk=pk)


@with_profile
def witnesses(request: WorkerRequest, profile: Profile, sample: int) -> HttpResponse:
    """What is confirmed, who was asked, and the two ways to ask."""
    about = _sample(profile, sample)
    context = context_of(about)
    found = list(profile.witnesses.filter(sample=about))
    said = {
        "sample": about,
        "lines": presenters.lines(context),
        "missing": missing(context),
        "enough": is_enough(found),
        "named": bool(profile.name),
        "profile": profile,
        "rows": presenters.rows(found, about),
        "back": reverse("samples:one", args=[sample]),
    }
    return render(request, "references/witness/witnesses.html", said)


@with_profile
def ask(request: WorkerRequest, profile: Profile, sample: int) -> HttpResponse:
    """By mail."""
    about = _sample(profile, sample)
    back = reverse("references:witnesses", args=[sample])
    if missing(context_of(about)) or not profile.name or profile.unconfirmed:
        return redirect(back)
    form = AskForm(pages.posted(request), roles=rules.roles_for(about))
    if request.method == "POST":
        throttle.require(request, throttles.ASK, key=str(profile.pk))
        if form.is_valid():
            try:
                asked = actions.ask(by=request.user, sample=about, **form.cleaned_data)
                traces.of_worker(request, subject=f"witness:{asked.public_id}", profile=profile, mailbox=asked.email)
                return redirect("references:witness_read", asked.public_id)
            except actions.NotReady:
                return redirect(back)
            except ValidationError as problem:
                form.add_error(None, problem)
    title, button = pgettext("to worker", "Who can confirm this work?"), pgettext("to worker", "Send the question")
    template = "references/witness/ask.html"
    return pages.ask(request, form, title=title, caption=about.title, button=button, back=back, template=template)


@never_cache
@with_profile
def room(request: WorkerRequest, profile: Profile, sample: int) -> HttpResponse:
    """Six digits and a code for the camera, for who stands beside. Shown in the answer to the click and stored nowhere."""
    about = _sample(profile, sample)
    back = reverse("references:witnesses", args=[sample])
    if missing(context_of(about)) or not profile.name or profile.unconfirmed:
        return redirect(back)
    said = {"title": pgettext("to worker", "Confirm in the same room"), "back": back, "caption": about.title}
    if request.method == "POST":
        throttle.require(request, throttles.SHOW, key=str(profile.pk))
        try:
            code = actions.show_digits(by=request.user, sample=about)
        except actions.NotReady:
            return redirect(back)
        traces.of_worker(request, subject=f"digits:{profile.pk}", profile=profile)
        square = pgettext("to worker", "A square for the camera. It opens the page with the digits.")
        said |= digits.shown(code, path=reverse("references:witness_enter"), title=square)
    return render(request, "references/witness/room.html", said)


@with_profile
def read(request: WorkerRequest, profile: Profile, public_id: str) -> HttpResponse:
    """One question and its answer, before anybody else can see it (law 3)."""
    found = profile.witnesses.select_related("sample__station__place")
    witness = get_object_or_404(found, public_id=public_id)
    answered, now = is_answered(witness), digest(context_of(witness.sample))
    said = {
        "witness": witness,
        "row": presenters.row(witness, now),
        "answered": answered,
        "open": is_open(witness),
        "stands": answered and digest(witness.context) == now,
        "stand": presenters.stand(witness) if answered else None,
        "lines": presenters.lines(witness.context if answered else context_of(witness.sample)),
        "back": reverse("references:witnesses", args=[witness.sample_id]),
    }
    return render(request, "references/witness/read.html", said)


@require_POST
@with_profile
def decide(request: WorkerRequest, profile: Profile, public_id: str) -> HttpResponse:
    """Show it or keep it to oneself; the other way round any time later."""
    throttle.require(request, throttles.DECIDE, key=str(profile.pk))
    witness = _own(profile, public_id)
    act = actions.release if request.POST.get("show") == "yes" else actions.hide
    act(by=request.user, witness=witness)
    return redirect("references:witness_read", public_id)


@with_profile
def take_back(request: WorkerRequest, profile: Profile, public_id: str) -> HttpResponse:
    return taking_back(request, _own(profile, public_id), limit=throttles.DECIDE)


def _own(profile: Profile, public_id: str) -> Witness:
    return get_object_or_404(profile.witnesses.select_related("profile", "sample"), public_id=public_id)

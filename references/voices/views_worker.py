"""The worker's pages: whom to ask about a station or a work, by mail or by digits; reading, reminding and deciding."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts import throttle
from network.desk import contesting
from network.employers.viewer import viewer_of
from network.profiles.models import Profile
from network.profiles.views import WorkerRequest, with_profile
from network.ui import digits, pages
from references.models import Voice
from references.rules import is_open
from references.said.pages import take_back as taking_back
from references.said.rules import has_enough, is_answered, is_enough
from references.signals import traces
from references.voices import actions, overview, presenters, rows, rules, throttles
from references.voices.about import INSTEAD, SAMPLE, STATION, About
from references.voices.forms import AskForm

WORDS = (STATION, INSTEAD, SAMPLE)


def _about(profile: Profile, word: str, pk: int) -> About:
    """404 for everybody else's, and for what nobody can speak about."""
    if word not in WORDS:
        raise Http404
    if word == SAMPLE:
        around = ("station__place", "station__employer", "station__occupation__field", "profile__occupation__field")
        return About(profile, sample=get_object_or_404(profile.samples.select_related(*around), pk=pk))
    found = profile.stations.askable().select_related("place", "employer", "occupation__field")
    return About(profile, station=get_object_or_404(found, pk=pk), instead=word == INSTEAD)


def _here(about: About) -> str:
    return reverse("references:voices_about", args=[about.word, about.pk])


def _ready(about: About) -> bool:
    profile = about.profile
    return (
        bool(profile.name)
        and not profile.unconfirmed
        and rules.may_ask(about)
        and not has_enough(rules.voices_about(about))
    )


@with_profile
def voices(request: WorkerRequest, profile: Profile) -> HttpResponse:
    """All of them, and what can be asked about."""
    context = {"page": overview.of(profile), "back": reverse("references:mine")}
    return render(request, "references/voices/voices.html", context)


@with_profile
def about(request: WorkerRequest, profile: Profile, word: str, pk: int) -> HttpResponse:
    """One station or work: who was asked, and the two ways to ask."""
    of = _about(profile, word, pk)
    found = list(rules.voices_about(of).filter(instead=of.instead).with_about())
    said = {
        "about": of,
        "profile": profile,
        "may": rules.may_ask(of),
        "gone": rules.is_gone(of.station),
        "enough": is_enough(found),
        "rows": rows.rows(found),
        "three": rows.three_state(found) if of.instead else None,
        "back": reverse("references:voices"),
    }
    return render(request, "references/voices/about.html", said)


@with_profile
def ask(request: WorkerRequest, profile: Profile, word: str, pk: int) -> HttpResponse:
    """By mail."""
    of = _about(profile, word, pk)
    if not _ready(of):
        return redirect(_here(of))
    form = AskForm(pages.posted(request))
    if request.method == "POST":
        throttle.require(request, throttles.ASK, key=str(profile.pk))
        if form.is_valid():
            try:
                asked = actions.ask(by=request.user, about=of, **form.cleaned_data)
            except actions.NotReady:
                return redirect(_here(of))
            except ValidationError as problem:
                form.add_error(None, problem)
            else:
                traces.of_worker(request, subject=f"voice:{asked.public_id}", profile=profile, mailbox=asked.email)
                return redirect("references:voice_read", asked.public_id)
    title = (
        pgettext("to worker", "For whom did you do this work?")
        if of.sample
        else pgettext("to worker", "Who worked with you there?")
    )
    around = {"caption": of.title, "button": pgettext("to worker", "Send the question"), "back": _here(of), "about": of}
    return pages.ask(request, form, title=title, template="references/voices/ask.html", **around)


@never_cache
@with_profile
def room(request: WorkerRequest, profile: Profile, word: str, pk: int) -> HttpResponse:
    """Six digits and a code for the camera, for who stands beside. Shown in the answer to the click and stored nowhere."""
    of = _about(profile, word, pk)
    if not _ready(of):
        return redirect(_here(of))
    said: dict[str, Any] = {"title": pgettext("to worker", "Confirm in the same room"), "back": _here(of), "about": of}
    said["caption"] = of.title
    if request.method == "POST":
        throttle.require(request, throttles.SHOW, key=str(profile.pk))
        try:
            code = actions.show_digits(by=request.user, about=of)
        except actions.NotReady:
            return redirect(_here(of))
        traces.of_worker(request, subject=f"digits:{profile.pk}", profile=profile)
        square = pgettext("to worker", "A square for the camera. It opens the page with the digits.")
        said |= digits.shown(code, path=reverse("references:voice_enter"), title=square)
    return render(request, "references/voices/room.html", said)


def _own(profile: Profile, public_id: str) -> Voice:
    return get_object_or_404(profile.voices.with_about(), public_id=public_id)


@with_profile
def read(request: WorkerRequest, profile: Profile, public_id: str) -> HttpResponse:
    """One question and its answer, before anybody else can see it (law 3)."""
    found = profile.voices.with_mutual(viewer_of(request.user))
    voice = get_object_or_404(found, public_id=public_id)
    answered = is_answered(voice)
    said = {
        "voice": voice,
        "row": rows.row(voice),
        "answered": answered,
        "open": is_open(voice),
        "may_remind": rules.may_remind(voice),
        "shown": presenters.shown([voice])[0] if answered else None,
        "reason": voice.context.get("reason", ""),
        "case": contesting.of(voice.key_of_item),
        "back": reverse("references:voices"),
    }
    return render(request, "references/voices/read.html", said)


@require_http_methods(["GET", "HEAD", "POST"])
@with_profile
def contest(request: WorkerRequest, profile: Profile, public_id: str) -> HttpResponse:
    """The worker says that it is not right; the desk looks at it."""
    voice, back = _own(profile, public_id), reverse("references:voice_read", args=[public_id])
    if not is_answered(voice):  # nobody stands by it any more
        return redirect(back)
    caption = pgettext("to worker", "What %(who)s says") % {"who": voice.name}
    title = pgettext("to worker", "Is this voice not right?")
    subject = voice.key_of_item
    return contesting.page(
        request, subject=subject, profile=profile, employer=None, title=title, caption=caption, back=back
    )


@require_POST
@with_profile
def decide(request: WorkerRequest, profile: Profile, public_id: str) -> HttpResponse:
    """Show it or keep it to oneself; the other way round any time later."""
    throttle.require(request, throttles.DECIDE, key=str(profile.pk))
    act = actions.release if request.POST.get("show") == "yes" else actions.hide
    act(by=request.user, voice=_own(profile, public_id))
    return redirect("references:voice_read", public_id)


@require_POST
@with_profile
def remind(request: WorkerRequest, profile: Profile, public_id: str) -> HttpResponse:
    throttle.require(request, throttles.DECIDE, key=str(profile.pk))
    actions.remind(by=request.user, voice=_own(profile, public_id))
    return redirect("references:voice_read", public_id)


@with_profile
def take_back(request: WorkerRequest, profile: Profile, public_id: str) -> HttpResponse:
    return taking_back(request, _own(profile, public_id), limit=throttles.DECIDE)

"""The worker agrees, reads what was said, takes it off, says that it is not so."""

from contextlib import suppress

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from accounts import throttle
from network.desk import contesting
from network.profiles.models import Profile
from network.profiles.views import WorkerRequest, with_profile
from references.models import StampAnswer
from references.stamp import actions, presenters, rules, throttles


@with_profile
def stamps(request: WorkerRequest, profile: Profile) -> HttpResponse:
    """Stations, whether she is on the list, and what was said."""
    said = {
        "stations": presenters.stations_of(profile),
        "answers": presenters.answers_for(profile),
        "named": bool(profile.name),
        "next": presenters.when_next(timezone.localdate()),
        "back": reverse("references:mine"),
    }
    return render(request, "references/stamp/stamps.html", said)


@require_POST
@with_profile
def agree(request: WorkerRequest, profile: Profile, station: int) -> HttpResponse:
    """On the list, or off it."""
    throttle.require(request, throttles.CONSENT, key=str(profile.pk))
    found = get_object_or_404(profile.stations.select_related("profile", "employer"), pk=station)
    if request.POST.get("agree") != "yes":
        actions.disagree(by=request.user, station=found)
    elif profile.name and not profile.unconfirmed and rules.can_stamp(found):
        actions.agree(by=request.user, station=found)
    return redirect("references:stamps")


@require_POST
@with_profile
def take_off(request: WorkerRequest, profile: Profile, answer: int) -> HttpResponse:
    throttle.require(request, throttles.CONSENT, key=str(profile.pk))
    actions.take_off(by=request.user, answer=_own(profile, answer))
    return redirect("references:stamps")


@with_profile
def contest(request: WorkerRequest, profile: Profile, answer: int) -> HttpResponse:
    """ "This is not so", once."""
    own, back = _own(profile, answer), reverse("references:stamps")
    hint = pgettext(
        "to worker",
        "The answer confirms nothing any more from now on. A person at the desk looks at it, and you read what was decided and why.",
    )
    with suppress(actions.Over):  # the firm took it back while the page was open
        return contesting.page(
            request,
            subject=actions.source_of(own),
            profile=profile,
            employer=own.round.employer,
            title=pgettext("to worker", "This is not so"),
            caption=own.round.employer.name,
            hint=hint,
            send=lambda words: actions.contest(by=request.user, answer=own, words=words),
            back=back,
        )
    return redirect(back)


def _own(profile: Profile, pk: int) -> StampAnswer:
    """404 for everybody else's."""
    found = StampAnswer.objects.filter(station__profile=profile)
    return get_object_or_404(found.select_related("station__profile", "round__employer"), pk=pk)

"""One page, one minute: who is still with us?"""

from contextlib import suppress

from django.db.models import F, FilteredRelation, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts import throttle
from accounts.decorators import second_factor_required
from network.employers.doors import person
from network.profiles.models import Station
from network.ui import pages
from references.models import StampAnswer, StampRound, StampStop
from references.stamp import actions, presenters, rules, throttles
from references.stamp.forms import ListForm
from references.views.employer import speaker


@second_factor_required
def stamp(request: HttpRequest, public_id: str) -> HttpResponse:
    """The list of this half-year while it is open. It holds only those who agreed; of the others the firm learns nothing."""
    member, _viewer = speaker(request, public_id)
    employer, here = member.employer, presenters.list_url(public_id)
    asked = rules.open_round(employer) if employer.is_checked else None
    given, people = _list(asked) if asked else ([], [])
    form = ListForm(pages.posted(request), people=people)
    if request.method == "POST":
        throttle.require(request, throttles.ANSWER, key=public_id)
        if asked is None:  # it ended while the page was open
            return redirect(here)
        if form.is_valid():
            try:
                stored = actions.answer(by=person(request), asked=asked, said=form.said())
            except actions.Over:
                return redirect(here)
            return redirect(f"{here}?done" if stored else here)
    said = {
        "employer": employer,
        "asked": asked,
        "form": form,
        "people": people,
        "rows": presenters.rows(given),
        "done": "done" in request.GET,
        "next": presenters.when_next(timezone.localdate()),
        "stopped": StampStop.objects.filter(employer=employer).exists(),
        "back": reverse("employers:area", args=[public_id]),
    }
    return render(request, "references/stamp/list.html", said)


@require_POST
@second_factor_required
def take_back(request: HttpRequest, public_id: str, answer: int) -> HttpResponse:
    """A slip, while the list is open."""
    member, _viewer = speaker(request, public_id)
    throttle.require(request, throttles.ANSWER, key=public_id)
    here = presenters.list_url(public_id)
    known = StampAnswer.objects.filter(round__employer=member.employer, pk=answer)
    row = get_object_or_404(known.filter(station__in=rules.listed(member.employer).order_by().values("pk")))
    with suppress(actions.Over):
        actions.take_back(by=person(request), answer=row)
    return redirect(here)


@require_POST
@second_factor_required
def mails(request: HttpRequest, public_id: str) -> HttpResponse:
    """The mail twice a year: off, or on again."""
    member, _viewer = speaker(request, public_id)
    throttle.require(request, throttles.ANSWER, key=public_id)
    actions.stop(by=person(request), employer=member.employer, stop=request.POST.get("stop") == "yes")
    return redirect(presenters.list_url(public_id))


def _list(asked: StampRound) -> tuple[list[StampAnswer], list[Station]]:
    """What was answered, and who is still open. One statement."""
    given, people = [], []
    this = FilteredRelation("stamps", condition=Q(stamps__round=asked))
    columns = {f"said_{name}": F(f"answer__{name}") for name in ("pk", "said", "at", "contested_at")}
    for station in rules.listed(asked.employer).annotate(answer=this, **columns):
        said = {name: getattr(station, f"said_{name}") for name in ("pk", "said", "at", "contested_at")}
        if said["pk"]:
            given.append(StampAnswer(station=station, round=asked, **said))
        else:
            people.append(station)
    return given, people

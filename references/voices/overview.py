"""The worker's list of voices by what there is to do, and what can be asked about."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from network.profiles.models import Profile
from network.profiles.presenters import firm_of
from network.samples.presenters import when_and_where
from references import rules as house
from references.models import Voice
from references.presenters import span_claimed
from references.said.rules import is_answered
from references.voices import rules
from references.voices.about import SAMPLE, STATION, About
from references.voices.rows import Row, rows, said

CLOSED_SHOWN = timedelta(days=90)
Asking = tuple[str, str, str]  # title, when and where, address


@dataclass(frozen=True)
class Overview:
    waiting: list[Row]
    open: list[Row]
    shown: list[Row]
    kept: list[Row]
    closed: list[Row]
    stations: list[Asking]
    samples: list[Asking]

    @property
    def any(self) -> bool:
        return bool(self.waiting or self.open or self.shown or self.kept or self.closed)


def of(profile: Profile) -> Overview:
    """Three statements, however many rows."""
    every = list(profile.voices.with_about())
    answered = [each for each in every if is_answered(each)]
    rest = [each for each in every if each not in answered]
    recent = timezone.now() - CLOSED_SHOWN
    return Overview(
        waiting=rows(each for each in answered if each.decided_at is None),
        open=rows(each for each in rest if house.is_open(each)),
        shown=said(each for each in answered if each.shown),
        kept=said(each for each in answered if each.decided_at and not each.shown),
        closed=rows(each for each in rest if not house.is_open(each) and _ended(each) > recent),
        stations=_stations(profile),
        samples=_samples(profile),
    )


def _ended(voice: Voice) -> datetime:
    return voice.withdrawn_at or voice.closed_at or voice.expires_at


def _stations(profile: Profile) -> list[Asking]:
    found = profile.stations.askable().select_related("employer", "place")
    return [(firm_of(each), span_claimed(each), _url(STATION, each.pk)) for each in found]


def _samples(profile: Profile) -> list[Asking]:
    """Not those of care: nobody is asked there whose patient somebody is."""
    around = ("station__place", "station__occupation__field", "profile__occupation__field")
    found = profile.samples.select_related(*around)
    asking = [each for each in found if rules.may_ask(About(profile, sample=each))]
    return [(each.title, when_and_where(each), _url(SAMPLE, each.pk)) for each in asking]


def _url(word: str, pk: int) -> str:
    return reverse("references:voices_about", args=[word, pk])

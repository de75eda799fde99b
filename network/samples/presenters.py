"""Samples the way templates show them. No queries but the two of section()."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from network.profiles.models import Profile
from network.profiles.sight import Sight
from network.samples import prompts, shots, witnessing
from network.samples.models import WorkSample
from network.ui.templatetags.ui import month


@dataclass(frozen=True)
class Shown:
    """One sample with its answers as (question, answer)."""

    pk: int
    title: str
    case: bool
    facts: list[tuple[str, str]]
    gallery: shots.Gallery
    witnesses: list[witnessing.Stand]


def told(sample: WorkSample) -> list[tuple[str, str]]:
    """Every question of the trade with what was answered, also with nothing."""
    return [(prompt.question, getattr(sample, answer)) for answer, prompt in prompts.of(sample).items()]


def facts(sample: WorkSample) -> list[tuple[str, str]]:
    """What was answered, in the order it was asked, below the title; empty answers are left out."""
    pairs = [*told(sample)[1:], (_("When and where"), when_and_where(sample))]
    return [(question, answer) for question, answer in pairs if answer]


def when_and_where(sample: WorkSample) -> str:
    station = sample.station
    where = station.place.name if station and station.place else ""
    return ", ".join(part for part in (month(sample.month), where) if part)


def section(profile: Profile, sight: Sight) -> dict[str, Any] | None:
    """For the public page: one statement, however many samples and photos."""
    samples = []
    for sample in WorkSample.objects.shown_on(profile).with_photos_joined():
        if sight.sees(sample.key, sample.audience):
            sample.profile = profile  # with its occupation, which the page has loaded
            samples.append(_shown(sample, sight.pass_for(sample.key)))
    return {"samples": samples} if samples else None


def _shown(sample: WorkSample, passed: str) -> Shown:
    return Shown(
        pk=sample.pk,
        title=sample.title,
        case=sample.kind == WorkSample.Kind.CASE,
        facts=facts(sample),
        gallery=shots.gallery(sample, passed),
        witnesses=witnessing.stands(sample),
    )

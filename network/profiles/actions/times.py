"""Times of work, licences, languages."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.occupations import vocabulary
from network.profiles import helping
from network.profiles import week as weeks
from network.profiles.actions.answers import save
from network.profiles.models import Profile


def _said(by: User, profile: Profile, key: str, **answers: object) -> None:
    """Times of work carry the day on which they were answered, for they grow old. Strangers read no date of it (law 3)."""
    save(by, profile, typed=key, dated=False, available_said=timezone.localdate(), **answers)


@transaction.atomic
def save_shifts(*, by: User, profile: Profile, shifts: Iterable[str]) -> None:
    """Raises KeyError for a shift that is not in the vocabulary."""
    _said(by, profile, "shifts", shifts=vocabulary.bits_of(shifts))


@transaction.atomic
def save_week(*, by: User, profile: Profile, week: Iterable[int]) -> None:
    """Places of the week, see week.bit(). Raises ValueError for one that no week has."""
    _said(by, profile, "week", week=weeks.bits_of(week))


@transaction.atomic
def save_hours(*, by: User, profile: Profile, hours: int | None, notice: str) -> None:
    _said(by, profile, "hours", hours=hours, notice=notice)


@transaction.atomic
def save_licences(*, by: User, profile: Profile, licences: Iterable[str]) -> None:
    save(by, profile, typed="licences", licences=vocabulary.bits_of(licences, vocabulary.LICENCES))


@transaction.atomic
def save_language(*, by: User, profile: Profile, language: str, level: str) -> None:
    """Adds a language, or changes how well it is spoken. Raises ValidationError for what is not in the vocabulary."""
    known = vocabulary.by_slug(vocabulary.LANGUAGES, language) and vocabulary.by_slug(vocabulary.LANGUAGE_LEVELS, level)
    if not known:
        raise ValidationError("unknown language or level")
    _speak(by, profile, {language: level})


@transaction.atomic
def remove_language(*, by: User, profile: Profile, language: str) -> None:
    """Removing what is not there is no mistake: somebody clicked twice."""
    _speak(by, profile, {language: ""})


def _speak(by: User, profile: Profile, change: dict[str, str]) -> None:
    """Two tabs add to the same list: it is read again under a lock."""
    helping.require_writer(by, profile)
    stored = Profile.objects.select_for_update().values_list("languages", flat=True).get(pk=profile.pk)
    save(
        by, profile, typed="languages", languages={slug: level for slug, level in {**stored, **change}.items() if level}
    )

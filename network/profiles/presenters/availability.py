"""When somebody works, and what they bring along for it, as plain values."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from network.occupations import vocabulary
from network.profiles import rules, week, words
from network.profiles.models import Profile
from network.profiles.sight import Sight
from network.ui.templatetags.ui import day


@dataclass(frozen=True)
class Times:
    """Times of work. Only for who may read that offers are wanted (law 3)."""

    shifts: tuple[str, ...]
    week: tuple[week.Row, ...]  # empty where nothing was said
    parts: tuple[str, ...]
    sentences: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]  # label and words
    said: str  # how old it is


@dataclass(frozen=True)
class Language:
    slug: str
    name: str
    level: str  # in words


@dataclass(frozen=True)
class Availability:
    """`licences` and `languages` are plain facts, for everybody who may open the page."""

    times: Times | None
    licences: tuple[str, ...]
    languages: tuple[Language, ...]


def availability(profile: Profile, sight: Sight, today: date) -> Availability:
    """Times only for readers who may know that offers are wanted, and only while they are wanted."""
    told = sight.hiring and rules.wants_offers(profile, today)
    return Availability(
        times=times(profile, today) if told else None,
        licences=tuple(licence_names(profile)),
        languages=tuple(spoken(profile)),
    )


def times(profile: Profile, today: date) -> Times | None:
    """None where nothing has been said about times."""
    facts = tuple(_facts(profile, today))
    if not (profile.shifts or profile.week or facts):
        return None
    return Times(
        shifts=tuple(shift_names(profile)),
        week=week.rows(profile.week) if profile.week else (),
        parts=tuple(str(part) for part in week.PARTS),
        sentences=tuple(week.sentences(profile.week)),
        facts=facts,
        said=words.ago(profile.available_said, today) if profile.available_said else "",
    )


def _facts(profile: Profile, today: date) -> list[tuple[str, str]]:
    begins = profile.available_from
    rows = [
        (_("Hours"), hours_words(profile.hours)),
        (_("Can begin"), (_("now") if begins <= today else _("from %(day)s") % {"day": day(begins)}) if begins else ""),
        (_("Notice period"), notice_words(profile)),
    ]
    return [(label, said) for label, said in rows if said]


def hours_words(hours: int | None) -> str:
    if not hours:
        return ""
    return ngettext("at most %(hours)d hour a week", "at most %(hours)d hours a week", hours) % {"hours": hours}


def notice_words(profile: Profile) -> str:
    """The period as others read it. Who does not know it has said nothing."""
    notice = Profile.Notice
    if profile.notice in ("", notice.UNKNOWN):
        return ""
    return pgettext("notice period", "none") if profile.notice == notice.NONE else str(notice(profile.notice).label)


def shift_names(profile: Profile) -> list[str]:
    return [entry.name for entry in vocabulary.SHIFTS if profile.shifts >> entry.bit & 1]


def licence_names(profile: Profile) -> list[str]:
    return [entry.name for entry in vocabulary.LICENCES if profile.licences >> entry.bit & 1]


def spoken(profile: Profile) -> list[Language]:
    """In the order of the vocabulary: the order in which they were typed says nothing."""
    levels = {entry.slug: entry.name for entry in vocabulary.LANGUAGE_LEVELS}
    found = [(entry, profile.languages.get(entry.slug, "")) for entry in vocabulary.LANGUAGES]
    return [Language(entry.slug, entry.name, levels[level]) for entry, level in found if level in levels]


def language_names(profile: Profile) -> list[str]:
    """ "German B2" """
    return [f"{each.name} {profile.languages[each.slug].upper()}" for each in spoken(profile)]

"""Items of a draft as lines that people read. Asks the database nothing."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from network.moving import words
from network.moving.packing.week import bits_of, known
from network.occupations.vocabulary import LANGUAGE_LEVELS, LANGUAGES, LICENCES, SHIFTS, Entry, by_slug
from network.profiles import week
from network.profiles.models import Audience, Profile, Station
from network.ui.templatetags.ui import day, month

Item = dict[str, Any]


def group_of(item: Item) -> str:
    return item["kind"] if item["kind"] in words.GROUPS else "you"


def title(item: Item) -> str:
    """What is taken, in a few words."""
    data, kind = item["data"], item["kind"]
    if kind == "station":
        return ", ".join(filter(None, (data["firm"], job(data)))) or str(Station.Kind(data["kind"]).label)
    if kind == "paper":
        return str(data["paper"]["label"] or data["text"])
    if kind == "sample":
        return str(data["words"]["title"])
    if kind == "block":
        return str(data["firm"])
    if kind == "language":
        return _names(LANGUAGES, [data["slug"]]) or str(data["slug"])
    return str(words.KINDS[kind])


def job(data: dict[str, Any]) -> str:
    occupation = data["occupation"]
    return (occupation["label"] or occupation["text"]) if occupation else ""


def hint(item: Item) -> str:
    """Everything else it says, and what is to be known about it."""
    said = [*LINES[item["kind"]](item["data"]), _audience(item["data"])]
    notes = [str(words.NOTES[note]) for note in item["notes"]]
    return ". ".join(filter(None, said)) + (". " if any(said) and notes else "") + " ".join(notes)


def left(entries: list[list[str]]) -> list[tuple[str, str]]:
    """(what, why) of what stays behind."""
    return [(str(words.NAMES.get(what, what)), str(words.LEFT[why])) for what, why in entries]


def _audience(data: dict[str, Any]) -> str:
    seen_by = data.get("audience", Audience.ALL)
    return "" if seen_by == Audience.ALL else str(Audience(seen_by).label)


def _station(data: dict[str, Any]) -> list[str]:
    place = data["place"]
    steps = data.get("steps", [])
    return [
        _span(data),
        place["label"] or place["text"],
        ngettext("%(number)d step", "%(number)d steps", len(steps)) % {"number": len(steps)} if steps else "",
    ]


def _span(data: dict[str, Any]) -> str:
    start = _when(data["start"], data["start_about"])
    if not data["end"]:
        return _("%(start)s until today") % {"start": start}
    return _("%(start)s to %(end)s") % {"start": start, "end": _when(data["end"], data["end_about"])}


def _when(text: str, about: bool) -> str:
    found = date.fromisoformat(text)
    return str(found.year) if about else month(found)


def _paper(data: dict[str, Any]) -> list[str]:
    until = day(date.fromisoformat(data["until"])) if data["until"] else ""
    return [
        data["issuer"],
        _("Number %(number)s") % {"number": data["number"]} if data["number"] else "",
        month(date.fromisoformat(data["issued"])) if data["issued"] else "",
        pgettext("validity", "until %(day)s") % {"day": until} if until else "",
    ]


def _sample(data: dict[str, Any]) -> list[str]:
    photos = len(data["photos"])
    return [
        month(date.fromisoformat(data["month"])) if data["month"] else "",
        ngettext("%(number)d photo", "%(number)d photos", photos) % {"number": photos} if photos else "",
    ]


def _place(data: dict[str, Any]) -> list[str]:
    km = data.get("radius_km")
    where = data["place"]["label"] or data["text"]
    return [where, _("%(km)d kilometres around") % {"km": km} if km else ""]


def _goal(data: dict[str, Any]) -> list[str]:
    until = data["resting_until"]
    return [str(Profile.Goal(data["goal"]).label), day(date.fromisoformat(until)) if until else ""]


def _times(data: dict[str, Any]) -> list[str]:
    hours = data["hours"]
    return [
        *week.sentences(bits_of(known(data["week"]))),
        _names(SHIFTS, data["shifts"]),
        ngettext("At most %(hours)d hour a week", "At most %(hours)d hours a week", hours) % {"hours": hours}
        if hours
        else "",
        str(Profile.Notice(data["notice"]).label) if data["notice"] in Profile.Notice.values else "",
    ]


def _names(entries: tuple[Entry, ...], slugs: list[str]) -> str:
    return ", ".join(entry.name for slug in slugs if (entry := by_slug(entries, slug)))


LINES: dict[str, Callable[[dict[str, Any]], list[str]]] = {
    "name": lambda data: [data["text"]],
    "about": lambda data: [data["text"]],
    "phone": lambda data: [data["text"]],
    "mail": lambda data: [data["text"]],
    "occupation": lambda data: [data["occupation"]["label"] or data["text"]],
    "place": _place,
    "goal": _goal,
    "times": _times,
    "licences": lambda data: [_names(LICENCES, data["slugs"])],
    "language": lambda data: [_names(LANGUAGE_LEVELS, [data["level"]])],
    "station": _station,
    "paper": _paper,
    "sample": _sample,
    "block": lambda data: [data["place"]["label"]],
}

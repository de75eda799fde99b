"""From words to occupations, papers, places and firms of this house, by the same look-ups that ask when people type.

What is clear is settled here; where several fit, or none, the check page asks. Stored are slugs and labels, no objects.
"""

from typing import Any

from network.employers.models import Employer
from network.moving.reading.found import Found, Item
from network.occupations.fields import OccupationField, QualificationField
from network.occupations.models import Occupation, QualificationKind
from network.places.fields import PlaceField
from network.profiles.fields import FirmField
from network.ui.choosing import Candidate

MOST_CHOICES = 8
Meant = dict[str, Any]  # {"text": as written, "value": "" where it is not clear, "label", "choices": [[value, label]]}
OCCUPATIONS, PAPERS, PLACES, FIRMS = OccupationField(), QualificationField(), PlaceField(), FirmField()


def settle(found: Found) -> dict[str, Any]:
    """The plain values of what was found, with `occupation`, `place`, `paper` and `firm_id` where an item asks for them."""
    plain = found.plain()
    for item, row in zip(found.items, plain["items"], strict=True):
        row["data"] |= _settled(item)
    return plain


def _settled(item: Item) -> dict[str, Any]:
    data = item.data
    if item.kind == "station":
        place = _place(data["where"])
        job = None if data["kind"] == "family" else _occupation(data["job"], data.get("slug", ""))
        return {"occupation": job, "place": place, "firm_id": _firm(data["firm"], data.get("firm_id", ""), place)}
    if item.kind == "occupation":
        return {"occupation": _occupation(data["text"], data.get("slug", ""))}
    if item.kind == "place":
        return {"place": _place(data["text"])}
    if item.kind == "paper":
        known = data.get("recognised_as")
        as_what = _occupation(known["text"], known["slug"]) if known else None
        return {"paper": _paper(data["text"], data.get("slug", "")), "recognised_as": as_what and as_what["value"]}
    if item.kind == "block":
        return {"firm_id": _firm(data["firm"], data["firm_id"], _place(data["where"])), "place": _place(data["where"])}
    return {}


def _occupation(text: str, slug: str) -> Meant:
    known = Occupation.objects.filter(slug=slug, current=True).first() if slug else None
    return (
        _certain(text, known.slug, str(known)) if known else _meant(text, OCCUPATIONS.candidates(text) if text else [])
    )


def _paper(text: str, slug: str) -> Meant:
    known = QualificationKind.objects.filter(slug=slug, current=True).first() if slug else None
    return _certain(text, known.slug, str(known)) if known else _meant(text, PAPERS.candidates(text) if text else [])


def _place(text: str) -> Meant:
    """ "Nuremberg, Bavaria, Germany" says no place here, and its first word may."""
    tries = dict.fromkeys(part.strip() for part in (text, text.split(",", maxsplit=1)[0]) if part.strip())
    for part in tries:
        if candidates := PLACES.candidates(part):
            return _meant(text, candidates)
    return _meant(text, [])


def _firm(name: str, firm_id: str, place: Meant) -> str:
    """The registered firm, if it is the one without doubt: the same number and name, or name and town."""
    same = Employer.objects.filter(public_id=firm_id, name=name).first() if firm_id else None
    if same or not name or not place["value"]:
        return same.public_id if same else ""
    town = place["label"].partition(" ")[2]
    candidates = FIRMS.candidates(f"{name}, {town}")
    only = candidates[0].found if len(candidates) == 1 and candidates[0].sure else None
    return only.public_id if isinstance(only, Employer) else ""


def _certain(text: str, value: str, label: str) -> Meant:
    return {"text": text, "value": value, "label": label, "choices": []}


def _meant(text: str, candidates: list[Candidate]) -> Meant:
    if len(candidates) == 1 and candidates[0].sure:
        return _certain(text, candidates[0].value, candidates[0].label)
    choices = [[each.value, each.label] for each in candidates[:MOST_CHOICES]]
    return {"text": text, "value": "", "label": "", "choices": choices}

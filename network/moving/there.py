"""What of a draft stands on the page already, so that nothing is taken twice. Four statements at most."""

from typing import Any

from network.employers import naming
from network.moving.models import Draft
from network.profiles.models import Profile
from network.ui.text import fold

# Answers of which there is one: what the page says now gives way.
ANSWERS = {
    "name": "name",
    "occupation": "occupation_id",
    "place": "place_id",
    "about": "about",
    "phone": "phone",
    "mail": "mail",
    "goal": "goal",
    "times": "shifts",
    "licences": "licences",
}


def on_page(draft: Draft, profile: Profile | None) -> set[int]:
    """Places of the items in the draft that stand there already."""
    if profile is None:
        return set()
    stations = {
        _station(*row) for row in profile.stations.values_list("employer_name", "kind", "start__year", "end__year")
    }
    papers = set(profile.qualifications.values_list("kind__slug", flat=True))
    titles = set(profile.samples.values_list("title", "kind"))
    firms = {key or naming.stem(name or "") for key, name in profile.blocks.values_list("key", "employer__name")}

    def is_there(item: dict[str, Any]) -> bool:
        data, kind = item["data"], item["kind"]
        if kind == "station":
            years = [int(data[key][:4]) if data[key] else None for key in ("start", "end")]
            return _station(data["firm"], data["kind"], *years) in stations
        if kind == "paper":
            return data["paper"]["value"] in papers
        if kind == "sample":
            return (data["words"]["title"], data["kind"]) in titles and not data["photos"]
        if kind == "block":
            return naming.stem(data["firm"]) in firms
        if kind == "language":
            return profile.languages.get(data["slug"]) in (
                data["level"],
                *([] if data["level"] else profile.languages.values()),
            )
        return _same(item, profile)

    return {at for at, item in enumerate(draft.found["items"]) if is_there(item)}


def answered(draft: Draft, profile: Profile | None) -> set[int]:
    """Places of answers that would replace what the page says now: taken only where the worker ticks them."""
    if profile is None:
        return set()
    return {
        at
        for at, item in enumerate(draft.found["items"])
        if item["kind"] in ANSWERS and getattr(profile, ANSWERS[item["kind"]])
    }


def _same(item: dict[str, Any], profile: Profile) -> bool:
    """An answer that says what the page says."""
    data, kind = item["data"], item["kind"]
    if kind in ("name", "about", "phone", "mail"):
        return bool(data["text"] == getattr(profile, kind))
    if kind == "occupation":
        return bool(profile.occupation and data["occupation"]["value"] == profile.occupation.slug)
    if kind == "place":
        return bool(profile.place and data["place"]["value"] == profile.place.postcode)
    return bool(kind == "goal" and data["goal"] == profile.goal)


def _station(firm: str, kind: str, start: int | None, end: int | None) -> tuple[str, str, int | None, int | None]:
    return fold(firm), kind, start, end

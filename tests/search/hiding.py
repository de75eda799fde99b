"""Readers and people for test_never_betrays.py, and who may be listed for whom, in plain Python."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from hypothesis import strategies as st

from accounts.models import User
from network.employers.models import Employer
from network.occupations.models import Occupation, QualificationKind
from network.places.models import Place
from network.profiles.actions import refresh
from network.profiles.models import Block, Profile, Qualification
from network.search.models import Shortlisted
from tests import factories

MOTHER, BRANCH, OTHER = range(3)
FAMILY = (MOTHER, MOTHER, OTHER)  # of each firm, the mother's branch belongs to it
WANTS_OFFERS = ("open", "side", "training", "rested")

reader = st.fixed_dictionaries(
    {
        "checks": st.tuples(*[st.sampled_from(["checked", "checked", "checked", "lapsed", "never"])] * 3),
        "roles": st.dictionaries(
            st.sampled_from([BRANCH, MOTHER, OTHER]),
            st.sampled_from(["recruiter", "recruiter", "recruiter", "member", "left"]),
            min_size=1,
            max_size=2,
        )
        | st.just({}),
        "signed_in": st.booleans(),
    }
)

person = st.fixed_dictionaries(
    {
        "visibility": st.sampled_from(["everyone", "employers", "everyone", "employers", "link", "off"]),
        "goal": st.sampled_from(["open", "keep", "open", "resting", "side", "training", "open", "rested"]),
        "blocks": st.just(set()) | st.sets(st.sampled_from([MOTHER, BRANCH, OTHER]), max_size=2),
        "named": st.sampled_from([True] * 5 + [False]),
        "place": st.integers(0, 2),
        "occupation": st.integers(0, 1),
        "radius_km": st.sampled_from([25, 100, 100]),
        "shifts": st.sampled_from([0, 1 << 3]),
        "paper": st.booleans(),
        "montage": st.booleans(),
        "hours": st.sampled_from([None, 10, 40]),
    }
)

USUAL = {
    "visibility": "everyone", "goal": "open", "blocks": set(), "named": True, "place": 0, "occupation": 0,
    "radius_km": 100, "shifts": 1 << 3, "paper": True, "montage": True, "hours": None,
}  # fmt: skip
# Each differs in one thing from somebody whom everybody finds, so that every rule decides alone about somebody.
CROWD = [
    {**USUAL, name: value}
    for name, values in {
        "visibility": ["everyone", "employers", "link", "off"],
        "goal": ["side", "training", "rested", "resting", "keep"],
        "blocks": [{MOTHER}, {BRANCH}, {OTHER}],
        "named": [False],
    }.items()
    for value in values
]


def somebody(roles: dict[int, str], checks: tuple[str, str, str] = ("checked",) * 3) -> dict[str, Any]:
    return {"roles": roles, "checks": checks, "signed_in": False}


READERS = [
    somebody({}),
    somebody({BRANCH: "recruiter"}),
    somebody({MOTHER: "member"}),
    somebody({BRANCH: "recruiter"}, ("checked", "lapsed", "checked")),
    somebody({BRANCH: "left"}),
    somebody({BRANCH: "recruiter", OTHER: "recruiter"}, ("never", "lapsed", "checked")),
    somebody({MOTHER: "recruiter", OTHER: "left"}),
]


@dataclass(frozen=True)
class Region:
    places: list[Place]
    occupations: list[Occupation]
    paper: QualificationKind
    firms: list[Employer]


def make_region() -> Region:
    spots = [("90762", "Fürth", 49.47, 10.98), ("90402", "Nürnberg", 49.45, 11.07), ("96047", "Bamberg", 49.89, 10.88)]
    places = [factories.make_place(*spot) for spot in spots]
    occupations = [factories.make_occupation("elektroniker", "Elektroniker/in")]
    occupations.append(factories.make_occupation("helfer", "Helfer/in", occupations[0].field, "26301"))
    paper = QualificationKind.objects.create(
        slug="staplerschein", bit=3, names={"de": "Staplerschein", "en": "Fork lift"}, rule="none", source="x"
    )
    mother = factories.make_employer("Mutter", places[0])
    branch = factories.make_employer("Filiale", places[1], parent=mother)
    return Region(places, occupations, paper, [mother, branch, factories.make_employer("Andere", places[2])])


def set_checks(region: Region, checks: tuple[str, ...]) -> None:
    today = timezone.localdate()
    days = {"checked": today, "lapsed": today - timedelta(days=1), "never": None}
    for firm, check in zip(region.firms, checks, strict=True):
        Employer.objects.filter(pk=firm.pk).update(checked_until=days[check])


def make_reader(region: Region, facts: dict[str, Any]) -> User:
    user = factories.make_user()
    for number, role in facts["roles"].items():
        member = factories.make_member(region.firms[number], user, is_recruiter=role != "member")
        if role == "left":
            member.until = timezone.now()
            member.save()
    return user


def make_person(region: Region, facts: dict[str, Any], moved: datetime) -> Profile:
    """The copies are those that the house itself writes. Every firm has put the person on its list before."""
    occupation, place = region.occupations[facts["occupation"]], region.places[facts["place"]]
    said = {name: facts[name] for name in ("visibility", "radius_km", "shifts", "montage", "hours")}
    today, goal = timezone.localdate(), facts["goal"]
    if goal in ("resting", "rested"):
        said["resting_until"] = today + timedelta(days=9 if goal == "resting" else -9)
        goal = "later"
    profile = factories.make_profile(
        None, occupation, place, goal=goal, name="Anna Gärtner" if facts["named"] else "", **said
    )
    if facts["paper"]:
        Qualification.objects.create(profile=profile, kind=region.paper)
    for firm in facts["blocks"]:
        Block.objects.create(profile=profile, employer=region.firms[firm])
    refresh(profile)
    Profile.objects.filter(pk=profile.pk).update(moved_at=moved)
    for firm in region.firms:
        note = {"note": f"Notiz {profile.pk}", "added_on": today, "ends_on": today + timedelta(days=90)}
        Shortlisted.objects.create(employer=firm, profile=profile, **note)
    return profile


def hides(person: dict[str, Any], reader: dict[str, Any]) -> bool:
    """From a family of firms that the reader belongs to now, checked or not (law 4)."""
    mine = {FAMILY[firm] for firm, role in reader["roles"].items() if role != "left"}
    return bool(mine & {FAMILY[firm] for firm in person["blocks"]})


def may_be_listed(person: dict[str, Any], reader: dict[str, Any]) -> bool:
    """The rule in plain words (laws 3 and 4): a whole page, nobody hidden from; firms find who wants offers, others who is public."""
    if hides(person, reader) or not person["named"]:
        return False
    here = [firm for firm, role in reader["roles"].items() if role != "left"]
    if any(reader["checks"][firm] == "checked" for firm in here):
        return person["visibility"] in ("employers", "everyone") and person["goal"] in WANTS_OFFERS
    return person["visibility"] == "everyone"

"""docs/house.md says what the code says: limits, what is kept, registries, sizes. The privacy page leaves nothing out."""

import importlib
import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.conf import settings

from accounts import registry
from accounts.throttle import Limit
from network.employers import registry as employers
from network.employers import rules as employer_rules
from network.moving import registry as moving
from network.profiles import registry as profiles
from network.samples import images, sweeping
from references import rules
from tests.house.test_house import CODE, ROOT

HOUSE = (ROOT / "docs/house.md").read_text()


def table(heading: str) -> list[list[str]]:
    """The cells of the rows below a heading, without the head of the table."""
    part = HOUSE.split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def limits_in_code() -> list[tuple[str, str]]:
    found = {}
    for file in CODE:
        if "throttle" in file.read_text():
            module = importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
            found |= {id(each): each for each in vars(module).values() if isinstance(each, Limit)}
    return sorted((limit.name, limit.rate) for limit in found.values())


def test_limits_are_those_of_the_code():
    assert sorted((row[0].strip("`"), row[1]) for row in table("Limits")) == limits_in_code()


def test_limits_of_the_sign_in_are_told():
    assert settings.ACCOUNT_RATE_LIMITS == {
        "request_login_code": "20/m/ip,3/m/key,10/h/key,30/d/key",
        "confirm_email": "1/10s/key,10/h/key",
    }, "then say so in docs/house.md"


HOLD_NOBODY = re.compile(r"^(auth|contenttypes|places|occupations)\.")


def test_every_table_has_an_end():
    told = [name for row in table("What is kept how long") for name in names(row[0])]
    kept = [model._meta.label for model in apps.get_models() if not HOLD_NOBODY.match(model._meta.label)]
    assert sorted(told) == sorted(kept)


LOOK_ONLY = {"network.profiles.upkeep.daily", "references.heads.daily", "references.signals.looking.daily"}


def test_purgers_are_told():
    told = {name for row in table("What is kept how long") for name in names(row[2])}
    ours = {f"{purge.__module__}.{purge.__name__}" for purge in registry.purgers.values()}
    assert ours - LOOK_ONLY <= told, "it deletes nothing about people"
    units = (ROOT / "deploy/handschlag-purge.service").read_text()
    assert all(f"manage.py {job}" in units for job in ("purge", "clearsessions", "prune_db_task_results"))


REGISTRIES = {
    "accounts.registry.open_tasks": registry.open_tasks,
    "accounts.registry.exporters": registry.exporters,
    "accounts.registry.documents": registry.documents,
    "accounts.registry.erasers": registry.erasers,
    "accounts.registry.wishes": registry.wishes,
    "accounts.registry.farewells": registry.farewells,
    "accounts.registry.purgers": registry.purgers,
    "accounts.registry.second_factor": registry.second_factor,
    "network.employers.registry.member_tasks": employers.member_tasks,
    "network.employers.registry.named": employers.named,
    "network.moving.registry.chapters": {each.key: each for each in moving.chapters},
    "network.profiles.registry.sections": {each.key: each for each in profiles.sections},
}


@pytest.mark.parametrize("name", REGISTRIES)
def test_registry_is_filled_by_the_rooms_it_says(name):
    (row,) = [row for row in table("Registries") if names(row[0]) == [name]]
    six = "profiles, samples, contacts, employers, desk, references"
    said = row[2].replace("the same six", six).replace(" and ", ", ").split(", ")
    filled = {"accounts" if key == "account" else key for key in REGISTRIES[name]}
    assert filled == set(said)


def test_sizes_are_those_of_the_code():
    said = "\n".join(" | ".join(row) for row in table("Sizes"))
    assert f"{images.MAX_BYTES // 1024**2} MB, {images.MAX_PIXELS // 10**6} megapixels" in said
    assert "{}, {} and {} pixels".format(*images.WIDTHS) in said
    assert f"{settings.DATA_UPLOAD_MAX_MEMORY_SIZE / 1e6} MB" in said
    assert re.search(r"client_max_body_size +26m;", (ROOT / "deploy/nginx.conf").read_text())
    assert "26 MB" in said


@pytest.mark.django_db
def test_privacy_page_names_what_is_stored(client):
    """Whoever adds a table says so there. The words are English: the page in the reader's language holds the same sentences."""
    page = (ROOT / "templates/home/privacy.html").read_text()
    for word in (
        "Mail address", "Passkeys", "Where you are signed in", "What you have begun", "Profile, stations, papers, photos",
        "blocked firms", "superior who is asked", "Scrambled form", "A file that you bring", "References", "Offers", "Notices", "Employers and their people",
        "Invitations", "Keys for programs", "wants to vouch for", "A page set up together at the desk", "Cases at the desk", "Contact persons", "Lists of firms", "Saved searches", "Limits against abuse", "Log of the server",
    ):  # fmt: skip
        assert word in page
    assert client.get("/privacy/").status_code == 200


def test_privacy_page_counts_as_the_code_does():
    page = (ROOT / "templates/home/privacy.html").read_text()
    assert timedelta(days=30) == rules.REQUEST_LIFE
    assert "after 30 days at the latest" in page
    assert timedelta(days=30).total_seconds() == settings.SESSION_COOKIE_AGE
    assert "at most 30 days after your last visit" in page
    assert timedelta(days=1) == sweeping.AGE
    assert "after a day at the latest" in page
    assert timedelta(days=30) == employer_rules.INVITATION_KEPT
    assert "Until 30 days after the invitation was answered" in page


def test_card_of_profiles_names_every_file():
    room = ROOT / "network/profiles"
    card = (room / "__init__.py").read_text().split("\n\n", 1)[1]
    named = [name for line in card.splitlines() if ": " in line for name in line.split(": ", 1)[1].split()]
    assert sorted(named) == sorted(file.stem for file in room.glob("*.py") if file.stem != "__init__")

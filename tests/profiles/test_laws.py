"""Laws 3, 4, 11 and 13: each test fails when its law is broken."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.apps import apps
from django.utils import timezone
from django.utils.translation import override

from network.employers.viewer import STRANGER, viewer_of
from network.profiles import actions
from network.profiles.models import Block, Profile
from tests import factories


@pytest.fixture
def address(anna) -> str:
    return f"/p/{anna.profile.handle}/"


def show(profile: Profile, visibility: str) -> None:
    actions.choose_visibility(by=profile.user, profile=profile, visibility=visibility)


def without_path(response) -> str:
    """A page that is not there, without what differs each time."""
    assert response.status_code == 404
    html = response.content.decode()
    html = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", html)
    return html.replace(response.wsgi_request.path, "")


# Law 3: the worker holds the key


def test_new_page_is_seen_by_nobody(client, fremder, rita) -> None:
    page = actions.start(by=fremder)
    for viewer in (STRANGER, viewer_of(rita)):
        assert not Profile.objects.openable_by(viewer).exists()
        assert not Profile.objects.findable_by(viewer).exists()
    assert client.get(f"/p/{page.handle}/").status_code == 404


@pytest.mark.parametrize(
    ("visibility", "stranger", "member", "checked"),
    [
        ("off", False, False, False),
        ("link", True, True, True),
        ("employers", False, False, True),
        ("everyone", True, True, True),
    ],
)
def test_page_opens_only_for_whom_the_worker_chose(
    client, anna, address, rita, fuerth, visibility: str, stranger: bool, member: bool, checked: bool
) -> None:
    show(anna.profile, visibility)
    unchecked = factories.make_user()
    factories.make_member(factories.make_employer("Ungeprüft", fuerth, checked=False), unchecked, is_recruiter=True)
    seen = {"stranger": client.get(address).status_code}
    for name, user in (("member", unchecked), ("checked", rita), ("owner", anna)):
        client.force_login(user)
        seen[name] = client.get(address).status_code
    expected = {"stranger": stranger, "member": member, "checked": checked, "owner": True}
    assert seen == {name: 200 if allowed else 404 for name, allowed in expected.items()}


def test_nobody_keeps_a_copy_of_a_page_or_a_search(client, address) -> None:
    """Hidden is hidden at once: no cache on the way, and no back button, shows what was there before."""
    for where in (address, "/search/"):
        assert "no-store" in client.get(where)["Cache-Control"]


def test_hidden_page_looks_like_no_page(client, anna, address) -> None:
    show(anna.profile, "off")
    assert without_path(client.get(address)) == without_path(client.get("/p/bbbbbbbbbb/"))


@pytest.mark.parametrize("goal", ["open", "side", "training"])
def test_that_somebody_wants_offers_only_checked_employers_read(client, anna, address, rita, fuerth, goal: str) -> None:
    actions.save_goal(by=anna, profile=anna.profile, goal=goal, available_from=date(2199, 3, 1))
    unchecked = factories.make_user()
    factories.make_member(factories.make_employer("Ungeprüft", fuerth, checked=False), unchecked, is_recruiter=True)
    line = {"open": "Open for offers", "side": "side job", "training": "apprenticeship"}[goal]
    with override("en"):
        client.cookies["django_language"] = "en"
        for user, reads in ((None, False), (unchecked, False), (rita, True), (anna, True)):
            if user:
                client.force_login(user)
            html = client.get(address).content.decode()
            assert (line in html) is reads
            assert ("2199" in html) is reads


def test_stranger_cannot_tell_who_wants_offers(client, anna, address) -> None:
    """Byte by byte the same page, whatever the goal and the times, apart from the token of the form."""
    later = timezone.localdate().replace(year=timezone.localdate().year + 1, day=1)
    pages = set()
    for goal in Profile.Goal.values:
        actions.save_goal(by=anna, profile=anna.profile, goal=goal, available_from=later, resting_until=later)
        pages.add(re.sub(r'value="\w{64}"', "", client.get(address).content.decode()))
        actions.save_shifts(by=anna, profile=anna.profile, shifts=["night" if goal == "open" else "early", "on-call"])
        actions.save_week(by=anna, profile=anna.profile, week=[3, 7])
        actions.save_hours(by=anna, profile=anna.profile, hours=20, notice="quarter")
        pages.add(re.sub(r'value="\w{64}"', "", client.get(address).content.decode()))
    assert len(pages) == 1


def test_list_tells_a_stranger_nothing_about_the_goal(anna) -> None:
    for goal in ("open", "keep"):
        actions.save_goal(by=anna, profile=anna.profile, goal=goal)
        assert Profile.objects.findable_by(STRANGER).count() == 1


# Law 4: hidden from the boss


@pytest.mark.parametrize("blocked", ["parent", "branch", "sibling"])
@pytest.mark.parametrize("works_at", ["parent", "branch", "sibling"])
def test_block_holds_for_the_whole_family(client, anna, address, family, blocked: str, works_at: str) -> None:
    boss = factories.make_user()
    factories.make_member(family[works_at], boss, is_recruiter=True, is_admin=True)
    assert Profile.objects.openable_by(viewer_of(boss)).count() == 1
    actions.block(by=anna, profile=anna.profile, employer=family[blocked])
    viewer = viewer_of(boss)
    assert viewer.checked
    assert Profile.objects.openable_by(viewer).count() == 0
    assert Profile.objects.findable_by(viewer).count() == 0
    client.force_login(boss)
    assert without_path(client.get(address)) == without_path(client.get("/p/bbbbbbbbbb/"))


def test_block_hides_one_page_and_no_other(anna, rita, talheim, elektro, fuerth) -> None:
    factories.make_profile(None, elektro, fuerth)
    actions.block(by=anna, profile=anna.profile, employer=talheim)
    assert Profile.objects.findable_by(viewer_of(rita)).count() == 1
    assert anna.profile not in Profile.objects.openable_by(viewer_of(rita))


def test_member_of_two_firms_is_blocked_when_one_is(anna, rita, brandt) -> None:
    factories.make_member(brandt, rita, is_recruiter=True)
    actions.block(by=anna, profile=anna.profile, employer=brandt)
    assert not Profile.objects.openable_by(viewer_of(rita)).exists()


def test_who_left_the_firm_is_blocked_no_longer(anna, rita, talheim) -> None:
    actions.block(by=anna, profile=anna.profile, employer=talheim)
    assert not Profile.objects.openable_by(viewer_of(rita)).exists()
    rita.memberships.update(until=timezone.now())
    assert Profile.objects.openable_by(viewer_of(rita)).exists()


def test_block_never_hides_the_page_from_its_owner(anna, brandt) -> None:
    factories.make_member(brandt, anna, is_referee=True)
    actions.block(by=anna, profile=anna.profile, employer=brandt)
    assert Profile.objects.openable_by(viewer_of(anna)).get() == anna.profile


@pytest.mark.parametrize("typed", ["Elektro Neu", "elektro  neu GmbH", "ELEKTRO NEU GmbH & Co. KG"])
def test_block_by_name_holds_from_the_day_the_firm_registers(anna, fuerth, typed: str) -> None:
    actions.block(by=anna, profile=anna.profile, employer=typed)
    firm = factories.make_employer("Elektro Neu GmbH", fuerth)
    boss = factories.make_member(firm, is_admin=True).user
    assert actions.meet_employer(employer=firm) == 1
    assert actions.meet_employer(employer=firm) == 0
    assert not Profile.objects.openable_by(viewer_of(boss)).exists()
    assert Block.objects.filter(employer=firm).count() == 1


def test_block_by_name_leaves_other_firms_alone(anna, fuerth) -> None:
    actions.block(by=anna, profile=anna.profile, employer="Elektro Neu")
    firm = factories.make_employer("Elektro Neumann", fuerth)
    assert actions.meet_employer(employer=firm) == 0


# Law 11: data we never take

FORBIDDEN = re.compile(
    r"birth|born|(^|_)age($|_)|sex|gender|nation|citizen|relig|church|health|disab|sick|union|pregnan|marital|passport"
)


def test_no_model_has_a_field_of_a_forbidden_kind() -> None:
    own = [
        model for model in apps.get_models() if model.__module__.split(".")[0] in ("accounts", "network", "references")
    ]
    assert Profile in own
    names = [f"{model.__name__}.{field.name}" for model in own for field in model._meta.get_fields()]
    assert [name for name in names if FORBIDDEN.search(name.split(".")[1].lower())] == []


# Law 13: places are postcodes


def coordinates() -> list[str]:
    near = re.compile(r"^(lat|lon|lng|latitude|longitude|coord|point|street|address)", re.IGNORECASE)
    models: Callable = apps.get_models
    return sorted(f"{m.__name__}.{f.name}" for m in models() for f in m._meta.get_fields() if near.match(f.name))


def test_only_postcodes_have_a_position() -> None:
    own = {name for name in coordinates() if not name.startswith(("EmailAddress", "User.", "Town."))}
    assert own == {"Place.lat", "Place.lon"}


def test_page_shows_the_town_and_no_postcode(client, anna, address) -> None:
    html = client.get(address).content.decode()
    assert "Fürth" in html
    main = html[html.index("<main") : html.index("</main")]
    assert "90762" not in main
    assert "49.4" not in main

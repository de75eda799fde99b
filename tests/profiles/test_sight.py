"""Who sees what: every kind of item, for every reader, at every level of the page, against a table written by hand."""

import re
from datetime import date

import pytest
from django.test import Client
from django.utils.translation import override

from network.profiles import actions, items
from tests import factories
from tests.profiles import seen
from tests.profiles.conftest import make_kind

pytestmark = pytest.mark.django_db
LEVELS = ("off", "link", "everyone", "employers")
# Which levels open the page, and the items of which audiences stand on it then.
TABLE = {
    "stranger": ({"link", "everyone"}, {"all"}),
    "signed-in": ({"link", "everyone"}, {"all"}),
    "unchecked": ({"link", "everyone"}, {"all"}),
    "checked": ({"link", "everyone", "employers"}, {"all", "employers"}),
    "recruiter": ({"link", "everyone", "employers"}, {"all", "employers"}),
    "blocked": (set(), set()),
    "branch": (set(), set()),
    "owner": (set(LEVELS), set(seen.AUDIENCES)),
    "named": (set(LEVELS), set(seen.AUDIENCES)),
    "not-named": (set(LEVELS), set()),
}


@pytest.fixture(autouse=True)
def _german(monkeypatch):
    monkeypatch.setattr("references.rules.A_DAY", 99)
    with override("de"):
        yield


@pytest.fixture
def readers(anna, fremder, rita, talheim, fuerth):
    """Browser and address by reader."""
    seen.build(anna)
    seen.reach(anna.profile, "all")
    anna.profile.refresh_from_db()
    unchecked, checked = factories.make_employer("Neu", fuerth, checked=False), factories.make_employer("Alt", fuerth)
    bad = factories.make_employer("Böse", fuerth)
    branch = factories.make_employer("Böse Nord", fuerth, parent=bad)
    actions.block(by=anna, profile=anna.profile, employer=bad)
    people = {
        "stranger": None,
        "signed-in": fremder,
        "recruiter": rita,
        "owner": anna,
        "named": None,
        "not-named": None,
    }
    for name, firm in (("unchecked", unchecked), ("checked", checked), ("blocked", bad), ("branch", branch)):
        people[name] = factories.make_member(firm, is_referee=True).user
    keys = items.keys_in(items.groups_of(anna.profile))
    anchor = anna.profile.stations.get(employer_name=seen.ALWAYS)
    addresses = dict.fromkeys(people, f"/p/{anna.profile.handle}/")
    addresses |= {"named": seen.link_to(anna, keys), "not-named": seen.link_to(anna, [f"station:{anchor.pk}"])}
    return {name: (browser(user), addresses[name]) for name, user in people.items()}


def browser(user) -> Client:
    client = Client()
    if user:
        client.force_login(user)
    return client


@pytest.mark.parametrize("level", LEVELS)
def test_each_reader_sees_what_the_table_says(readers, anna, level):
    actions.choose_visibility(by=anna, profile=anna.profile, visibility=level)
    for reader, (levels, audiences) in TABLE.items():
        html = seen.read(*readers[reader])
        opens = level in levels
        assert (seen.ALWAYS in html) is opens, reader
        assert seen.told(html) == {what for what in seen.WORDS if opens and what[1] in audiences}, reader


@pytest.mark.parametrize("audience", seen.AUDIENCES)
@pytest.mark.parametrize("level", LEVELS)
def test_phone_and_mail_follow_the_same_table(readers, anna, level, audience):
    actions.choose_visibility(by=anna, profile=anna.profile, visibility=level)
    seen.reach(anna.profile, audience)
    for reader, (levels, audiences) in TABLE.items():
        expected = {"phone", "mail"} if level in levels and audience in audiences else set()
        assert seen.reached(seen.read(*readers[reader]), audience) == expected, reader


@pytest.mark.parametrize("level", LEVELS)
def test_previews_differ_exactly_as_the_readers_do(readers, anna, talheim, brandt, level):
    """The three previews against what the same people really get."""
    actions.choose_visibility(by=anna, profile=anna.profile, visibility=level)
    factories.make_station(anna.profile, brandt)
    bad = anna.profile.blocks.get().employer
    owner, preview = readers["owner"][0], "/me/profile/preview/"
    same = {
        f"{preview}stranger/": "stranger",
        f"{preview}recruiter/": "recruiter",
        f"{preview}boss/{bad.public_id}/": "blocked",
        f"{preview}boss/{brandt.public_id}/": "checked",
    }
    for address, reader in same.items():
        real, shown = seen.read(*readers[reader]), seen.read(owner, address)
        assert seen.told(shown) == seen.told(real), address
        assert seen.reached(shown, "all") == seen.reached(real, "all"), address
        assert (seen.ALWAYS in shown) is (seen.ALWAYS in real), address
        assert "Vorschau" in shown or "Preview" in shown


def test_preview_says_what_a_recruiter_reads_and_a_stranger_does_not(readers, anna):
    actions.choose_visibility(by=anna, profile=anna.profile, visibility="everyone")
    owner = readers["owner"][0]
    owner.cookies["django_language"] = "en"
    recruiter, stranger = (seen.read(owner, f"/me/profile/preview/{each}/") for each in ("recruiter", "stranger"))
    line = "Open for offers"
    assert line in recruiter
    assert line not in stranger
    assert f"/p/{anna.profile.handle}/offer/" not in recruiter  # its buttons do nothing


def test_preview_is_for_the_worker_alone(client, readers, anna, brandt, fremder):
    factories.make_station(anna.profile, brandt)
    for address in ("stranger/", "recruiter/", "boss/", f"boss/{brandt.public_id}/"):
        assert client.get(f"/me/profile/preview/{address}").status_code == 302
    actions.start(by=fremder)
    client.force_login(fremder)
    assert client.get(f"/me/profile/preview/boss/{brandt.public_id}/").status_code == 404
    assert client.get("/me/profile/preview/somebody/").status_code == 404
    assert seen.told(client.get("/me/profile/preview/stranger/").content.decode()) == set()


def test_preview_as_boss_offers_own_and_blocked_firms(readers, anna, brandt, talheim):
    owner = readers["owner"][0]
    factories.make_station(anna.profile, brandt)
    html = seen.read(owner, "/me/profile/preview/boss/")
    assert "Elektro Brandt" in html
    assert "Böse" in html
    assert "Talheim" not in html


def test_search_and_page_of_strangers_know_nothing_of_an_item_for_employers(client, anna, fuerth, elektro):
    """Not a byte differs, whether there is something for checked employers only or not."""
    search = {"postcode": "90762", "radius": "25", "occupation": elektro.slug}
    factories.make_station(anna.profile, name=seen.ALWAYS)
    actions.refresh(anna.profile)
    before = [client.get("/search/", search).content, client.get(f"/p/{anna.profile.handle}/").content]
    assert b"Elektroniker" in before[0]
    narrow(anna)
    after = [client.get("/search/", search).content, client.get(f"/p/{anna.profile.handle}/").content]
    strip = seen_without_token
    assert [strip(each) for each in after] == [strip(each) for each in before]


def seen_without_token(html: bytes) -> str:
    return re.sub(r'value="\w{64}"', "", html.decode())


def narrow(anna) -> None:
    """One of everything, for checked employers."""
    station = factories.make_station(anna.profile, name="Geheim", audience="employers", start=date(1999, 1, 1))
    open_one = anna.profile.stations.get(employer_name=seen.ALWAYS)
    for number, where in enumerate((station, open_one)):
        actions.confirm_station(
            station=where, source=f"reference:{number}", level=4, first=where.start, last=where.start,
            on=open_one.start, audience="employers" if where is open_one else "all",
        )  # fmt: skip
    actions.show_confirmation(source="reference:0", audience="employers")
    anna.profile.qualifications.create(kind=make_kind("x", 9, "Schein X"), audience="employers")
    actions.refresh(anna.profile)

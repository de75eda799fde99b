"""The desk looks at the original of a paper."""

import re

import pytest
from django.test import Client
from django.utils.translation import override

from network.desk import actions as desk
from network.profiles import actions
from tests import factories
from tests.house.world import World
from tests.profiles.conftest import make_kind

DOOR = "/desk/seen/"


@pytest.fixture
def petra(db) -> Client:
    user = factories.make_user("petra@desk.example")
    desk.add_member(by=None, user=user, name="Petra Hofmann")
    return World({"petra": user}).client("petra")


def test_desk_confirms_in_its_own_name(petra, anna, settings) -> None:
    settings.LANGUAGE_CODE = "en"
    settings.OPERATOR = {**settings.OPERATOR, "name": "Handschlag Franken"}
    kind = make_kind("staplerschein", 3, "Staplerschein")
    paper = actions.add_qualification(by=anna, profile=anna.profile, kind=kind)
    code = actions.show_original(by=anna, qualification=paper)
    with override("en"):
        look = petra.post(DOOR, {"code": code}).url
        facts = re.search(r'name="facts" value="(\w+)"', petra.get(look).content.decode())[1]
        assert petra.post(look, {"held": "on", "facts": facts}).url == "/desk/"
        paper.refresh_from_db()
        assert (paper.seen_by, paper.seen_employer, paper.seen_level) == ("Handschlag Franken", None, 4)
        page = Client().get(f"/p/{anna.profile.handle}/").content.decode()
    assert "Original seen by Handschlag Franken" in page
    assert "at that time" not in page


@pytest.mark.parametrize("address", [DOOR, f"{DOOR}paper/"])
def test_desk_pages_do_not_exist_for_others(client, monika, address) -> None:
    client.force_login(monika)
    assert client.get(address).status_code == 404
    assert client.post(address, {"code": "123456"}).status_code == 404


def test_desk_finds_it_in_the_own_area(petra) -> None:
    assert f'href="{DOOR}"' in petra.get("/me/").content.decode()

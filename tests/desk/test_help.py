"""At the counter: a session that helps touches the helped page only, and ends without a trace of the person."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from django.utils import timezone

from accounts import actions as accounts
from accounts import registry
from accounts.models import User
from network.desk import actions, helping
from network.desk.models import DeskMember, SetUp
from network.profiles.helping import PAGES
from network.profiles.models import Profile, Station
from tests import factories
from tests.desk.counter import NAME, at_desk, begin, draft, show
from tests.desk.counter import petra as petra
from tests.employers.helpers import enter
from tests.house.world import PART, routes

pytestmark = pytest.mark.django_db
WORKER_ONLY = ["/me/profile/goal/", "/me/profile/visibility/", "/me/profile/blocks/", "/me/profile/check/"]


@pytest.fixture
def with_page(petra, elektro, fuerth) -> Profile:
    """Petra has a page of her own."""
    return factories.make_profile(petra, elektro, fuerth, name="Petra Hofmann")


def test_own_page_of_the_helper_is_not_touched(petra, with_page, elektro):
    before = Profile.objects.filter(pk=with_page.pk).values().get()
    counter, set_up = begin(petra)
    own = factories.make_station(with_page, occupation=elektro)
    assert NAME in counter.get("/me/profile/name/").content.decode()
    assert counter.get(f"/me/profile/stations/{own.pk}/").status_code == 404
    assert counter.post(f"/me/profile/stations/{own.pk}/remove/").status_code == 404
    counter.post(f"/desk/help/{set_up.pk}/throw-away/")
    assert Profile.objects.filter(pk=with_page.pk).values().get() == before
    assert Station.objects.filter(pk=own.pk).exists()
    assert "Petra Hofmann" in counter.get("/me/profile/name/").content.decode()


@pytest.mark.parametrize("address", WORKER_ONLY)
def test_what_only_the_worker_decides_is_a_plain_page(petra, with_page, address):
    counter, _set_up = begin(petra)
    data = {"goal": "open", "visibility": "everyone", "employer": "Firma Fern"}
    for answer in (counter.get(address), counter.post(address, data)):
        assert answer.status_code == 403
        assert "nur die Person selbst" in answer.content.decode()
    page = draft()
    assert (page.goal, page.visibility, page.blocks.count(), page.unconfirmed) == ("", "off", 0, ["name"])
    assert not with_page.blocks.exists()


def _for_the_worker() -> list[str]:
    """Every address whose view works on a page and that no helper may open."""
    found = []
    for name, route in routes():
        address = "/" + PART.sub(lambda part: str(UUID(int=1)) if part[1] == "uuid" else "1", route)
        view = resolve(address).func
        if getattr(view, "edits_page", False) and name != "profiles:question" and name not in PAGES:
            found.append(address)
    return found


def test_every_other_page_about_a_page_is_for_the_worker_alone(petra, with_page):
    """New pages too: whoever adds one need not think of helpers."""
    counter, _set_up = begin(petra)
    addresses = _for_the_worker()
    assert {"/me/profile/blocks/", "/me/profile/check/", "/me/references/"} <= set(addresses)
    before = list(Profile.objects.order_by("pk").values())
    for address in addresses:
        assert counter.get(address).status_code in (403, 405), address
        assert counter.post(address).status_code == 403, address
    assert list(Profile.objects.order_by("pk").values()) == before


def test_bar_says_on_every_page_whom_one_helps(petra):
    counter, set_up = begin(petra)
    for address in ("/", "/me/", "/me/profile/", "/me/profile/place/", "/desk/", "/desk/help/", "/search/"):
        shown = counter.get(address).content.decode()
        assert NAME in shown, address
        assert f"/desk/help/{set_up.pk}/hand-over/" in shown, address
    for task in ("/me/profile/goal/", "/me/profile/visibility/", "/me/profile/blocks/"):
        assert task not in counter.get("/me/profile/").content.decode()
    assert NAME not in enter(at_desk("paul@desk.example", "Paul")).get("/desk/").content.decode()


def test_button_of_the_own_area_makes_no_page_for_the_helper(petra):
    counter, _set_up = begin(petra)
    counter.post("/me/profile/")
    assert not Profile.objects.filter(user=petra).exists()


def test_second_click_on_begin_makes_one_page(petra):
    counter, set_up = begin(petra)
    assert counter.post("/desk/help/").status_code == 200
    assert SetUp.objects.get() == set_up


def test_signing_out_ends_the_help_and_the_person_can_still_take_over(petra, with_page):
    counter, set_up = begin(petra)
    counter.logout()
    counter = enter(petra)
    assert NAME not in counter.get("/me/profile/name/").content.decode()
    shown = counter.get("/desk/help/").content.decode()
    assert f"/desk/help/{set_up.pk}/hand-over/" in shown
    assert NAME not in shown
    assert helping.redeem(code=show(counter, set_up))


def test_finishing_ends_access_in_the_database_too(petra):
    counter, set_up = begin(petra)
    assert counter.post(f"/desk/help/{set_up.pk}/stop/").url == "/desk/help/"
    assert draft().helper is None
    assert NAME not in counter.get("/me/profile/").content.decode()
    assert counter.post(f"/desk/help/{set_up.pk}/stop/").status_code == 302, "a second click"


def test_throwing_away_deletes_all_and_leaves_a_note(petra, elektro):
    counter, set_up = begin(petra)
    factories.make_station(draft(), occupation=elektro)
    url = f"/desk/help/{set_up.pk}/throw-away/"
    assert counter.post(url).status_code == 302
    assert "Verworfen" in counter.post(url).content.decode(), "a second click"
    assert not Profile.objects.exists()
    assert not User.objects.filter(email__endswith="@draft.invalid").exists()
    note = SetUp.objects.values().get()
    assert (note["ending"], note["profile_id"], note["by_id"]) == ("thrown", None, petra.pk)
    assert "Aylin" not in str(note)
    assert "Petra Hofmann" in counter.get("/desk/help/").content.decode()


def test_who_leaves_the_desk_helps_no_more(petra, with_page):
    counter, _set_up = begin(petra)
    DeskMember.objects.filter(user=petra).delete()
    assert counter.get("/me/profile/name/").status_code == 404
    assert counter.post("/me/profile/name/", {"name": "X Y", "name_shown": "full"}).status_code == 404
    assert draft().name == NAME
    with pytest.raises(PermissionDenied):
        helping.show_digits(by=petra, set_up=SetUp.objects.get())


def test_erasing_a_contact_person_throws_open_pages_away(petra):
    begin(petra)
    actions.erase(petra)
    petra.delete()
    assert not Profile.objects.exists()
    note = SetUp.objects.get()
    assert (note.by, note.ending) == (None, "thrown")


def test_pages_nobody_took_over_are_deleted_after_their_day(petra):
    begin(petra)
    SetUp.objects.update(started_at=timezone.now() - timedelta(hours=11))
    assert helping.purge() == 0
    SetUp.objects.update(started_at=timezone.now() - timedelta(hours=13))
    assert helping.purge() == 1
    assert not Profile.objects.exists()
    assert SetUp.objects.get().ending == "expired"


def test_next_beginning_sweeps_old_pages_too(petra):
    counter, set_up = begin(petra)
    counter.post(f"/desk/help/{set_up.pk}/stop/")
    SetUp.objects.update(started_at=timezone.now() - timedelta(hours=13))
    counter.post("/desk/help/")
    set_up.refresh_from_db()
    assert set_up.ending == "expired"
    assert Profile.objects.count() == 1


def test_purge_of_accounts_is_a_second_net(petra, elektro, stapler_kind):
    begin(petra)
    page = draft()
    factories.make_station(page, occupation=elektro)
    page.qualifications.create(kind=stapler_kind)
    User.objects.filter(pk=page.user_id).update(date_joined=timezone.now() - timedelta(days=3))
    accounts.purge()
    assert not Profile.objects.exists()
    SetUp.objects.update(started_at=timezone.now() - timedelta(days=3))
    helping.purge()
    assert SetUp.objects.get().ending == "expired"


@pytest.fixture
def stapler_kind(db):
    from network.occupations.models import QualificationKind

    return QualificationKind.objects.create(slug="stapler", bit=1, names={"de": "Staplerschein"}, rule="none")


def test_notes_are_deleted_after_90_days(petra):
    counter, set_up = begin(petra)
    counter.post(f"/desk/help/{set_up.pk}/throw-away/")
    SetUp.objects.update(started_at=timezone.now() - timedelta(days=91))
    assert helping.purge() == 1
    assert not SetUp.objects.exists()


def test_export_of_the_desk_member_tells_the_notes(petra):
    begin(petra)
    (told,) = registry.exporters["desk"](petra).data["pages_set_up"]
    assert told["started_at"] == SetUp.objects.get().started_at
    assert "Aylin" not in str(told)


@pytest.mark.parametrize("count", [1, 30])
def test_pages_cost_the_same_with_many_notes_and_stations(petra, elektro, count):
    counter, set_up = begin(petra)
    for number in range(count):
        factories.make_station(draft(), name=f"Firma {number}", occupation=elektro)
        SetUp.objects.create(by=petra, ended_at=timezone.now(), ending="taken")
    for address in ("/desk/help/", f"/desk/help/{set_up.pk}/hand-over/", "/me/profile/", "/me/profile/stations/"):
        counter.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert counter.get(address).status_code == 200
        assert len(asked) <= 10, (address, [q["sql"][:90] for q in asked])


def test_long_and_arabic_names_stand_in_the_bar(petra):
    for name in ("فاطمة الزهراء", "Ä" * 80, "<b>Anna</b> & Co"):
        counter, set_up = begin(petra, name=name)
        shown = counter.get("/me/profile/").content.decode()
        assert "<b>Anna</b>" not in shown
        counter.post(f"/desk/help/{set_up.pk}/throw-away/")

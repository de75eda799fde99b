"""From the counter to the worker's own phone, and everybody who must not get there."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import SpokenCode, User
from network.desk import helping
from network.desk.models import SetUp
from network.profiles.models import Profile
from tests import factories
from tests.accounts.helpers import last_code
from tests.desk.counter import NAME, at_desk, begin, draft, show, type_digits
from tests.desk.counter import petra as petra
from tests.employers.helpers import enter

pytestmark = pytest.mark.django_db
STATION = {
    "kind": "job",
    "employer": "Haus Rosengarten",
    "place": "90762",
    "occupation": "pflegefachkraft",
    "start_month": "3",
    "start_year": "2019",
    "still": "on",
}


@pytest.fixture
def phone() -> Client:
    return Client()


@pytest.fixture
def waiting(petra, phone):
    """The digits are typed on the worker's phone; nobody is signed in there yet."""
    counter, set_up = begin(petra)
    assert type_digits(phone, show(counter, set_up)).url == "/takeover/page/"
    return counter, set_up


def test_worker_takes_over_with_a_new_account_and_the_helper_is_out_at_once(petra, phone, pflege, fuerth):
    counter, set_up = begin(petra)
    counter.post("/me/profile/occupation/", {"occupation": "pflegefachkraft"})
    counter.post("/me/profile/place/", {"place": "90762", "radius_km": "25"})
    assert counter.post("/me/profile/stations/new/", STATION).status_code == 302
    old, code = draft(), show(counter, set_up)
    assert f'value="{code}"' in phone.get(f"/takeover/?code={code}").content.decode()
    type_digits(phone, code)
    seen = phone.get("/takeover/page/").content.decode()
    assert "Aylin" in seen
    assert "Öztürk" not in seen
    assert "Rosengarten" not in seen
    phone.post("/account/signup/?next=/takeover/page/", {"email": "aylin@example.org", "next": "/takeover/page/"})
    done = phone.post("/account/email/confirm/", {"code": last_code()})
    assert done.url == "/takeover/page/"
    whole = phone.get("/takeover/page/").content.decode()
    assert NAME in whole
    assert "Haus Rosengarten" in whole
    assert phone.post("/takeover/page/").url == "/me/profile/check/"
    mark = "An der Ansprechstelle eingetippt"
    assert mark in phone.get("/me/profile/stations/").content.decode()
    assert mark in phone.get("/me/profile/").content.decode()

    mine = Profile.objects.get(user__email="aylin@example.org")
    assert (mine.pk, mine.helper, mine.visibility) == (old.pk, None, "off")
    assert mine.handle != old.handle
    assert mine.stations.count() == 1
    assert not User.objects.filter(email__endswith="@draft.invalid").exists()
    for address in (
        "/me/profile/",
        "/me/profile/name/",
        "/me/profile/stations/",
        f"/p/{old.handle}/",
        f"/p/{mine.handle}/",
    ):
        assert counter.get(address).status_code == 404, address
    assert counter.post("/me/profile/name/", {"name": "Zu Spät", "name_shown": "full"}).status_code == 404
    assert not Profile.objects.filter(user=petra).exists()
    told = counter.get(f"/desk/help/{set_up.pk}/hand-over/").content.decode()
    assert "übernommen" in told
    assert "Aylin" not in told
    set_up.refresh_from_db()
    assert (set_up.ending, set_up.profile, set_up.by) == ("taken", None, petra)


def test_worker_reads_changes_and_confirms_what_was_typed(waiting, phone, fremder):
    phone.force_login(fremder)
    phone.post("/takeover/page/")
    assert phone.get("/takeover/page/").status_code == 410
    assert NAME in phone.get("/me/profile/check/").content.decode()
    assert "/me/profile/check/" in phone.get("/me/").content.decode()
    shown = phone.post("/me/profile/visibility/", {"visibility": "everyone"})
    assert shown.context["form"].errors
    assert Profile.objects.get(user=fremder).visibility == "off"
    assert phone.post("/me/profile/check/").status_code == 302
    assert phone.post("/me/profile/visibility/", {"visibility": "everyone"}).status_code == 302
    assert Profile.objects.get(user=fremder).visibility == "everyone"
    assert "/me/profile/check/" not in phone.get("/me/").content.decode()


def test_opening_changes_nothing(waiting, phone, petra, fremder):
    counter, set_up = waiting
    before = list(SetUp.objects.values()), list(Profile.objects.values()), list(SpokenCode.objects.values())
    for _twice in range(2):
        phone.get("/takeover/?code=123456")
        phone.get("/takeover/page/")
        for address in ("/desk/help/", f"/desk/help/{set_up.pk}/hand-over/", f"/desk/help/{set_up.pk}/throw-away/"):
            assert counter.get(address).status_code == 200
    phone.force_login(fremder)
    phone.get("/takeover/page/")
    assert (list(SetUp.objects.values()), list(Profile.objects.values()), list(SpokenCode.objects.values())) == before
    assert counter.get(f"/desk/help/{set_up.pk}/stop/").status_code == 405


def test_wrong_and_expired_digits_look_the_same(petra, phone):
    counter, set_up = begin(petra)
    code = show(counter, set_up)
    wrong = type_digits(phone, str((int(code) + 1) % 1_000_000).zfill(6))
    SpokenCode.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    late = type_digits(phone, code)
    assert wrong.context["form"].errors == late.context["form"].errors != {}
    assert "takeover" not in phone.session


def test_digits_are_good_once_and_for_one_phone(waiting, phone, petra, fremder):
    counter, set_up = waiting
    other = Client()
    code = show(counter, set_up)
    assert type_digits(other, code).status_code == 302
    assert type_digits(Client(), code).status_code == 200
    assert phone.get("/takeover/page/").status_code == 410, "new digits end what older ones opened"
    other.force_login(fremder)
    assert other.post("/takeover/page/").url == "/me/profile/check/"
    assert other.post("/takeover/page/").status_code == 410


def test_two_phones_at_once_one_wins(waiting, phone, fremder):
    """The same session in two tabs, each signed in: the second press finds nothing."""
    secret = phone.session["takeover"]
    helping.take_over(by=fremder, secret=secret)
    other = factories.make_user()
    with pytest.raises(helping.Over):
        helping.take_over(by=other, secret=secret)
    assert not Profile.objects.filter(user=other).exists()


def test_grant_ends_after_an_hour_and_offers_new_digits(waiting, phone):
    SetUp.objects.update(granted_at=timezone.now() - timedelta(minutes=61))
    gone = phone.get("/takeover/page/")
    assert gone.status_code == 410
    assert "/takeover/" in gone.content.decode()
    assert "Aylin" not in gone.content.decode()


def test_secrets_are_stored_hashed(waiting, phone):
    secret = phone.session["takeover"]
    assert secret not in str(list(SetUp.objects.values()))


def test_page_that_is_empty_gives_way_and_one_with_words_stays(waiting, phone, fremder, anna):
    phone.force_login(anna)
    shown = phone.get("/takeover/page/").content.decode()
    assert "Öztürk" not in shown
    assert phone.post("/takeover/page/").url == "/takeover/page/"
    assert Profile.objects.get(user=anna).name == "Anna Gärtner"
    assert draft().name == NAME
    Profile.objects.create(user=fremder)
    secret = phone.session["takeover"]
    helping.take_over(by=fremder, secret=secret)
    assert Profile.objects.get(user=fremder).name == NAME


@pytest.mark.parametrize("row", ["block", "station", "shift", "visibility"])
def test_page_with_anything_on_it_is_not_replaced(waiting, phone, fremder, row, pflege):
    own = Profile.objects.create(user=fremder, visibility_chosen=row == "visibility", shifts=2 if row == "shift" else 0)
    if row == "block":
        own.blocks.create(name="Brandt", key="brandt")
    if row == "station":
        factories.make_station(own, occupation=pflege)
    phone.force_login(fremder)
    assert phone.post("/takeover/page/").url == "/takeover/page/"
    assert Profile.objects.get(user=fremder).pk == own.pk
    assert draft().name == NAME


def test_helper_cannot_take_the_page(petra, phone):
    counter, set_up = begin(petra)
    type_digits(counter, show(counter, set_up))
    assert "Öztürk" not in counter.get("/takeover/page/").content.decode().split("<main")[1]
    counter.post("/takeover/page/")
    counter.post(f"/desk/help/{set_up.pk}/stop/")
    counter.post("/takeover/page/")
    assert not Profile.objects.filter(user=petra).exists()
    assert draft().name == NAME


def test_typing_is_limited_per_address(phone):
    answers = [type_digits(phone, "000000").status_code for _each in range(31)]
    assert answers == [200] * 30 + [429]


@pytest.mark.parametrize("typed", ["", "12", "abcdef", "1" * 200, "\x00", "١٢٣٤٥٦"])
def test_strange_digits_are_an_answer_at_the_field(phone, typed):
    assert type_digits(phone, typed).context["form"].errors


def test_other_desk_member_and_strangers_find_nothing(waiting, fremder, rita):
    _counter, set_up = waiting
    for browser in (enter(at_desk("paul@desk.example", "Paul Pohl")), enter(fremder), enter(rita)):
        for step in ("hand-over/", "throw-away/", "stop/"):
            for method in (browser.get, browser.post):
                answer = method(f"/desk/help/{set_up.pk}/{step}")
                assert answer.status_code in (404, 405), step
                assert "Aylin" not in answer.content.decode()
        assert "Aylin" not in browser.get("/me/profile/").content.decode()
    set_up.refresh_from_db()
    assert set_up.ending == ""
    assert draft().name == NAME


def test_start_does_not_exist_without_the_role_and_without_the_app(petra, fremder):
    for method in (enter(fremder).get, enter(fremder).post):
        assert method("/desk/help/").status_code == 404
    client = Client()
    client.force_login(petra)
    assert "next=" in client.post("/desk/help/").url
    assert not SetUp.objects.exists()


def test_no_mail_is_sent_for_a_page_without_owner(waiting):
    assert mail.outbox == []


@pytest.mark.parametrize("rows", [1, 30])
def test_take_over_costs_the_same_with_many_stations(waiting, phone, fremder, pflege, rows):
    page = draft()
    keys = [f"station:{factories.make_station(page, name=f'Haus {n}', occupation=pflege).pk}" for n in range(rows)]
    Profile.objects.filter(pk=page.pk).update(unconfirmed=["name", *keys])
    Profile.objects.create(user=fremder)  # empty, and the page has to make sure of it
    phone.force_login(fremder)
    phone.get("/takeover/page/")
    with CaptureQueriesContext(connection) as counted:
        assert f"Haus {rows - 1}" in phone.get("/takeover/page/").content.decode()
    assert len(counted) <= 8

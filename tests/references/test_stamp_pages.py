"""The pages of the team stamp: who opens them, what they say, how often they ask the database."""

from unittest.mock import patch

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from network.desk import cases
from network.desk.models import Case
from network.profiles import actions as profiles
from network.profiles.models import Confirmation
from references.models import StampAnswer, StampConsent, StampStop
from references.stamp import actions
from tests import factories
from tests.accounts.helpers import give_app
from tests.desk import casework
from tests.references import helpers, stamps


@pytest.fixture
def working(anna, brandt):
    return stamps.working(anna, brandt)


@pytest.fixture
def asked(brandt, working):
    return stamps.open_round(brandt)


@pytest.fixture
def firm(monika):
    give_app(monika)
    browser = Client(headers={"accept-language": "en"})
    browser.force_login(monika)
    return browser


@pytest.fixture
def own(client, anna):
    client.force_login(anna)
    return client


@pytest.fixture
def here(brandt):
    return f"/employer/{brandt.public_id}/stamp/"


def test_worker_reads_the_line_and_agrees(own, anna, brandt):
    station = helpers.make_station(anna, brandt, end=None)
    page = own.get("/me/stamp/").content.decode()
    assert "Put me on the list" in page
    assert f"{anna.profile.name}, " in page
    own.get(f"/me/stamp/station/{station.pk}/")
    assert not StampConsent.objects.exists()
    own.post(f"/me/stamp/station/{station.pk}/", {"agree": "yes"})
    assert StampConsent.objects.get().station == station
    own.post(f"/me/stamp/station/{station.pk}/", {"agree": "no"})
    assert not StampConsent.objects.exists()


def test_who_hides_reads_that_there_is_no_list(own, anna, brandt, working):
    profiles.block(by=anna, profile=anna.profile, employer=brandt)
    page = own.get("/me/stamp/").content.decode()
    assert "You hide from this firm" in page
    assert "Take me off" not in page


def test_firm_answers_on_one_page(firm, here, asked, working):
    page = firm.get(here).content.decode()
    assert "Anna" in page
    assert "since March 2019" in page.replace("\xa0", " ")
    assert firm.post(here, {f"s{working.pk}": "yes"}).url == f"{here}?done"
    page = firm.get(here).content.decode()
    assert "Everybody on the list has an answer" in page
    answer = StampAnswer.objects.get()
    firm.post(f"{here}{answer.pk}/take-back/")
    assert not Confirmation.objects.exists()


def test_nothing_chosen_stores_nothing(firm, here, asked, working):
    assert firm.post(here, {}).url == here
    assert firm.post(here, {f"s{working.pk}": "fired"}).status_code == 200
    assert not StampAnswer.objects.exists()


def test_page_is_the_same_whether_somebody_hides_or_never_agreed(firm, here, brandt, elektro):
    stamps.open_round(brandt)
    bert = factories.make_user("bert@post.example")
    factories.make_profile(bert, elektro, name="Bert Stiller")
    station = helpers.make_station(bert, brandt, end=None)
    before = helpers_text(firm.get(here))
    actions.agree(by=bert, station=station)
    assert "Bert" in helpers_text(firm.get(here))
    profiles.block(by=bert, profile=bert.profile, employer=brandt)
    assert helpers_text(firm.get(here)) == before
    StampConsent.objects.all().delete()
    assert helpers_text(firm.get(here)) == before


def test_answer_about_somebody_who_hid_later_is_not_named(firm, here, asked, working, anna, brandt, monika):
    stamps.said(monika, asked, working)
    profiles.block(by=anna, profile=anna.profile, employer=brandt)
    assert "Anna" not in firm.get(here).content.decode()


def helpers_text(response) -> str:
    import re

    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"|nonce="[^"]+"', "", response.content.decode())


@pytest.mark.parametrize("who", ["other_firm", "recruiter", "left", "worker", "nobody"])
def test_strangers_read_no_list(brandt, talheim, asked, working, monika, rita, fremder, anna, here, client, who):
    answer = stamps.said(monika, asked, working, "gone")
    people = {"other_firm": rita, "left": monika, "worker": anna, "recruiter": fremder, "nobody": None}
    if who == "left":
        from django.utils import timezone

        monika.memberships.update(until=timezone.now())
    if who == "recruiter":
        factories.make_member(brandt, fremder, "Rolf", is_recruiter=True)
    person = people[who]
    if person:
        give_app(person)
        client.force_login(person)
    for address in (here, f"{here}mails/", f"{here}{answer.pk}/take-back/"):
        for response in (client.get(address), client.post(address, {f"s{working.pk}": "yes", "stop": "yes"})):
            assert response.status_code in ((302,) if who == "nobody" else (404, 405))
            assert "Anna" not in response.content.decode()
    assert StampAnswer.objects.count() == 1
    assert not StampStop.objects.exists()


def test_other_workers_do_not_reach_an_answer(asked, working, monika, fremder, client):
    answer = stamps.said(monika, asked, working)
    factories.make_profile(fremder, name="Frank Fremd")
    client.force_login(fremder)
    for address in (f"/me/stamp/{answer.pk}/contest/", f"/me/stamp/{answer.pk}/take-off/"):
        assert client.post(address, {"words": "x"}).status_code == 404
    assert client.post(f"/me/stamp/station/{working.pk}/", {"agree": "no"}).status_code == 404
    assert Confirmation.objects.exists()
    assert StampConsent.objects.exists()


def test_worker_contests_on_the_page(own, asked, working, monika):
    answer = stamps.said(monika, asked, working)
    page = own.post(f"/me/stamp/{answer.pk}/contest/", {"words": ""})
    assert "Write what is not right" in page.content.decode()
    own.post(f"/me/stamp/{answer.pk}/contest/", {"words": "Ich war schon weg."})
    assert "the desk looks at it" in own.get("/me/stamp/").content.decode()
    assert own.get(f"/me/stamp/{answer.pk}/contest/").url == f"/me/desk/{Case.objects.get().pk}/"


def test_worker_reads_what_the_desk_decided_and_why(own, asked, working, monika):
    answer, petra = stamps.said(monika, asked, working, "gone"), casework.at_desk()
    own.post(f"/me/stamp/{answer.pk}/contest/", {"words": "Ich bin noch da."})
    case = Case.objects.get()
    cases.decide(by=petra, case=case, outcome=Case.Outcome.STAYS, reason=casework.REASON)
    page = own.get("/me/stamp/").content.decode()
    assert "the desk looks at it" not in page
    assert "the desk decided that the answer stays" in page
    assert casework.REASON in page
    assert f'href="/me/desk/{case.pk}/"' in page


def test_answer_taken_back_meanwhile_is_not_contested(own, asked, working, monika):
    answer = stamps.said(monika, asked, working)
    with patch("references.stamp.actions._locked", return_value=None):
        assert own.post(f"/me/stamp/{answer.pk}/contest/", {"words": "So nicht."}).url == "/me/stamp/"
    assert not Case.objects.exists()


def test_admin_switches_the_mail_off_and_on(firm, here, brandt):
    firm.post(f"{here}mails/", {"stop": "yes"})
    assert "You get no such list" in firm.get(here).content.decode()
    firm.post(f"{here}mails/", {"stop": "no"})
    assert not StampStop.objects.exists()


def test_public_page_says_who_confirmed(client, asked, working, monika, anna):
    before = client.get(f"/p/{anna.profile.handle}/").content.decode()
    stamps.said(monika, asked, working)
    after = client.get(f"/p/{anna.profile.handle}/").content.decode()
    assert "Confirmed by a checked employer" not in before
    assert "Confirmed by a checked employer" in after


def test_share_link_that_names_the_station_says_who_confirmed(client, asked, working, monika, anna):
    stamps.said(monika, asked, working)
    other = helpers.make_station(anna, factories.make_employer("Anders", anna.profile.place))
    for station, said in ((working, True), (other, False)):
        items = [f"station:{station.pk}"]
        made = profiles.share(
            by=anna, profile=anna.profile, name="Frau Fern", items=items, days=7, once=f"{station.pk}"
        )
        page = client.get(f"/s/{made.token}/").content.decode()
        assert station.employer.name in page
        assert ("Confirmed by a checked employer" in page) == said


def test_lists_ask_as_often_for_1_and_for_30(firm, here, brandt, asked, own, anna, monika, elektro):
    def count(browser, address) -> int:
        browser.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200
        return len(queries)

    few = [count(firm, here), count(own, "/me/stamp/")]
    for at in range(30):
        user = factories.make_user()
        factories.make_profile(user, elektro, name=f"Worker {at}")
        stamps.working(user, brandt)
        other = factories.make_employer(f"Firma {at}", brandt.place)
        stamps.working(anna, other)
        if at % 2:
            stamps.said(monika, asked, user.profile.stations.get())
    many = [count(firm, here), count(own, "/me/stamp/")]
    assert few == many
    assert max(many) <= 8

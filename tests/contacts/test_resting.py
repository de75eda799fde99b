"""A firm loses its check, or nobody recruits there any more, in mid-session: everything stops at once, and both sides are told."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from network.contacts import actions, rules
from network.contacts.models import Offer
from network.employers.models import Employer
from network.profiles.models import Block
from network.search.models import SavedSearch
from tests import factories
from tests.contacts.conftest import PHONE, POSTED, YES

pytestmark = pytest.mark.django_db
GIVEN = {**YES, "phone": PHONE}


@pytest.fixture(autouse=True)
def _english(client):
    client.cookies["django_language"] = "en"


def _lose(how, talheim, rita, anna) -> None:
    if how == "check":
        Employer.objects.filter(pk=talheim.pk).update(checked_until=timezone.localdate() - timedelta(days=1))
    elif how == "left":
        rita.memberships.update(until=timezone.now())
    elif how == "role":
        rita.memberships.update(is_recruiter=False, is_referee=True)
    else:
        Block.objects.create(profile=anna.profile, employer=talheim)


def _plain(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


HOW = {"check": rules.Rest.UNCHECKED, "left": rules.Rest.NOBODY, "role": rules.Rest.NOBODY, "hidden": rules.Rest.HIDDEN}


@pytest.mark.parametrize("how", HOW)
def test_open_offer_rests_inside_the_query_and_the_worker_is_told(client, how, offer, talheim, rita, anna):
    assert list(Offer.objects.standing()) == [offer]
    client.force_login(anna)
    assert "An offer is waiting for you" in client.get("/me/").content.decode()
    _lose(how, talheim, rita, anna)
    assert not Offer.objects.standing().exists()
    found = Offer.objects.with_facts().with_rest().get()
    assert rules.rest_of(found) is HOW[how]
    page = client.get(f"/me/offers/{offer.public_id}/").content.decode()
    words = {"check": "is not checked any more", "hidden": "You hide from Stadtwerke Talheim"}
    assert words.get(how, "Nobody looks for people at Stadtwerke Talheim any more") in page
    assert "The offer rests" in page or "the offer rests" in page
    assert "Yes, I want to talk" not in page
    assert "No, thank you" in page
    own = client.get("/me/").content.decode()
    assert "An offer is waiting for you" not in own
    assert "An offer rests. You need not answer." in own
    assert "It rests. You need not answer." in client.get("/me/offers/").content.decode()
    assert not actions.say_yes(by=anna, offer=offer, **GIVEN)
    assert actions.say_no(by=anna, offer=offer)


def test_offer_goes_on_when_the_check_comes_back_in_time(offer, talheim, rita, anna):
    _lose("check", talheim, rita, anna)
    Employer.objects.filter(pk=talheim.pk).update(checked_until=timezone.localdate())
    assert actions.say_yes(by=anna, offer=offer, **GIVEN)


def test_offer_stands_while_a_colleague_recruits(offer, talheim, rita, anna):
    factories.make_member(talheim, factories.make_user("ruth@talheim.example"), "Ruth", is_recruiter=True)
    _lose("left", talheim, rita, anna)
    assert Offer.objects.standing().exists()


def test_hiding_tells_the_firm_nothing(client, offer, talheim, rita, anna):
    client.force_login(rita)
    before = client.get(f"/employer/{talheim.public_id}/offers/").content.decode()
    _lose("hidden", talheim, rita, anna)
    assert _plain(client.get(f"/employer/{talheim.public_id}/offers/").content.decode()) == _plain(before)


def test_offer_of_an_account_that_is_closed_says_so(client, offer, rita, anna):
    actions.forget_sender(by=rita)
    client.force_login(anna)
    page = client.get(f"/me/offers/{offer.public_id}/").content.decode()
    assert "Whoever made it is not there any more." in page


PAGES = ("/p/{handle}/offer/", "/p/{handle}/offer/check/", "/p/{handle}/shortlist/", "/search/save/?postcode=90402")
OF_FIRM = ("/employer/{firm}/shortlist/", "/employer/{firm}/shortlist/compare/", "/employer/{firm}/shortlist/paper/")
LISTS = ("/employer/{firm}/offers/", "/employer/{firm}/offers/{offer}/", "/employer/{firm}/offers/{offer}/sent/")


def _go(client, path, talheim, anna, offer, method="get", handle=""):
    where = path.format(handle=handle or anna.profile.handle, firm=talheim.public_id, offer=offer.public_id)
    return getattr(client, method)(where, POSTED if method == "post" else {})


@pytest.mark.parametrize("path", [*PAGES, *OF_FIRM])
def test_recruiter_in_mid_session_reads_that_the_firm_is_not_checked(client, path, offer, talheim, rita, anna):
    client.force_login(rita)
    _lose("check", talheim, rita, anna)
    answer = _go(client, path, talheim, anna, offer)
    assert answer.status_code == 404
    assert "Stadtwerke Talheim is not checked now." in answer.content.decode()


def test_check_ends_between_two_clicks_and_nothing_is_sent(client, talheim, rita, anna):
    client.force_login(rita)
    path = f"/p/{anna.profile.handle}/offer/"
    assert client.post(path, POSTED).url == f"{path}check/"
    _lose("check", talheim, rita, anna)
    answer = client.post(f"{path}check/")
    assert "Stadtwerke Talheim is not checked now." in answer.content.decode()
    assert not Offer.objects.exists()


@pytest.mark.parametrize("path", [*PAGES, *OF_FIRM, *LISTS])
def test_who_has_left_reads_that_it_is_over(client, path, offer, talheim, rita, anna):
    client.force_login(rita)
    _lose("left", talheim, rita, anna)
    answer = _go(client, path, talheim, anna, offer)
    assert answer.status_code == 404
    page = answer.content.decode()
    assert "You do not look for people for Stadtwerke Talheim, or not any more." in page
    assert offer.title not in page


@pytest.mark.parametrize("how", ["check", "left"])
def test_page_is_the_same_whether_the_address_leads_to_somebody_or_not(client, how, offer, talheim, rita, anna):
    client.force_login(rita)
    _lose(how, talheim, rita, anna)
    handles = (anna.profile.handle, "abcdefghjk")
    real, none = (
        _plain(_go(client, PAGES[0], talheim, anna, offer, handle=each).content.decode()).replace(each, "HANDLE")
        for each in handles
    )
    assert real == none


@pytest.mark.parametrize("path", [*PAGES[:3], *OF_FIRM, *LISTS])
def test_who_never_belonged_to_it_finds_nothing(client, path, offer, talheim, rita, anna, fremder, monika):
    _lose("check", talheim, rita, anna)
    for user in (fremder, anna):
        client.force_login(user)
        answer = _go(client, path, talheim, anna, offer)
        assert answer.status_code == 404
        assert "Stadtwerke Talheim" not in answer.content.decode()


def test_search_of_everybody_says_that_the_firm_is_not_checked(client, talheim, rita, anna):
    client.force_login(rita)
    note = "Your employer is not checked now."
    assert note not in client.get("/search/").content.decode()
    _lose("check", talheim, rita, anna)
    for path in ("/search/", "/search/?postcode=90402&radius=25"):
        assert note in client.get(path).content.decode()
    client.force_login(anna)
    assert note not in client.get("/search/").content.decode()


def test_saved_searches_stop_at_once(talheim, rita, anna, nuernberg):
    SavedSearch.objects.create(
        employer=talheim, user=rita, rhythm="daily", query="postcode=90402", words="Elektro", place=nuernberg,
        radius=25, groups=["elektro"], ends_on=timezone.localdate() + timedelta(days=90),
    )  # fmt: skip
    assert SavedSearch.objects.alive().exists()
    _lose("check", talheim, rita, anna)
    assert not SavedSearch.objects.alive().exists()


def test_offers_that_were_made_stay_readable_without_a_check(client, offer, talheim, rita, anna):
    client.force_login(rita)
    _lose("check", talheim, rita, anna)
    page = client.get(f"/employer/{talheim.public_id}/offers/").content.decode()
    assert "Nobody can say yes to its offers now." in page
    assert client.get(f"/employer/{talheim.public_id}/offers/{offer.public_id}/").status_code == 200


def test_firm_without_its_check_is_not_told_how_many_offers_it_can_make(client, offer, talheim, rita, anna):
    client.force_login(rita)
    page = f"/employer/{talheim.public_id}/offers/"
    assert "You can make 19 more offers now" in client.get(page).text
    _lose("check", talheim, rita, anna)
    assert "more offers now" not in client.get(page).text

"""The worker's way: read, yes or no. And what the employer sees of it."""

from datetime import timedelta

import pytest
from django.core import mail

from network.contacts.models import Offer
from network.employers.models import Employer
from network.profiles.models import Block
from tests import factories
from tests.contacts.conftest import PHONE, SECRETS, YES


@pytest.fixture(autouse=True)
def _english(client):
    client.cookies["django_language"] = "en"


@pytest.fixture
def worker(client, anna):
    client.force_login(anna)
    return client


def _mine(offer, more=""):
    return f"/me/offers/{offer.public_id}/{more}"


def _theirs(offer, more=""):
    return f"/employer/{offer.employer.public_id}/offers/{more}"


def test_offer_shows_all_facts_and_both_answers_alike(worker, offer):
    page = worker.get(_mine(offer)).content.decode()
    for words in (
        "Stadtwerke Talheim",
        "22 to 25 euros per hour",
        "permanent",
        "as soon as possible",
        "Dirk Albers",
        "tel:+491713920071",
    ):
        assert words in page
    assert page.count('class="btn btn--plain"') == 2
    assert 'class="btn"' not in page, "nobody is nudged"


def test_yes_goes_over_check_and_passes_contact_data(worker, offer, rita, client):
    assert worker.get(_mine(offer, "yes/")).status_code == 200
    assert worker.post(_mine(offer, "yes/"), YES).url == _mine(offer, "yes/check/")
    page = worker.get(_mine(offer, "yes/check/")).content.decode()
    assert "You cannot take it back afterwards" in page
    assert "0171 3920088" in page
    offer.refresh_from_db()
    assert offer.is_open
    assert worker.post(_mine(offer, "yes/check/")).url == _mine(offer)
    assert "You said yes" in worker.get(_mine(offer)).content.decode()
    client.force_login(rita)
    page = client.get(_theirs(offer, f"{offer.public_id}/")).content.decode()
    for words in (f"tel:{PHONE}", "0171 3920088", "Aylin Karaca", "nach 17 Uhr"):
        assert words in page


def test_phone_is_never_prefilled_and_the_name_is(worker, offer, anna):
    page = worker.get(_mine(offer, "yes/")).content.decode()
    assert f'value="{anna.profile.name}"' in page
    assert 'name="phone" value' not in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": ""}, "Enter your name"),
        ({"phone": ""}, "Enter your phone number or your mail address"),
        ({"phone": "", "mail": "aylin@"}, "Enter a whole mail address"),
        ({"phone": "12"}, "Enter your phone number with area code"),
        ({"call_when": "x" * 121}, "120"),
    ],
)
def test_yes_with_something_missing_says_what(worker, offer, change, words):
    page = worker.post(_mine(offer, "yes/"), {**YES, **change}).content.decode()
    assert words in page
    assert worker.get(_mine(offer, "yes/check/")).url == _mine(offer, "yes/")


def test_no_is_one_post_and_tells_nothing_else(worker, offer, rita, client, django_capture_on_commit_callbacks):
    assert worker.get(_mine(offer, "no/")).status_code == 405
    worker.post(_mine(offer, "yes/"), YES)  # typed, thought again
    with django_capture_on_commit_callbacks(execute=True):
        worker.post(_mine(offer, "no/"))
    assert "You said no" in worker.get(_mine(offer)).content.decode()
    assert [message.to for message in mail.outbox] == [[rita.email]]
    client.force_login(rita)
    page = (
        client.get(_theirs(offer)).content.decode() + client.get(_theirs(offer, f"{offer.public_id}/")).content.decode()
    )
    assert "No. Nothing else is known." in page
    for secret in SECRETS:
        assert secret not in page


def test_two_tabs_first_answer_stands(worker, offer):
    worker.post(_mine(offer, "yes/"), YES)
    worker.post(_mine(offer, "no/"))
    response = worker.post(_mine(offer, "yes/check/"), follow=True)
    assert "You said no" in response.content.decode()
    response = worker.post(_mine(offer, "no/"), follow=True)
    assert response.status_code == 200
    offer.refresh_from_db()
    assert (offer.state, offer.worker_phone) == ("no", "")


def test_two_tabs_no_after_yes_changes_nothing(worker, offer):
    worker.post(_mine(offer, "yes/"), YES)
    worker.post(_mine(offer, "yes/check/"))
    response = worker.post(_mine(offer, "no/"), follow=True)
    assert "You said yes" in response.content.decode()


def test_contact_data_never_stand_in_a_page_before_yes(client, anna, rita, offer):
    """The canary: typed, checked, not sent. Also the worker's address and full name stay inside."""
    client.force_login(anna)
    client.post(_mine(offer, "yes/"), YES)
    client.get(_mine(offer, "yes/check/"))
    client.force_login(rita)
    for path in (
        _theirs(offer),
        _theirs(offer, f"{offer.public_id}/"),
        _theirs(offer, f"{offer.public_id}/sent/"),
        "/search/",
    ):
        page = client.get(path).content.decode()
        for secret in (*SECRETS, anna.email, anna.profile.name):
            assert secret not in page


def test_overdue_offer_shows_that_time_is_over(worker, make_offer, talheim, anna, rita):
    late = make_offer(talheim, anna.profile, age=timedelta(days=15), sent_by=rita)
    page = worker.get(_mine(late)).content.decode()
    assert "The time to answer is over" in page
    assert '<form method="post" action="/me/offers' not in page
    assert worker.post(_mine(late, "yes/"), YES).url == _mine(late)
    worker.post(_mine(late, "no/"))
    late.refresh_from_db()
    assert late.state == "open"


def test_offer_of_an_employer_that_lost_its_check_warns(worker, offer, talheim):
    worker.post(_mine(offer, "yes/"), YES)
    Employer.objects.filter(pk=talheim.pk).update(checked_until=None)
    page = worker.get(_mine(offer)).content.decode()
    assert "Stadtwerke Talheim is not checked any more" in page
    assert "Yes, I want to talk" not in page
    assert worker.post(_mine(offer, "yes/check/")).url == _mine(offer)
    assert Offer.objects.get().worker_phone == ""


@pytest.mark.parametrize("path", ["", "yes/", "yes/check/", "no/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_offer_of_another_worker_does_not_exist(client, offer, path, method, fremder, rita, elektro, fuerth):
    other = factories.make_profile(None, elektro, fuerth).user
    for user in (fremder, rita, other):
        client.force_login(user)
        status = getattr(client, method)(_mine(offer, path), YES).status_code
        assert status == (405 if (path, method) in (("no/", "get"), ("", "post")) else 404)
    offer.refresh_from_db()
    assert offer.is_open


@pytest.mark.parametrize("path", ["", "{id}/", "{id}/sent/"])
def test_employers_list_is_for_its_recruiters(client, offer, path, anna, fremder, colleague, rival, monika):
    where = _theirs(offer, path.format(id=offer.public_id))
    for user in (anna, fremder, colleague, rival, monika):
        client.force_login(user)
        assert client.get(where).status_code == 404
    client.logout()
    assert client.get(where).status_code == 302


def test_offer_of_another_employer_is_not_reached_through_the_own(client, offer, rival):
    client.force_login(rival)
    own = rival.memberships.get().employer.public_id
    assert client.get(f"/employer/{own}/offers/{offer.public_id}/").status_code == 404


def test_blocked_recruiter_keeps_the_offer_but_loses_the_page(client, offer, rita, anna, talheim):
    client.force_login(rita)
    where = _theirs(offer, f"{offer.public_id}/")
    assert anna.profile.handle in client.get(where).content.decode()
    Block.objects.create(profile=anna.profile, employer=talheim)
    assert anna.profile.handle not in client.get(where).content.decode()


@pytest.mark.parametrize("number", [1, 30])
def test_lists_cost_the_same_for_one_and_thirty(
    client, make_offer, anna, rita, talheim, elektro, fuerth, number, django_assert_num_queries
):
    for each in range(number):
        make_offer(talheim, anna.profile, "expired", timedelta(days=20 + each))
    for user, where in ((anna, "/me/offers/"), (rita, f"/employer/{talheim.public_id}/offers/")):
        client.force_login(user)
        client.get(where)
        with django_assert_num_queries(4 if user == anna else 6):
            assert client.get(where).status_code == 200

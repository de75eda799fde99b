"""Administrators make and end keys, and everybody reads what programs may do."""

from datetime import timedelta
from uuid import uuid4

import pytest
from allauth.account.internal.flows.login import record_authentication
from django.test import Client, RequestFactory
from django.utils import timezone

from network.partners import problems
from network.partners.models import Key
from tests import factories


@pytest.fixture
def browser(karin):
    """Karin, just confirmed."""
    client = Client()
    client.force_login(karin.user)
    asked = RequestFactory().get("/")
    asked.session = client.session
    record_authentication(asked, karin.user, "code", reauthenticated=True)
    asked.session.save()
    return client


def test_key_is_shown_once_and_works(browser, chamber, anna):
    here = f"/employer/{chamber.public_id}/keys/"
    assert "noch keinen Schlüssel" in browser.get(here).text
    form = {"name": "Stellenbörse", "once": str(uuid4())}
    made = browser.post(f"{here}new/", form).text
    secret = made.split("<code>")[1].split("</code>")[0]
    assert secret == browser.post(f"{here}new/", form).text.split("<code>")[1].split("</code>")[0], "two clicks"
    answer = Client().get("/api/v1/notices", headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code == 200
    listed = browser.get(here).text
    assert "Stellenbörse" in listed
    assert secret not in listed
    assert Key.objects.count() == 1


def test_who_is_there_is_asked_before_a_key_is_made(karin, chamber, client):
    client.force_login(karin.user)
    answer = client.get(f"/employer/{chamber.public_id}/keys/new/")
    assert answer.status_code == 302
    assert answer.url.startswith("/account/confirm/")


def test_key_ends_with_one_button(browser, program, chamber):
    address = f"/employer/{chamber.public_id}/keys/{program.key.public_id}/end/"
    assert "Stellenbörse" in browser.get(address).text
    program.key.refresh_from_db()
    assert program.key.ended_at is None, "opening changes nothing"
    browser.post(address)
    assert program.get("notices").status_code == 401
    assert "Beendet am" in browser.get(f"/employer/{chamber.public_id}/keys/").text


@pytest.mark.parametrize("who", ["rita", "monika", "fremder", "colleague"])
@pytest.mark.parametrize("page", ["", "new/", "{key}/end/"])
def test_pages_do_not_exist_for_others(request, who, page, program, chamber, client, rita, monika, fremder):
    person = {"rita": rita, "monika": monika, "fremder": fremder}.get(who)
    if who == "colleague":
        person = factories.make_member(chamber, is_recruiter=True).user
    client.force_login(person)
    address = f"/employer/{chamber.public_id}/keys/{page.format(key=program.key.public_id)}"
    for method in (client.get, client.post):
        answer = method(address, {"name": "x"})
        assert answer.status_code in (404, 405) or answer.url.startswith("/account/confirm/")
    assert Key.objects.filter(ended_at=None).count() == 1


def test_key_of_another_employer_is_not_found(browser, chamber, monika, brandt):
    from tests.partners.conftest import make_key

    other = make_key(brandt.memberships.get(user=monika)).key
    assert browser.post(f"/employer/{chamber.public_id}/keys/{other.public_id}/end/").status_code == 404


def test_unchecked_employer_reads_why_nothing_works(browser, program, chamber):
    chamber.checked_until = timezone.localdate() - timedelta(days=1)
    chamber.save()
    page = browser.get(f"/employer/{chamber.public_id}/keys/").text
    assert "nicht geprüft" in page
    assert browser.get(f"/employer/{chamber.public_id}/keys/new/").status_code == 302


def test_list_asks_the_same_for_one_and_for_many(browser, karin, chamber, django_assert_max_num_queries):
    from tests.partners.conftest import make_key

    for _ in range(10):
        make_key(karin)
    browser.get("/me/")
    with django_assert_max_num_queries(8):
        assert browser.get(f"/employer/{chamber.public_id}/keys/").text.count("Stellenbörse") >= 10


def test_page_for_programmers_is_found_by_strangers_and_by_who_makes_keys(client, browser, chamber, db):
    assert 'href="/api/"' in client.get("/").text, "in the foot, beside the imprint"
    main = browser.get(f"/employer/{chamber.public_id}/keys/").text.partition("<footer")[0]
    assert 'href="/api/"' in main


def test_page_for_programmers_needs_nobody(client, db):
    page = client.get("/api/").text
    for address in ("/api/v1/search", "/api/v1/notices/{public_id}", "/api/v1/references/{public_id}", "openapi.json"):
        assert address in page
    for kind in problems.KINDS:
        assert f'id="{kind}"' in page

"""Pages beside the journey: plain pages, the account, the search that finds nobody, and what stands where something went wrong."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.journeys.visitor import PHONE

STATUS = "() => performance.getEntriesByType('navigation')[0].responseStatus"
pytestmark = pytest.mark.browser
PLAIN = [
    *(f"home:{name}" for name in ("contact", "accessibility", "privacy", "imprint", "easy")),
    *("occupations:list", "occupations:qualifications", "places:find", "account_inactive", "accounts:closed"),
]
ACCOUNT = [
    *("accounts:overview", "accounts:export", "mfa_index", "usersessions_list", "account_logout"),
    *("accounts:confirm", "employers:new", "contacts:offers"),
]
SEARCHES = [
    "?postcode=90762&radius=5&occupation=pflegefachkraft",
    "?postcode=Neustadt&occupation=Pflege",
    "?postcode=Atlantis&occupation=Zauberer&shift=night",
    "?postcode=90762&radius=25&occupation=pflegefachkraft&page=7",
]


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_plain_pages(visit, region, width):
    who = visit(width=width)
    for name in PLAIN:
        who.open(reverse(name))
    who.open(reverse("places:find") + "?q=Neustadt")
    who.expected = {404}
    for query in SEARCHES:
        who.open(reverse("search:search") + query)


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_account_pages(visit, width):
    who = visit(width=width).enter(factories.make_user("anna@example.org"))
    for name in ACCOUNT:
        who.open(reverse(name))


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_page_where_nothing_is(visit, width):
    who = visit(width=width)
    who.expected = {404}
    for address in (
        "/nothing/",
        reverse("profiles:page", args=["nothing"]),
        reverse("references:start", args=["nothing"]),
    ):
        who.open(address)
        assert who.page.evaluate(STATUS) == 404


def test_page_for_too_many_tries(visit):
    anna = factories.make_user("anna@example.org")
    client = Client()
    client.force_login(anna)
    for _export in range(2):  # as many as there may be in a minute
        client.post(reverse("accounts:export"))
    who = visit().enter(anna)
    who.expected = {429}
    who.open(reverse("accounts:export")).go_on()
    assert who.page.evaluate(STATUS) == 429

"""How a firm answers those who said yes: in words, to the desk, and on no other page (law 1)."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from network.contacts import at_desk as reading
from network.contacts import following
from network.contacts.models import Offer
from tests import factories
from tests.desk.casework import at_desk
from tests.employers import helpers

pytestmark = pytest.mark.django_db
GIVEN = {"worker_name": "Aylin Karaca", "worker_phone": "+491713920088"}
LEFT = re.compile(
    r"without a word|most people who said yes|everybody who said yes|reported an offer|How it treats people"
)


@pytest.fixture
def yes_of(make_offer, talheim, elektro, fuerth, rita):
    """As many people who said yes, so long ago; so many got a word."""

    def make(total: int, answered: int, days: int = 20) -> list[Offer]:
        offers = []
        for number in range(total):
            person = factories.make_profile(None, elektro, fuerth)
            offers.append(make_offer(talheim, person, "yes", timedelta(days=days), sent_by=rita, **GIVEN))
            if number < answered:
                following.tell(by=rita, employer=talheim, offer=offers[-1], word="talked")
        return offers

    return make


@pytest.mark.parametrize(
    ("total", "answered", "lines"),
    [
        (0, 0, []),
        (3, 3, ["Answers everybody who said yes."]),
        (3, 0, ["Has left everybody who said yes without a word (3)."]),
        (5, 1, ["Has left 4 of 5 who said yes without a word."]),
        (4, 2, ["Has left 2 of 4 who said yes without a word."]),
        (5, 4, ["Answers most people who said yes.", "Has left 1 of 5 who said yes without a word."]),
    ],
)
def test_words_for_the_desk(yes_of, talheim, total, answered, lines):
    yes_of(total, answered)
    with translation.override("en"):
        assert reading.conduct(talheim) == lines


def test_what_is_not_due_or_too_old_says_nothing(yes_of, talheim):
    yes_of(2, 0, days=5)
    yes_of(2, 0, days=400)
    assert reading.conduct(talheim) == []


def test_desk_reads_it_with_the_employer_and_with_a_report(yes_of, talheim, anna):
    offers = yes_of(5, 1)
    following.report(by=offers[4].profile.user, offer=offers[4], wrong="untrue")
    client = helpers.enter(at_desk())
    client.cookies["django_language"] = "en"
    case = talheim.cases.get()
    for name, args in (("desk:employer", [talheim.public_id]), ("desk:case", [case.pk])):
        page = client.get(reverse(name, args=args)).content.decode()
        assert "Has left 4 of 5 who said yes without a word." in page
        assert "1 person has reported an offer." in page


def test_nobody_else_ever_reads_it(client, yes_of, talheim, rita, anna, colleague, make_offer):
    """Recruiter, colleague, both workers, and everybody: every page where the firm or its offers stand."""
    left = yes_of(5, 1)[4]
    worker = left.profile.user
    following.report(by=worker, offer=left, wrong="untrue")
    open_one = make_offer(talheim, anna.profile, sent_by=rita)
    firm, case = talheim.public_id, talheim.cases.get()
    public = ["/", "/search/", "/notices/", reverse("employers:public", args=[firm])]
    pages = {
        None: public,
        rita: [*public, "/me/", f"/employer/{firm}/", f"/employer/{firm}/offers/", f"/employer/{firm}/offers/{left.public_id}/",
               f"/employer/{firm}/shortlist/", f"/p/{anna.profile.handle}/", f"/p/{anna.profile.handle}/offer/"],
        colleague: [*public, "/me/", f"/employer/{firm}/"],
        worker: [*public, "/me/", "/me/offers/", f"/me/offers/{left.public_id}/", f"/me/cases/{case.pk}/", "/me/cases/"],
        anna: [*public, "/me/", "/me/offers/", f"/me/offers/{open_one.public_id}/"],
    }  # fmt: skip
    for user, paths in pages.items():
        client = helpers.enter(user) if user else client
        client.cookies["django_language"] = "en"
        for path in paths:
            page = client.get(path, follow=True).content.decode()
            assert not LEFT.search(page), f"{user} at {path}: {LEFT.search(page)}"


def test_only_the_desk_asks_for_it():
    """Whoever brings it to another page meets this test first."""
    asked = re.compile(r"at_desk\.conduct|registry\.conduct|facts\.conduct|import conduct")
    root = Path(settings.BASE_DIR)
    files = [*root.glob("network/**/*.py"), *root.glob("references/**/*.py"), *root.glob("templates/**/*.html")]
    found = {str(each.relative_to(root)) for each in files if asked.search(each.read_text())}
    assert found == {"network/contacts/apps.py", "network/desk/facts.py", "templates/desk/employer.html"}

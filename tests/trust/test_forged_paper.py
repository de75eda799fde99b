"""8, 9 and 16: an edited file, a paper of a Sunday, a bought one, a forged print. Harmless: the same papers, untouched or seen."""

import re
from datetime import date

import pytest
from django.db import connection

from network.profiles import actions
from network.profiles.closed_days import easter, is_closed
from network.profiles.models import Qualification
from tests.profiles.conftest import make_kind
from tests.references.helpers import fresh_token
from tests.trust.attacks import Person, read_by_strangers, stands

pytestmark = pytest.mark.django_db
PAPERS, SUNDAY, WEEKDAY = "/me/profile/qualifications/", date(2026, 5, 10), date(2026, 5, 12)
TWICE = "The day of issue was a Sunday or a holiday."


@pytest.fixture
def paper(anna):
    kind = make_kind("ersthelfer", 5, "Ersthelfer")

    def make(issued: date) -> Qualification:
        said = {"issuer": "DRK", "number": "A-17", "issued": issued}
        return actions.add_qualification(by=anna, profile=anna.profile, kind=kind, **said)

    return make


def look(worker: Person, desk: Person, paper: Qualification) -> str:
    """The digits are typed at the desk; what it reads before it confirms."""
    page = worker.browser.post(f"{PAPERS}{paper.pk}/show/").content.decode()
    desk.browser.post("/desk/seen/", {"code": re.search(r'class="code">(\d{3} \d{3})<', page)[1]})
    return desk.page("/desk/seen/paper/")


def confirm(desk: Person, page: str) -> None:
    facts = re.search(r'name="facts" value="(\w+)"', page)[1]
    desk.browser.post("/desk/seen/paper/", {"held": "on", "facts": facts})


def profile_of(worker: Person) -> str:
    return Person("198.51.100.78").page(f"/p/{worker.user.profile.handle}/")


def test_attack_file_is_no_proof(worker, paper):
    """No page takes one: there is nothing to be edited."""
    own = paper(WEEKDAY)
    for address in (PAPERS, f"{PAPERS}{own.pk}/", f"{PAPERS}{own.pk}/change/"):
        assert 'type="file"' not in worker.page(address)


def test_attack_paper_of_a_sunday_is_looked_at_twice(worker, paper, desk):
    page = look(worker, desk, paper(SUNDAY))
    assert TWICE in page
    assert "Mostly that is harmless" in page


def test_twin_course_that_ended_on_a_sunday(worker, paper, desk):
    """Looked at, found right, confirmed."""
    confirm(desk, look(worker, desk, paper(SUNDAY)))
    assert "Original seen by" in profile_of(worker)


def test_twin_paper_of_a_working_day(worker, paper, desk):
    page = look(worker, desk, paper(WEEKDAY))
    assert TWICE not in page
    confirm(desk, page)
    assert "Original seen by" in profile_of(worker)


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (SUNDAY, True),
        (WEEKDAY, False),
        (date(2026, 4, 3), True),  # Good Friday
        (date(2026, 4, 6), True),
        (date(2026, 5, 14), True),  # Ascension
        (date(2026, 5, 25), True),
        (date(2025, 10, 3), True),
        (date(2025, 12, 25), True),
        (date(2026, 6, 4), False),  # Corpus Christi: not in all of Germany
        (date(2026, 3, 1), False),  # a Sunday, but also how "March 2026" is stored
        (date(2026, 5, 1), False),
        (None, False),
    ],
)
def test_days_on_which_nobody_works(day, closed):
    assert is_closed(day) is closed


@pytest.mark.parametrize(("year", "day"), [(1961, (4, 2)), (2000, (4, 23)), (2008, (3, 23)), (2038, (4, 25))])
def test_easter(year, day):
    assert easter(year) == date(year, *day)


def test_attack_bought_paper_says_that_only_the_person_says_it(worker, paper):
    paper(WEEKDAY)
    page = profile_of(worker)
    assert "Self-declared" in page
    assert "Original seen by" not in page


def test_attack_changed_paper_loses_its_mark(worker, paper, desk):
    own = paper(WEEKDAY)
    confirm(desk, look(worker, desk, own))
    said = {"issuer": "DRK", "number": "B-99", "issued_day": "12", "issued_month": "5", "issued_year": "2026"}
    worker.browser.post(f"{PAPERS}{own.pk}/change/", said)
    assert "Original seen by" not in profile_of(worker)


def test_twin_paper_whose_original_was_seen(worker, paper, desk):
    confirm(desk, look(worker, desk, paper(WEEKDAY)))
    assert "Original seen by" in profile_of(worker)


def test_attack_print_with_other_words(worker, boss, station):
    """The page behind the square says the words that were signed."""
    reference = boss.sign(worker.ask(station), text="Kam nachts, als die Anlage ausfiel.")
    assert "If your paper says something else, the paper is wrong." in worker.show(reference)


def test_attack_words_changed_in_the_database(worker, boss, station):
    reference = boss.sign(worker.ask(station), text="War immer da.")
    worker.show(reference)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE references_reference SET payload = %s", [reference.payload.replace("War", "Ist")])
    page = read_by_strangers(reference)
    assert "cannot be relied on" in page
    assert "Ist immer da." not in page


def test_attack_print_of_what_was_withdrawn(worker, boss, station):
    reference = boss.sign(worker.ask(station))
    worker.show(reference)
    boss.browser.post(f"/r/mine/{fresh_token()}/reference/{reference.public_id}/withdraw/", {"reason": ""})
    page = read_by_strangers(reference)
    assert "Withdrawn on" in page
    assert "Sentence" not in page


def test_attack_print_with_an_invented_number(town):
    assert Person("198.51.100.2").browser.get("/v/bbbbbbbbbb/").status_code == 404


def test_twin_real_print(worker, boss, station):
    reference = boss.sign(worker.ask(station))
    assert stands(reference, worker)

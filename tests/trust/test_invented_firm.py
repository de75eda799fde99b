"""5: a firm that does not exist, or is not what it says. Harmless: a young firm, an old one with a new domain, one that learns of us late."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from network.employers.models import Employer
from tests import factories
from tests.references import helpers
from tests.trust.attacks import Person, queue, stands
from tests.trust.directory import directory, registered_on

pytestmark = pytest.mark.django_db
MAILBOX = "chef@brandt-bau.example"
YOUNG, FOUNDED, LATE = "was registered in", "in which the firm says it was founded", "registered here only after"


@pytest.fixture
def domains(settings):
    with directory() as server:
        settings.RDAP_URL = server.url
        yield server


def registered(domains, days_ago: int) -> None:
    domains.answers["/domain/brandt-bau.example"] = registered_on(timezone.localdate() - timedelta(days=days_ago))


def test_attack_firm_that_nobody_checked_is_labelled(worker, boss, anna, fuerth):
    station = factories.make_station(anna.profile, name="Malerei Süß", place=fuerth, start=date(2013, 9, 1))
    reference = boss.sign(worker.ask(station, "chef@malerei.example"))
    assert "The employer was not checked." in worker.show(reference)
    assert reference.level == 3


def test_attack_firm_registered_after_it_was_named(worker, boss, station, brandt, desk):
    token = worker.ask(station)
    Employer.objects.filter(pk=brandt.pk).update(created_at=timezone.now())
    assert LATE in queue(desk, boss.sign(token))


def test_attack_time_before_the_firm_was_founded(worker, boss, station, brandt, desk):
    """The pages ask for another month; who has signed before the firm said since when it exists comes before the desk."""
    token = worker.ask(station)
    page = boss.answer(token)
    Employer.objects.filter(pk=brandt.pk).update(founded_year=2015)
    assert FOUNDED in queue(desk, boss.press(token, page))


def test_attack_new_domain_for_old_times(worker, boss, station, desk, domains):
    """A website and a mailbox bought for it last month, and a word about 2013."""
    registered(domains, days_ago=40)
    page = queue(desk, boss.sign(worker.ask(station, MAILBOX)))
    assert YOUNG in page
    assert "brandt-bau" not in page
    assert domains.asked == ["/domain/brandt-bau.example"]  # and no mailbox


def test_twin_domain_of_an_old_firm(worker, boss, station, desk, domains):
    registered(domains, days_ago=4000)
    reference = boss.sign(worker.ask(station, MAILBOX))
    assert queue(desk, reference) == ""
    assert stands(reference, worker)


def test_twin_young_firm_speaks_of_young_times(worker, boss, anna, talheim, desk, domains):
    """Nobody is even asked."""
    registered(domains, days_ago=40)
    begun = (timezone.localdate() - timedelta(days=90)).replace(day=1)
    station = helpers.make_station(anna, talheim, start=begun, end=None)
    reference = boss.sign(worker.ask(station, MAILBOX))
    assert queue(desk, reference) == ""
    assert domains.asked == []
    assert stands(reference, worker)


def test_twin_directory_that_says_nothing(worker, boss, station, desk, domains):
    reference = boss.sign(worker.ask(station, MAILBOX))
    assert domains.asked
    assert queue(desk, reference) == ""
    assert stands(reference, worker)


def test_twin_firm_that_was_here_before(worker, boss, station, brandt, desk):
    Employer.objects.filter(pk=brandt.pk).update(founded_year=1998)
    reference = boss.sign(worker.ask(station))
    assert queue(desk, reference) == ""
    assert stands(reference, worker)
    assert Person("198.51.100.8").page(f"/v/{reference.public_id}/").count("Checked employer") >= 1

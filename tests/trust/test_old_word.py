"""15: an old word is passed as new. Harmless: one of two years, and an old one that says so."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from network.employers.models import Employer
from references.models import Reference
from tests.trust.attacks import Person, queue, stands

pytestmark = pytest.mark.django_db
AGED = "Older than 3 years"


def signed(worker: Person, boss: Person, station, monkeypatch, days: int) -> Reference:
    """As if signed so long ago: the day is one of the signed words, so it is the clock that is set."""
    at: datetime = timezone.now() - timedelta(days=days)
    token = worker.ask(station, waits=timedelta(days=days, hours=3))
    Employer.objects.update(created_at=at - timedelta(days=90))
    with monkeypatch.context() as clock:
        clock.setattr("references.actions.issuing.timezone.now", lambda: at)
        return boss.sign(token)


def test_attack_old_word_says_how_old_it_is(worker, boss, station, monkeypatch):
    reference = signed(worker, boss, station, monkeypatch, 3 * 365 + 5)
    page = worker.show(reference)
    assert AGED in page
    assert f"{timezone.localdate(reference.issued_at):%Y}" in page
    profile = Person("198.51.100.78").page(f"/p/{worker.user.profile.handle}/")
    assert AGED in profile


def test_attack_day_cannot_be_changed_afterwards(worker, boss, station, monkeypatch):
    """The day is signed: a younger one does not fit."""
    reference = signed(worker, boss, station, monkeypatch, 3 * 365 + 5)
    old, new = reference.issued_at.year, timezone.now().year
    Reference.objects.filter(pk=reference.pk)._change(
        payload=reference.payload.replace(f'"issued_at":"{old}', f'"issued_at":"{new}')
    )
    assert "cannot be relied on" in worker.show(reference)


def test_twin_word_of_two_years(worker, boss, station, monkeypatch, desk):
    reference = signed(worker, boss, station, monkeypatch, 2 * 365)
    assert AGED not in worker.show(reference)
    assert stands(reference, worker)


def test_twin_old_word_still_stands(worker, boss, station, monkeypatch, desk):
    reference = signed(worker, boss, station, monkeypatch, 5 * 365)
    assert stands(reference, worker)
    assert queue(desk, reference) == ""

"""At most 8 queries for a page, whatever it shows (design.md, section 8): the whole page, with every room's part."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from network.contacts.models import Offer
from network.profiles.actions import refresh
from network.samples.models import Photo, WorkSample
from references import actions
from tests import factories
from tests.references import voices
from tests.references.helpers import ask, make_statements, make_station, sign

pytestmark = pytest.mark.django_db
MOST = 8


@pytest.fixture(autouse=True)
def _no_daily_limit(monkeypatch):
    monkeypatch.setattr("references.rules.A_DAY", 99)
    monkeypatch.setattr("references.said.rules.A_DAY", 99)


def queries(client, address: str) -> int:
    client.get(address)  # the first visit of a session is noted
    with CaptureQueriesContext(connection) as counted:
        response = client.get(address)
    assert response.status_code == 200
    return len(counted)


def grow(worker, employer, count: int) -> None:
    """So many stations with a released reference each, samples with two photos, papers."""
    profile = worker.profile
    for number in range(count):
        station = make_station(worker, employer, start=date(1990 + number, 1, 1), end=date(1990 + number, 12, 1))
        said = [statement.code for statement in make_statements()[:3]]
        reference = sign(ask(worker, station, email=f"boss{number}@example.com"), statements=said).reference
        actions.release(by=worker, reference=reference)
        voices.shown(
            voices.at(station), f"kollege{number}@example.com", first=f"{1990 + number}-01", last=f"{1990 + number}-12"
        )
        sample = WorkSample.objects.create(
            profile=profile,
            kind="piece",
            title=f"Piece {number}",
            station=station,
            consent_at=timezone.now(),
            shown=True,
        )
        for stage in ("before", "after"):
            Photo.objects.create(
                sample=sample, stage=stage, alt="x", state="ready", width=640, height=480, widths=[320, 640],
                people="nobody", place="no", firm="own", readable="nothing", agreed_at=timezone.now(),
            )  # fmt: skip
    refresh(profile)


@pytest.mark.parametrize("count", [1, 30])
def test_public_profile_with_everything_on_it(client, anna, brandt, monika, rita, count):
    make_statements()
    grow(anna, brandt, count)
    client.force_login(rita)
    assert queries(client, reverse("profiles:page", args=[anna.profile.handle])) <= MOST


@pytest.mark.parametrize("count", [1, 30])
def test_offers_of_a_worker(client, anna, nuernberg, count):
    for number in range(count):
        employer = factories.make_employer(f"Firm {number}", nuernberg)
        Offer.objects.create(
            employer=employer, profile=anna.profile, title="Work", place=nuernberg, shift="day", pay_min=20, pay_max=22,
            pay_unit="hour", permanent=True, contact_name="A", contact_phone="+491713920055",
            expires_at=timezone.now() + timedelta(days=3),
        )  # fmt: skip
    client.force_login(anna)
    assert queries(client, reverse("contacts:offers")) <= MOST


@pytest.mark.parametrize("count", [1, 30])
def test_references_of_a_worker(client, anna, brandt, monika, count):
    make_statements()
    grow(anna, brandt, count)
    client.force_login(anna)
    assert queries(client, reverse("references:mine")) <= MOST
    assert queries(client, reverse("references:voices")) <= MOST

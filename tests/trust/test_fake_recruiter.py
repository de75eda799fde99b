"""14: a recruiter who collects data. Harmless: a checked firm with an offer, and a neighbour who looks."""

import pytest
from django.core import mail
from django.utils import timezone

from network.contacts.models import Offer
from network.profiles import actions
from tests import factories
from tests.contacts.conftest import POSTED
from tests.trust.attacks import Person

pytestmark = pytest.mark.django_db
OPEN = "Open for offers"


@pytest.fixture
def fake(fuerth, town) -> Person:
    """Registered this morning, checked by nobody."""
    user = factories.make_user("talent@harvest.example")
    factories.make_member(factories.make_employer("Harvest", fuerth, checked=False), user, "H", is_recruiter=True)
    return Person("203.0.113.9", user)


@pytest.fixture
def real(rita, town) -> Person:
    return Person("203.0.113.8", rita)


def page_of(anna) -> str:
    return f"/p/{anna.profile.handle}/"


def test_attack_firm_that_nobody_checked_learns_nothing_more_than_strangers(fake, anna):
    page = fake.page(page_of(anna))
    for words in (OPEN, "Gärtner", anna.email):
        assert words not in page
    actions.choose_visibility(by=anna, profile=anna.profile, visibility="employers")
    assert fake.browser.get(page_of(anna)).status_code == 404


def test_attack_offer_of_an_unchecked_firm(fake, anna):
    assert fake.browser.post(f"{page_of(anna)}offer/", POSTED).status_code in (302, 403, 404)
    fake.browser.post(f"{page_of(anna)}offer/check/", POSTED)
    assert not Offer.objects.exists()


def test_attack_contact_data_wait_for_a_yes(real, anna, nuernberg):
    real.browser.post(f"{page_of(anna)}offer/", POSTED)
    real.browser.post(f"{page_of(anna)}offer/check/", {})
    offer = Offer.objects.get()
    page = real.page(f"/employer/{offer.employer.public_id}/offers/{offer.public_id}/")
    for words in ("Gärtner", anna.email):
        assert words not in page


def test_attack_who_looks_at_many_is_read_by_each(real, worker, anna):
    real.page(page_of(anna))
    assert "Stadtwerke Talheim" in worker.page("/me/profile/looks/")


def test_attack_budget_of_a_firm_ends(real, anna, talheim, elektro, fuerth):
    """20 open offers, then none."""
    for number in range(20):
        user = factories.make_user(f"w{number}@post.example")
        profile = factories.make_profile(user, elektro, fuerth, name=f"W {number}")
        Offer.objects.create(
            employer=talheim, profile=profile, title="X", place=fuerth, shift="day", pay_min=1, pay_max=2, pay_unit="hour",
            permanent=True, contact_name="X", contact_phone="+491713920071", created_at=timezone.now(),
            expires_at=timezone.now() + timezone.timedelta(days=9),
        )  # fmt: skip
    real.browser.post(f"{page_of(anna)}offer/", POSTED)
    real.browser.post(f"{page_of(anna)}offer/check/", {})
    assert Offer.objects.filter(profile=anna.profile).count() == 0


def test_twin_checked_firm_reads_it_and_sends_an_offer(real, worker, anna, nuernberg):
    mail.outbox.clear()
    assert OPEN in real.page(page_of(anna))
    real.browser.post(f"{page_of(anna)}offer/", POSTED)
    real.browser.post(f"{page_of(anna)}offer/check/", {})
    assert Offer.objects.get().profile == anna.profile
    assert [each.to for each in mail.outbox] == [[anna.email]]
    assert "Stadtwerke Talheim" in worker.page("/me/offers/")


def test_twin_neighbour_who_looks_is_noted_nowhere(worker, bernd, anna):
    assert "Anna G." in bernd.page(page_of(anna))
    assert "Bernd" not in worker.page("/me/profile/looks/")

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from network.contacts.facts import Facts
from network.contacts.models import Offer
from tests import factories

POSTED = {
    "title": "Elektronikerin im Kundendienst",
    "place": "90402",
    "shift": "day",
    "pay_min": "22,50",
    "pay_max": "25 €",
    "pay_unit": "hour",
    "permanent": "yes",
    "start_when": "soon",
    "contact_name": "Dirk Albers",
    "contact_phone": "0171 39200 71",
    "text": "Wir suchen jemanden für alte Anlagen.",
}
PHONE = "+491713920088"
SECRETS = (PHONE, "0171 3920088", "01713920088", "Aylin Karaca", "nach 17 Uhr")
YES = {"name": "Aylin Karaca", "phone": "0171/3920088", "call_when": "nach 17 Uhr"}


@pytest.fixture
def facts(nuernberg) -> Facts:
    return Facts(
        "Elektronikerin",
        nuernberg,
        "day",
        Decimal(22),
        Decimal(25),
        "hour",
        True,
        None,
        None,
        "Dirk Albers",
        "+491713920071",
    )


@pytest.fixture
def make_offer(nuernberg):
    """An offer as it stands in the table, in any state and as old as wished."""

    def make(employer, profile, state="open", age=timedelta(0), **fields) -> Offer:
        created = timezone.now() - age
        answered = created if state in ("yes", "no") else None
        base = {
            "title": "Elektronikerin",
            "place": nuernberg,
            "shift": "day",
            "pay_min": 22,
            "pay_max": 25,
            "pay_unit": "hour",
            "permanent": True,
            "contact_name": "Dirk Albers",
            "contact_phone": "+491713920071",
            "created_at": created,
            "expires_at": created + timedelta(days=14),
            "answered_at": answered,
        }
        return Offer.objects.create(employer=employer, profile=profile, state=state, **{**base, **fields})

    return make


@pytest.fixture
def offer(make_offer, talheim, anna, rita) -> Offer:
    return make_offer(talheim, anna.profile, sent_by=rita)


@pytest.fixture
def colleague(talheim):
    """Speaks for the same employer, but does not recruit there."""
    user = factories.make_user("kollege@talheim.example")
    factories.make_member(talheim, user, "Karl Kunz", is_admin=True, is_referee=True)
    return user


@pytest.fixture
def rival(fuerth):
    """Recruits for another checked employer."""
    user = factories.make_user("rival@rivale.example")
    factories.make_member(factories.make_employer("Rivale", fuerth), user, "Rolf Rivale", is_recruiter=True)
    return user

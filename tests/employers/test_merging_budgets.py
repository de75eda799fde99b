"""At most 8 queries for the pages of two firms that become one, with 1 and with 30 of everything."""

import pytest
from django.utils import timezone

from tests import factories
from tests.desk.casework import at_desk
from tests.employers.helpers import become_one, enter
from tests.house.test_budgets import MOST, queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def many(brandt, talheim):
    def make(count: int):
        for number in range(count):
            asking = factories.make_employer(f"Firma {number}", brandt.place)
            asking.merge_asked, asking.merge_words, asking.merge_agreed_at = talheim, "Übernommen.", timezone.now()
            asking.save()
            factories.make_member(asking, name=f"Mensch {number}", is_referee=True)
            become_one(factories.make_employer(f"Früher {number}", brandt.place), talheim, at_desk())
            factories.make_member(brandt, name=f"Leute {number}", is_admin=True)
        brandt.merge_asked, brandt.merge_agreed_at = talheim, timezone.now()
        brandt.save()

    return make


@pytest.mark.parametrize("count", [1, 30])
def test_pages_cost_the_same(many, count, brandt, talheim):
    many(count)
    admin = factories.make_member(talheim, name="Tanja Thal", is_admin=True).user
    firm, desk = enter(admin), enter(at_desk())
    here = f"/employer/{talheim.public_id}/settings/"
    pages = {
        firm: [here, f"{here}merge/", f"{here}merge/{brandt.public_id}/", f"/employer/{talheim.public_id}/"],
        desk: ["/desk/", "/me/", f"/desk/employer/{brandt.public_id}/merge/"],
    }
    for client, addresses in pages.items():
        for address in addresses:
            assert queries(client, address) <= MOST, address
    assert f"Firma {count - 1}" in firm.get(here).content.decode()
    assert f"Leute {count - 1}" in firm.get(f"{here}merge/{brandt.public_id}/").content.decode()

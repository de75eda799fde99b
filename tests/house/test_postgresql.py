"""PostgreSQL gets the numbers that are meant."""

import pytest
from django.db import DataError, connection
from django.db.models import BigIntegerField, Value

from network import postgresql
from network.profiles.models import Profile
from tests import factories

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="other databases bind numbers as they are")


def test_number_that_is_too_large_is_an_error_and_not_another_number(anna):
    assert connection.settings_dict["OPTIONS"]["server_side_binding"]
    with pytest.raises(DataError, match="out of range"):
        Profile.objects.annotate(said=Value(2**40)).values_list("said", flat=True).get()


def test_number_may_be_as_large_as_its_column(anna):
    said = Value(2**62, BigIntegerField())
    assert Profile.objects.annotate(said=said).values_list("said", flat=True).get() == 2**62


@pytest.mark.django_db
@pytest.mark.parametrize("column", ["hours", "radius_km", "vouched_months"])
def test_too_large_a_number_is_not_stored_as_another(column, elektro, fuerth):
    profile = factories.make_profile(None, elektro, fuerth)
    with pytest.raises(DataError, match="out of range"):
        Profile.objects.filter(pk=profile.pk).update(**{column: 65536 + 40})


def test_address_of_the_database_comes_first():
    assert postgresql.options({"server_side_binding": False, "sslmode": "require"}) == {
        **postgresql.OPTIONS,
        "server_side_binding": False,
        "sslmode": "require",
    }

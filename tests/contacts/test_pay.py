from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from network.contacts.pay import PayField, amount, euros


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("22,50", "22.50"),
        ("22.50", "22.50"),
        ("22,5", "22.50"),
        (" 22 ", "22"),
        ("22,-", "22"),
        ("22 €", "22"),
        ("€ 22", "22"),
        ("22 Euro", "22"),
        ("EUR 3200", "3200"),
        ("3.200", "3200"),
        ("3,200", "3200"),
        ("3 200", "3200"),
        ("3'200", "3200"),
        ("3.200,50", "3200.50"),
        ("3,200.50", "3200.50"),
        ("3200,00 €", "3200"),
        ("1.234.567", "1234567"),
    ],
)
def test_amount_as_people_write_it(text, value):
    assert amount(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", "viel", "nach Tarif", "-5", "22-25", "1.2.3", "12.34,56", "1e3", "٢٢", "€", "3.200.50", "1.23,456"],
)
def test_amount_of_nonsense_is_none(text):
    assert amount(text) is None


@given(st.text(max_size=40))
def test_field_never_falls_over(text):
    try:
        found = PayField().clean(text)
    except ValidationError:
        return
    assert isinstance(found, Decimal)
    assert found >= 0


@given(st.decimals(min_value=0, max_value=99_999, places=2))
def test_what_we_write_we_read(value):
    for language in ("de", "en"):
        with translation.override(language):
            assert amount(euros(value)) == value
            assert amount(f"{euros(value)} €") == value


def test_euros_show_cents_only_where_there_are_some():
    with translation.override("de"):
        assert euros(Decimal("3200.00")) == "3.200"
        assert euros(Decimal("22.5")) == "22,50"

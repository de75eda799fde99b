from datetime import date

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from network.ui.fields import MonthField, PhoneField


class Form(forms.Form):
    month = MonthField(required=False)


@pytest.mark.parametrize(
    ("month", "year", "result"),
    [
        ("9", "2013", date(2013, 9, 1)),
        ("9", "13", date(2013, 9, 1)),
        ("9", "85", date(1985, 9, 1)),
        ("", "09/2013", date(2013, 9, 1)),
        ("", "9.2013", date(2013, 9, 1)),
        ("", "", None),
    ],
)
def test_month_sloppy_input_is_understood(month, year, result):
    form = Form({"month_month": month, "month_year": year})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["month"] == result


@pytest.mark.parametrize(
    ("month", "year"), [("9", ""), ("", "2013"), ("13", "2013"), ("9", "abc"), ("9", "3"), ("0", "2013"), ("9", "1066")]
)
def test_month_wrong_input_gets_a_message_and_stays(month, year):
    form = Form({"month_month": month, "month_year": year})
    assert not form.is_valid()
    assert f'value="{year}"' in str(form) or not year


@given(st.text(max_size=12), st.text(max_size=12))
def test_month_never_breaks(month, year):
    form = Form({"month_month": month, "month_year": year})
    if form.is_valid() and form.cleaned_data["month"]:
        assert form.cleaned_data["month"].day == 1


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("0171 / 39 200 55", "+491713920055"),
        ("0049 171 3920055", "+491713920055"),
        ("+43 1 5051234", "+4315051234"),
        ("(0911) 12 34-56", "+49911123456"),
    ],
)
def test_phone_is_stored_as_e164(typed, stored):
    assert PhoneField().clean(typed) == stored


@pytest.mark.parametrize("typed", ["12", "abc", "0171", "<script>", "+49" + "1" * 30])
def test_phone_wrong_gets_a_message(typed):
    with pytest.raises(forms.ValidationError):
        PhoneField().clean(typed)


@given(st.text(max_size=50))
def test_phone_never_breaks(typed):
    try:
        stored = PhoneField(required=False).clean(typed)
    except forms.ValidationError:
        return
    assert stored == "" or stored.startswith("+")

"""Days as people type them."""

from datetime import date

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from network.ui.days import DayField


class AskForm(forms.Form):
    first = DayField(required=False)
    last = DayField(required=False, to_last=True)


def ask(name: str, day: str, month: str, year: str) -> AskForm:
    return AskForm({f"{name}_day": day, f"{name}_month": month, f"{name}_year": year})


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        (("12", "3", "2027"), date(2027, 3, 12), date(2027, 3, 12)),
        (("12.", "03", "27"), date(2027, 3, 12), date(2027, 3, 12)),
        (("", "2", "2028"), date(2028, 2, 1), date(2028, 2, 29)),
        (("12.3.2027", "", ""), date(2027, 3, 12), date(2027, 3, 12)),
        (("12/3/27", "", ""), date(2027, 3, 12), date(2027, 3, 12)),
        (("", "", "03/2027"), date(2027, 3, 1), date(2027, 3, 31)),
        (("", "", ""), None, None),
    ],
)
def test_day_is_read_as_it_is_written(typed, first, last) -> None:
    for name, wanted in (("first", first), ("last", last)):
        form = ask(name, *typed)
        assert form.is_valid(), form.errors
        assert form.cleaned_data[name] == wanted


@pytest.mark.parametrize(
    "typed",
    [
        ("31", "2", "2027"),
        ("0", "2", "2027"),
        ("٣", "2", "2027"),
        ("x", "2", "2027"),
        ("12", "", ""),
        ("12", "13", "2027"),
    ],
)
def test_day_that_is_none_is_refused(typed) -> None:
    assert list(ask("first", *typed).errors) == ["first"]


@given(st.dates(date(1950, 1, 1), date(2045, 1, 1)), st.sampled_from(["first", "last"]))
def test_day_that_is_shown_is_read_again(day, name) -> None:
    bound = AskForm(initial={name: day})[name]
    shown = bound.field.widget.decompress(day)
    form = ask(name, *("" if part is None else str(part) for part in shown))
    assert form.is_valid()
    assert form.cleaned_data[name] == day

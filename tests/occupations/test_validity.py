from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.occupations import vocabulary
from network.occupations.models import QualificationKind
from network.occupations.validity import after_months, duties, valid_until


def _kind(rule: str, amount: int | None = None) -> QualificationKind:
    return QualificationKind(slug="x", rule=rule, amount=amount)


@pytest.mark.parametrize(
    ("rule", "amount", "issued", "until"),
    [
        ("years", 5, date(2021, 3, 1), date(2026, 3, 1)),
        ("years", 5, date(2024, 2, 29), date(2029, 2, 28)),
        ("years", 4, date(2024, 2, 29), date(2028, 2, 29)),
        ("months", 6, date(2025, 8, 31), date(2026, 2, 28)),
        ("months", 6, date(2025, 12, 15), date(2026, 6, 15)),
        ("months", 12, date(2025, 12, 31), date(2026, 12, 31)),
        ("none", None, date(2020, 1, 1), None),
        ("yearly-duty", None, date(2020, 1, 1), None),
        ("years", 5, None, None),
        ("years", 5, date(9998, 1, 1), date.max),
    ],
)
def test_valid_until_is(rule, amount, issued, until):
    assert valid_until(_kind(rule, amount), issued) == until


@given(st.dates(max_value=date(9900, 1, 1)), st.integers(min_value=1, max_value=15))
def test_valid_until_keeps_the_day_or_the_end_of_the_month(issued, years):
    until = valid_until(_kind("years", years), issued)
    assert (until.year, until.month) == (issued.year + years, issued.month)
    assert until.day == issued.day or (issued.month, issued.day, until.day) == (2, 29, 28)


@given(st.dates(max_value=date(9900, 1, 1)), st.integers(min_value=1, max_value=15))
def test_valid_until_years_are_12_months(issued, years):
    assert valid_until(_kind("years", years), issued) == valid_until(_kind("months", years * 12), issued)


@given(st.dates(max_value=date(9900, 1, 1)), st.dates(max_value=date(9900, 1, 1)), st.integers(1, 60))
def test_valid_until_never_turns_order_round(one, other, months):
    kind = _kind("months", months)
    if one <= other:
        assert valid_until(kind, one) <= valid_until(kind, other)


@pytest.mark.parametrize(
    ("months", "issued", "due"),
    [
        (12, date(2024, 5, 3), [date(2027, 5, 3), date(2028, 5, 3)]),
        (12, date(2026, 11, 26), [date(2027, 11, 26)]),
        (12, date(2025, 11, 26), [date(2026, 11, 26), date(2027, 11, 26)]),  # today is a day on which it can be done
        (12, date(2024, 2, 29), [date(2027, 2, 28), date(2028, 2, 29)]),
        (24, date(2025, 1, 1), [date(2027, 1, 1)]),
        (6, date(2026, 8, 31), [date(2027, 2, 28), date(2027, 8, 31), date(2028, 2, 29), date(2028, 8, 31)]),
        (12, date(2030, 1, 1), []),
        (12, None, []),
        (None, date(2024, 5, 3), []),
    ],
)
def test_duties_return_until(months, issued, due):
    assert list(duties(months, issued, date(2026, 11, 26), date(2028, 11, 25))) == due


@given(st.integers(1, 48), st.dates(), st.dates(), st.integers(0, 4000))
def test_duties_are_in_the_span_and_in_their_rhythm(months, issued, first, days):
    last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
    found = list(duties(months, issued, first, last))
    every = [after_months(issued, turn * months) for turn in range(1, (last.year - issued.year + 2) * 12 // months + 2)]
    assert found == sorted({day for day in every if first <= day <= last})


LISTS = [
    vocabulary.SHIFTS,
    vocabulary.LICENCES,
    vocabulary.LANGUAGE_LEVELS,
    vocabulary.LANGUAGES,
    vocabulary.ASPECTS,
]


@pytest.mark.parametrize("entries", LISTS)
def test_vocabulary_has_unique_slugs_and_both_languages(entries):
    assert len({entry.slug for entry in entries}) == len({entry.bit for entry in entries}) == len(entries)
    assert all(set(entry.names) == {"de", "en"} and entry.bit < 63 for entry in entries)


def test_shift_bits_never_move():
    """Stored in every profile. Add lines at the end; never change one."""
    assert [entry.slug for entry in vocabulary.SHIFTS] == [
        "day", "early", "late", "night", "permanent-night", "between", "split", "two-shift", "three-shift", "continuous",
        "weekend-alternate", "weekend-free", "on-call", "standby", "flexible", "part-time", "mini-job", "montage-week",
        "montage-far", "floating",
    ]  # fmt: skip
    assert [entry.bit for entry in vocabulary.SHIFTS] == list(range(20))


def test_no_language_level_asks_for_a_mother_tongue():
    """A needed level is fine, a mother tongue is not (§ 1 AGG)."""
    assert [entry.slug for entry in vocabulary.LANGUAGE_LEVELS] == ["a1", "a2", "b1", "b2", "c1", "c2"]
    assert not any("mutter" in entry.names["de"].lower() for entry in vocabulary.LANGUAGE_LEVELS)


def test_entry_speaks_the_readers_language(settings):
    from django.utils import translation

    night = vocabulary.by_slug(vocabulary.SHIFTS, "night")
    with translation.override("de"):
        assert str(night) == night.name == "Nachtdienst"
    with translation.override("en"):
        assert night.name == "Night shift"
    with translation.override("pl"):
        assert night.name == "Nachtdienst"


@given(st.sets(st.sampled_from([entry.slug for entry in vocabulary.SHIFTS])))
def test_bits_and_slugs_are_two_ways_to_say_the_same(slugs):
    assert set(vocabulary.slugs_of(vocabulary.bits_of(slugs))) == slugs


def test_bits_of_unknown_slug_is_refused():
    with pytest.raises(KeyError):
        vocabulary.bits_of(["afternoon"])


def test_by_slug_unknown_is_none():
    assert vocabulary.by_slug(vocabulary.LICENCES, "z") is None

"""The week as bits, as a table and as words."""

from collections.abc import Iterator

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from network.profiles import week


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with override("en"):
        yield


bits = st.integers(0, week.ALL)


@given(bits)
def test_places_give_the_same_week_back(stored: int) -> None:
    assert week.bits_of(week.places_of(stored)) == stored


@given(st.integers(0, 2**63 - 1))
def test_bits_that_no_week_has_are_left_out(stored: int) -> None:
    assert week.bits_of(week.places_of(stored)) == stored & week.ALL


@pytest.mark.parametrize("place", [-1, 21, 99])
def test_place_outside_the_week_is_refused(place: int) -> None:
    with pytest.raises(ValueError, match=str(place)):
        week.bits_of([0, place])


@given(bits)
def test_table_shows_exactly_what_is_stored(stored: int) -> None:
    cells = [cell for row in week.rows(stored) for cell in row.cells]
    assert [cell.bit for cell in cells] == list(range(21))
    assert [cell.bit for cell in cells if cell.on] == week.places_of(stored)


@given(bits)
def test_words_name_every_day_that_is_ticked_and_no_other(stored: int) -> None:
    """Taken apart again, the sentences are the table."""
    if stored == week.ALL:
        assert week.sentences(stored) == ["At any time"]
        return
    names, parts = [str(day) for day in week.DAYS], [str(part).lower() for part in week.PARTS]
    said = 0
    for sentence in week.sentences(stored):
        days, _colon, words = sentence.partition(": ")
        ends = [names.index(name) for name in days.replace(" to ", " and ").split(" and ")]
        said |= week.block(range(ends[0], ends[-1] + 1), *(parts.index(word) for word in words.split(", ")))
    assert said == stored


@pytest.mark.parametrize(
    ("stored", "words"),
    [
        (0, []),
        (week.block(week.WEEKDAYS, week.EARLY), ["Monday to Friday: early"]),
        (week.block(week.WEEKEND, week.EARLY, week.LATE), ["Saturday and Sunday: early, late"]),
        (week.block((0, 2), week.NIGHT), ["Monday: night", "Wednesday: night"]),
        (week.ALL, ["At any time"]),
    ],
)
def test_week_in_words(stored: int, words: list[str]) -> None:
    assert week.sentences(stored) == words

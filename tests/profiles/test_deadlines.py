"""What has to be renewed, and when."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from network.profiles import actions, deadlines
from network.profiles.querysets_papers import Paper
from tests.profiles.conftest import make_kind

TODAY = date(2026, 11, 26)
EMPTY = dict.fromkeys(Paper._fields)


def paper(name: str = "Schein", pk: int = 1, **values: object) -> Paper:
    return Paper(**{**EMPTY, "pk": pk, "names": {"de": name, "en": name}, "rule": "none", **values})


@pytest.mark.parametrize(
    ("values", "group"),
    [
        ({"rule": "years", "valid_until": date(2026, 11, 25)}, "ran_out"),
        ({"rule": "years", "valid_until": date(2026, 11, 26)}, "soon"),
        ({"rule": "years", "valid_until": date(2027, 2, 24)}, "soon"),
        ({"rule": "years", "valid_until": date(2027, 2, 25)}, "later"),
        ({"rule": "years"}, "unknown"),
        ({"rule": "yearly-duty", "duty_months": 12}, "unknown"),
        ({"rule": "yearly-duty", "duty_months": 12, "issued": date(2020, 1, 1)}, "duties"),
        ({"valid_until": date(2027, 1, 1)}, "soon"),
    ],
)
def test_paper_stands_in_its_group(values, group) -> None:
    found = deadlines.deadlines([paper(**values)], TODAY)
    filled = {name for name in ("ran_out", "soon", "later", "duties", "unknown") if getattr(found, name)}
    assert filled == {group}


def test_paper_without_end_has_no_deadline() -> None:
    assert not deadlines.deadlines([paper()], TODAY)


def test_duty_returns_until_the_paper_ends() -> None:
    welder = paper(rule="years", duty_months=6, issued=date(2025, 1, 10), valid_until=date(2028, 1, 10))
    found = deadlines.for_calendar([welder], TODAY)
    assert [(each.on, each.duty) for each in found] == [
        (date(2027, 1, 10), True),
        (date(2027, 7, 10), True),
        (date(2028, 1, 10), False),
    ]


def test_expired_paper_has_no_duties_left() -> None:
    welder = paper(rule="years", duty_months=6, issued=date(2020, 1, 10), valid_until=date(2023, 1, 10))
    assert [each.duty for each in deadlines.for_calendar([welder], TODAY)] == [False]


@given(
    st.lists(
        st.builds(
            paper,
            st.text(min_size=1, max_size=9),
            st.integers(1, 99),
            rule=st.sampled_from(["none", "years", "yearly-duty"]),
            duty_months=st.sampled_from([None, 6, 12, 24]),
            issued=st.none() | st.dates(date(1980, 1, 1), TODAY),
            valid_until=st.none() | st.dates(date(1990, 1, 1), date(2060, 1, 1)),
        ),
        max_size=9,
    )
)
def test_every_end_stands_in_one_group_and_in_order(papers) -> None:
    found = deadlines.deadlines(papers, TODAY)
    ends = [*found.ran_out, *found.soon, *found.later]
    assert sorted(each.on for each in ends) == sorted(each.valid_until for each in papers if each.valid_until)
    assert [each.on for each in ends] == sorted(each.on for each in ends)
    assert all(TODAY <= each.on < each.on + timedelta(1) for each in found.duties)


def test_page_lists_what_comes(worker, anna, english) -> None:
    today = timezone.localdate()
    first = make_kind("first", 1, "Erste Hilfe", rule="years", amount=2)
    weld = make_kind("weld", 2, "Schweißschein", rule="years", amount=3, duty_months=6)
    lift = make_kind("lift", 3, "Bühne", rule="yearly-duty", duty_months=12)
    old = make_kind("old", 4, "ADR", rule="years", amount=5)
    for kind, days in ((first, 700), (weld, 10), (old, 4000)):
        actions.add_qualification(by=anna, profile=anna.profile, kind=kind, issued=today - timedelta(days=days))
    actions.add_qualification(by=anna, profile=anna.profile, kind=lift)
    text = worker.get("/me/profile/deadlines/").content.decode()
    places = [text.index(words) for words in ("Ran out", "In the next 90 days", "Later", "Returns again", "The day is")]
    assert places == sorted(places)
    assert "every 6 months" in text


def test_empty_page_says_so(worker, english) -> None:
    assert "Nothing runs out" in worker.get("/me/profile/deadlines/").content.decode()

"""Steps inside one station: pages, limits, what the public page says."""

import re
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from network.profiles import actions
from network.profiles.models import Station
from network.profiles.roles import BY_SLUG, ROLES
from network.profiles.steps import MOST_STEPS, Step, steps_of, stretches
from tests import factories

LEAD = Step("lead-hand", "", date(2015, 4, 1))
NEUTRAL = re.compile(r"/|kraft|leitung|Einarbeitung|Praxisanleitung|Ausbildung|person|Disposition", re.IGNORECASE)


def answers(**changes: str) -> dict[str, str]:
    return {"role": "lead-hand", "title": "", "start_month": "4", "start_year": "2015", **changes}


@pytest.fixture
def station(anna) -> Station:
    return factories.make_station(anna.profile, start=date(2004, 8, 1), end=date(2020, 6, 1))


@pytest.fixture
def address(station) -> str:
    return f"/me/profile/stations/{station.pk}/steps/"


def stored(station: Station) -> list[Step]:
    station.refresh_from_db()
    return steps_of(station)


def test_step_is_added_listed_changed_and_removed(worker, station, address) -> None:
    assert worker.post(address, answers()).url == address
    assert stored(station) == [LEAD]
    assert f"{address}{LEAD.key}/" in worker.get(address).content.decode()
    own = f"{address}{LEAD.key}/"
    assert worker.get(own).context["form"].initial["role"] == "lead-hand"
    assert worker.post(own, answers(title="Obermonteurin", start_month="")).url == address
    (changed,) = stored(station)
    assert (changed.name, changed.start, changed.about) == ("Obermonteurin", date(2015, 7, 1), True)
    removing = f"{address}{changed.key}/remove/"
    assert "Obermonteurin" in worker.get(removing).content.decode()
    assert stored(station) == [changed]
    assert worker.post(removing).url == address
    assert stored(station) == []


def test_second_click_makes_no_second_step(worker, station, address) -> None:
    for _click in range(2):
        assert worker.post(address, answers()).url == address
    assert stored(station) == [LEAD]


def test_second_click_on_removing_leads_back(worker, address) -> None:
    worker.post(address, answers())
    for _click in range(2):
        assert worker.post(f"{address}{LEAD.key}/remove/").url == address


def test_step_changed_in_another_tab_leads_back(worker, station, address) -> None:
    worker.post(address, answers())
    worker.post(f"{address}{LEAD.key}/", answers(role="master"))
    assert worker.post(f"{address}{LEAD.key}/", answers(role="head")).url == address
    assert [step.role for step in stored(station)] == ["master"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"role": ""}, "role"),
        ({"role": "emperor"}, "role"),
        ({"role": "", "title": "x" * 61}, "title"),
        ({"title": "\u202e\u200b!"}, "title"),
        ({"title": "www.boss.example"}, "title"),
        ({"start_month": "", "start_year": ""}, "start"),
        ({"start_month": "7", "start_year": "2004"}, "start"),
        ({"start_month": "7", "start_year": "2020"}, "start"),
        ({"start_month": "", "start_year": "2003"}, "start"),
        ({"start_month": "", "start_year": "2021"}, "start"),
    ],
)
def test_bad_answer_is_named_and_stores_nothing(worker, station, address, changes, field: str) -> None:
    page = worker.post(address, answers(**changes))
    assert list(page.context["form"].errors) == [field]
    assert stored(station) == []


@pytest.mark.parametrize("changes", [{"start_year": "2004"}, {"start_year": "2020"}])
def test_year_alone_lies_within_when_the_station_touches_it(worker, station, address, changes) -> None:
    assert worker.post(address, answers(start_month="", **changes)).status_code == 302
    assert len(stored(station)) == 1


def test_own_words_lose_what_nobody_sees(worker, station, address) -> None:
    worker.post(address, answers(role="", title="  Ober\u202e\u200bmonteurin\x07 "))
    assert [step.title for step in stored(station)] == ["Obermonteurin"]


def test_full_station_says_so_and_keeps_what_was_typed(worker, anna, station, address) -> None:
    for year in range(MOST_STEPS):
        actions.add_step(by=anna, station=station, step=Step("head", "", date(2005 + year, 1, 1)))
    assert str(MOST_STEPS) in worker.get(address).content.decode()
    assert "<select" not in worker.get(address).content.decode()
    page = worker.post(address, answers(title="Obermonteurin"))
    assert list(page.context["form"].errors) == ["__all__"]
    assert 'value="Obermonteurin"' in page.content.decode()
    assert len(stored(station)) == MOST_STEPS


def test_months_that_leave_a_step_outside_are_named_at_the_field(worker, anna, station) -> None:
    actions.add_step(by=anna, station=station, step=LEAD)
    own = f"/me/profile/stations/{station.pk}/"
    typed = {"employer": "Elektro Alt", "occupation": "Elektroniker/in Energie- und Gebäudetechnik"}
    months = {"start_month": "8", "start_year": "2004", "end_month": "6", "end_year": "2020"}
    for changes, field in (({"start_year": "2016"}, "start"), ({"end_year": "2014"}, "end")):
        page = worker.post(own, {**typed, **months, **changes})
        assert list(page.context["form"].errors) == [field]
        assert LEAD.name in str(page.context["form"].errors[field])
    assert stored(station) == [LEAD]
    assert (station.start, station.end) == (date(2004, 8, 1), date(2020, 6, 1))


def test_step_and_months_changed_at_once_are_refused_by_the_action(anna, station) -> None:
    stale = Station.objects.get(pk=station.pk)
    actions.add_step(by=anna, station=station, step=LEAD)
    data = {"employer": "Elektro Alt", "place": None, "occupation": anna.profile.occupation}
    with pytest.raises(ValidationError):
        actions.change_station(by=anna, station=stale, start=date(2016, 1, 1), end=None, **data)
    actions.change_station(by=anna, station=stale, start=date(2005, 1, 1), end=None, **data)
    assert stored(station) == [LEAD]


def test_time_for_the_family_has_no_steps(worker, anna) -> None:
    time = factories.make_station(anna.profile, kind="family")
    assert worker.get(f"/me/profile/stations/{time.pk}/steps/").status_code == 404
    with pytest.raises(PermissionDenied):
        actions.add_step(by=anna, station=time, step=LEAD)


def test_stranger_finds_no_steps(client, anna, fremder, station, address) -> None:
    actions.add_step(by=anna, station=station, step=LEAD)
    actions.start(by=fremder)
    client.force_login(fremder)
    for path in ("", f"{LEAD.key}/", f"{LEAD.key}/remove/"):
        assert client.get(address + path).status_code == 404
        assert client.post(address + path, answers()).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.add_step(by=fremder, station=station, step=LEAD)
    assert stored(station) == [LEAD]


def test_page_shows_steps_newest_first_each_until_the_next(client, anna, station, settings) -> None:
    settings.LANGUAGE_CODE = "en"
    for step in (LEAD, Step("journeyman", "", date(2004, 8, 1)), Step("master", "", date(2018, 7, 1), about=True)):
        actions.add_step(by=anna, station=station, step=step)
    html = client.get(f"/p/{anna.profile.handle}/").content.decode().replace("\N{NO-BREAK SPACE}", " ")
    shown = re.findall(r"<li><b><bdi>(.*?)</bdi></b><span class=\"soft\">(.*?)</span></li>", html)
    assert shown == [
        ("Master craftsperson", "about 2018 to June 2020"),
        ("Lead hand", "April 2015 to about 2018"),
        ("Journeyworker", "August 2004 to March 2015"),
    ]
    assert html.count("says the steps within") == 1


def test_newest_step_of_who_is_still_there_says_since(client, anna, settings) -> None:
    settings.LANGUAGE_CODE = "en"
    station = factories.make_station(anna.profile, start=date(2004, 8, 1))
    actions.add_step(by=anna, station=station, step=LEAD)
    assert "since April\N{NO-BREAK SPACE}2015" in client.get(f"/p/{anna.profile.handle}/").content.decode()


@pytest.mark.parametrize("rows", [1, 30])
def test_page_of_steps_costs_the_same_with_many_stations(worker, anna, count_reads, station, address, rows) -> None:
    for year in range(rows):
        factories.make_station(anna.profile, name=f"Firma {year}", start=date(1990 + year, 1, 1))
        if year < MOST_STEPS:
            actions.add_step(by=anna, station=station, step=Step("head", "", date(2005 + year, 1, 1)))
    assert count_reads(address) == 4


def test_names_of_roles_are_neutral_and_said_in_both_languages() -> None:
    assert [role.slug for role in ROLES if not NEUTRAL.search(role.names["de"])] == []
    with override("en"):
        assert BY_SLUG["master"].name == "Master craftsperson"
    with override("de"):
        assert BY_SLUG["master"].name == "Meister/in"
    assert len(BY_SLUG) == len(ROLES)


steps = st.builds(
    Step,
    st.sampled_from([role.slug for role in ROLES]),
    st.sampled_from(["", "Obermonteurin"]),
    st.dates(date(1990, 1, 1), date(2026, 1, 1)).map(lambda day: day.replace(day=1)),
    st.booleans(),
)


@given(st.lists(steps, max_size=MOST_STEPS))
def test_steps_survive_storing_and_follow_each_other_without_a_hole(said: list[Step]) -> None:
    station = Station(steps=[step.as_json() for step in sorted(said, key=lambda step: step.start)])
    known = steps_of(station)
    assert sorted(known) == sorted(said)
    found = stretches(known)
    assert [each.step.start for each in found] == sorted((step.start for step in said), reverse=True)
    for each in found:
        later = sorted({step.start for step in said if step.start > each.step.start})
        if later:
            assert each.last is not None
            assert (each.last.year * 12 + each.last.month) + 1 == later[0].year * 12 + later[0].month
        else:
            assert each.last is None

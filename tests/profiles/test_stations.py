"""Stations: what is asked, what is refused, what stays confirmed."""

from datetime import date

import pytest
from django.utils import timezone

from network.employers import lookup
from network.profiles import actions
from network.profiles.models import Station
from tests import factories

LIST = "/me/profile/stations/"
NEW = "/me/profile/stations/new/"


def answers(**changes: str) -> dict[str, str]:
    return {
        "employer": "Elektro Alt",
        "place": "",
        "occupation": "Elektroniker/in Energie- und Gebäudetechnik",
        "start_month": "9",
        "start_year": "2013",
        "end_month": "6",
        "end_year": "2020",
        **changes,
    }


def errors(response) -> list[str]:
    assert response.status_code == 200
    assert not Station.objects.exists()
    return list(response.context["form"].errors)


def test_free_name_is_taken_as_it_is(worker) -> None:
    assert worker.post(NEW, answers()).url == LIST
    station = Station.objects.get()
    assert (station.employer, station.employer_name) == (None, "Elektro Alt")
    assert (station.start, station.end, station.place) == (date(2013, 9, 1), date(2020, 6, 1), None)


def test_own_occupation_stands_there_already(worker) -> None:
    assert "Elektroniker/in Energie- und Gebäudetechnik" in worker.get(NEW).content.decode()


def test_name_of_a_registered_firm_asks_whether_it_is_this_one(worker, brandt) -> None:
    page = worker.post(NEW, answers(employer="elektro brandt"))
    assert errors(page) == ["employer"]
    shown = page.content.decode()
    assert f'value="{brandt.public_id}"' in shown
    assert "Elektro Brandt, Fürth" in shown


def test_yes_this_one_links_the_firm(worker, brandt) -> None:
    worker.post(NEW, answers(employer="Elektro Brandt", **{"employer-choice": brandt.public_id}))
    assert Station.objects.get().employer == brandt
    assert Station.objects.get().place == brandt.place


def test_another_firm_of_the_same_name_stays_a_name(worker, brandt) -> None:
    worker.post(NEW, answers(employer="Elektro Brandt", **{"employer-choice": "other"}))
    assert Station.objects.get().employer is None
    assert Station.objects.get().employer_name == "Elektro Brandt"


def test_name_with_town_is_sure(worker, brandt) -> None:
    worker.post(NEW, answers(employer=lookup.label(brandt)))
    assert Station.objects.get().employer == brandt


def test_similar_firms_are_not_offered_for_a_station(worker, brandt) -> None:
    worker.post(NEW, answers(employer="Elektro"))
    assert Station.objects.get().employer_name == "Elektro"


def test_still_there_needs_no_end(worker) -> None:
    worker.post(NEW, answers(end_month="", end_year="", still="on"))
    assert Station.objects.get().end is None


def test_still_there_beats_a_month_left_over(worker) -> None:
    worker.post(NEW, answers(end_month="13", end_year="x", still="on"))
    assert Station.objects.get().end is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"employer": ""}, "employer"),
        ({"employer": "x" * 121}, "employer"),
        ({"place": "00000"}, "place"),
        ({"occupation": ""}, "occupation"),
        ({"start_month": "", "start_year": ""}, "start"),
        ({"start_year": "20133"}, "start"),
        ({"end_month": "", "end_year": ""}, "end"),
        ({"end_month": "8", "end_year": "2013"}, "end"),
        ({"start_year": "2199", "end_year": "2199"}, "start"),
        ({"end_year": "2199"}, "end"),
        ({"start_year": "1950"}, "start"),
    ],
)
def test_bad_answer_is_named_and_stores_nothing(worker, changes, field: str) -> None:
    assert errors(worker.post(NEW, answers(**changes))) == [field]


def test_first_month_before_the_firm_began_is_named(worker, brandt) -> None:
    brandt.founded_year = 2014
    brandt.save()
    page = worker.post(NEW, answers(employer=lookup.label(brandt)))
    assert errors(page) == ["start"]
    assert "2014" in str(page.context["form"].errors["start"])


def test_this_month_counts_as_begun(worker) -> None:
    today = timezone.localdate()
    worker.post(NEW, answers(start_month=str(today.month), start_year=str(today.year), still="on"))
    assert Station.objects.get().start == today.replace(day=1)


def test_too_many_stations_says_so(worker, monkeypatch) -> None:
    monkeypatch.setattr("network.profiles.rules.MOST_STATIONS", 0)
    assert errors(worker.post(NEW, answers())) == ["__all__"]


def test_list_leads_on(worker, anna) -> None:
    assert worker.get(LIST).url == NEW
    factories.make_station(anna.profile, name="Elektro Alt")
    page = worker.get(LIST)
    assert "Elektro Alt" in page.content.decode()
    assert page.context["following"] == "/me/profile/"


def test_station_can_be_changed(worker, anna) -> None:
    station = factories.make_station(anna.profile, name="Elektro Alt", end=date(2020, 6, 1))
    page = worker.get(f"{LIST}{station.pk}/")
    assert 'value="Elektro Alt"' in page.content.decode()
    worker.post(f"{LIST}{station.pk}/", answers(employer="Elektro Neu", place="90762", end_year="2021"))
    station.refresh_from_db()
    assert (station.employer_name, station.end) == ("Elektro Neu", date(2021, 6, 1))
    assert station.place.postcode == "90762"


def confirmed(anna, brandt) -> Station:
    station = factories.make_station(anna.profile, brandt, start=date(2013, 9, 1), end=date(2020, 6, 1))
    months = {"first": station.start, "last": station.end}
    actions.confirm_station(station=station, source="reference:a", level=4, on=date(2025, 3, 14), **months)
    return station


def test_confirmed_station_asks_for_the_months_alone_and_says_why(worker, anna, brandt) -> None:
    station = confirmed(anna, brandt)
    page = worker.get(f"{LIST}{station.pk}/")
    assert list(page.context["form"].fields) == ["start", "still", "end"]
    assert page.context["fixed"]
    forged = answers(employer="Siemens", occupation="Zauberer", start_year="2012")
    assert worker.post(f"{LIST}{station.pk}/", forged).url == LIST
    station.refresh_from_db()
    assert (station.employer, station.employer_name, station.start) == (brandt, "Elektro Brandt", date(2012, 9, 1))
    anna.profile.refresh_from_db()
    assert (anna.profile.vouched_months, anna.profile.declared_months) == (82, 12)


def test_remove_asks_first_and_warns_of_what_is_lost(worker, anna, brandt) -> None:
    station = confirmed(anna, brandt)
    with_loss = worker.get(f"{LIST}{station.pk}/remove/").context["text"]
    assert Station.objects.count() == 1
    assert worker.post(f"{LIST}{station.pk}/remove/").status_code == 302
    assert not Station.objects.exists()
    plain = factories.make_station(anna.profile, brandt)
    assert worker.get(f"{LIST}{plain.pk}/remove/").context["text"] != with_loss


@pytest.mark.parametrize("rows", [1, 30])
def test_list_costs_the_same_with_many_rows(worker, anna, count_reads, rows: int) -> None:
    for year in range(rows):
        factories.make_station(anna.profile, name=f"Firma {year}", start=date(1990 + year, 1, 1))
    assert count_reads(LIST) == 4

"""Stations that are no jobs: what each kind is asked, what it stores, what it shows."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from network.employers import lookup
from network.profiles import actions, kinds, presenters
from network.profiles.models import Profile, Station
from tests import factories
from tests.profiles.test_stations import LIST, NEW, answers

MONTHS = {"start_month": "3", "start_year": "2016", "end_month": "8", "end_year": "2018"}


def test_address_for_new_stations_asks_for_a_job_and_names_the_way_to_others(worker) -> None:
    page = worker.get(NEW)
    assert page.context["form"].kind == "job"
    assert f'href="{NEW}kind/"' in page.content.decode()
    others = worker.get(f"{NEW}kind/").content.decode()
    assert [kind for kind in kinds.ADDED if f'href="{NEW}{kind}/"' in others] == list(kinds.ADDED)


@pytest.mark.parametrize("kind", ["training", "retraining"])
def test_learning_can_name_a_registered_firm(worker, brandt, kind: str) -> None:
    assert worker.post(f"{NEW}{kind}/", answers(employer=lookup.label(brandt))).url == LIST
    station = Station.objects.get()
    assert (station.kind, station.employer) == (kind, brandt)


def test_self_employed_may_leave_the_name_out(worker) -> None:
    worker.post(f"{NEW}self/", answers(employer=""))
    station = Station.objects.get()
    assert (station.kind, station.employer, station.employer_name) == ("self", None, kinds.UNNAMED)
    with override("en"):
        assert presenters.firm_of(station) == "Self-employed"
    page = worker.get(f"{LIST}{station.pk}/")
    assert page.context["form"]["employer"].value() == ""


def test_self_employed_name_stays_a_name_also_where_a_firm_is_called_so(worker, brandt) -> None:
    worker.post(f"{NEW}self/", answers(employer=lookup.label(brandt)))
    station = Station.objects.get()
    assert (station.employer, station.employer_name) == (None, lookup.label(brandt))


def test_family_time_asks_for_the_months_alone(worker) -> None:
    page = worker.get(f"{NEW}family/")
    assert list(page.context["form"].fields) == ["start", "still", "end"]
    worker.post(f"{NEW}family/", answers(employer="Klinik", place="90762"))
    station = Station.objects.get()
    assert (station.kind, station.employer_name, station.place, station.occupation) == ("family", "", None, None)


def test_unknown_kind_is_not_found(worker, anna) -> None:
    station = factories.make_station(anna.profile)
    assert worker.get(f"{NEW}prison/").status_code == 404
    assert worker.get(f"{LIST}{station.pk}/kind/prison/").status_code == 404


def test_kind_can_be_changed_and_asks_in_its_own_words_first(worker, anna) -> None:
    station = factories.make_station(anna.profile, name="Elektro Alt", end=date(2020, 6, 1))
    assert f'href="{LIST}{station.pk}/kind/training/"' in worker.get(f"{LIST}{station.pk}/kind/").content.decode()
    page = worker.get(f"{LIST}{station.pk}/kind/training/")
    assert page.context["form"].initial["employer"] == "Elektro Alt"
    station.refresh_from_db()
    assert station.kind == "job"
    worker.post(f"{LIST}{station.pk}/kind/training/", answers())
    station.refresh_from_db()
    assert station.kind == "training"


def test_turning_into_family_time_says_what_is_lost_and_clears_it(worker, anna, brandt) -> None:
    steps = [{"role": "helper", "title": "", "start": "2015-09", "about": False}]
    station = factories.make_station(anna.profile, brandt, place=brandt.place, steps=steps)
    address = f"{LIST}{station.pk}/kind/family/"
    assert worker.get(address).context["loses"]
    worker.post(address, {**MONTHS})
    station.refresh_from_db()
    assert (station.employer, station.employer_name, station.place, station.steps) == (None, "", None, [])
    anna.profile.refresh_from_db()
    assert anna.profile.declared_months == 0


def test_family_time_can_become_a_job(worker, anna) -> None:
    station = factories.make_station(anna.profile, kind="family")
    address = f"{LIST}{station.pk}/kind/job/"
    assert list(worker.post(address, {**MONTHS}).context["form"].errors) == ["employer", "occupation"]
    worker.post(address, answers())
    station.refresh_from_db()
    assert (station.kind, station.employer_name) == ("job", "Elektro Alt")


def test_kind_of_a_confirmed_station_stays(worker, anna, brandt) -> None:
    station = factories.make_station(anna.profile, brandt, end=date(2020, 6, 1))
    months = {"first": station.start, "last": station.end}
    actions.confirm_station(station=station, source="reference:a", level=4, on=date(2025, 3, 14), **months)
    assert worker.get(f"{LIST}{station.pk}/kind/").url == f"{LIST}{station.pk}/"
    assert worker.post(f"{LIST}{station.pk}/kind/family/", {**MONTHS}).status_code == 404
    station.refresh_from_db()
    assert (station.kind, station.employer) == ("job", brandt)


def test_family_time_is_plain_time_on_the_page(client, anna, settings) -> None:
    settings.LANGUAGE_CODE = "en"
    page: Profile = anna.profile
    data = {"employer": "", "place": None, "occupation": None}
    actions.add_station(by=anna, profile=page, kind="family", start=date(2016, 3, 1), end=date(2018, 8, 1), **data)
    html = client.get(f"/p/{page.handle}/").content.decode()
    assert "Time for the family" in html
    assert "station--time" in html
    assert 'class="rings"' not in html
    assert "Self-declared" not in html
    page.refresh_from_db()
    assert (page.declared_months, page.vouched_months) == (0, 0)


def test_page_with_family_time_alone_counts_as_answered(worker, anna) -> None:
    worker.post(f"{NEW}family/", {**MONTHS})
    newest = Profile.objects.of(anna)
    assert newest is not None
    assert newest.newest_firm
    assert worker.get("/me/").status_code == 200


def test_learning_and_own_firm_say_what_they_are() -> None:
    with override("en"):
        views = {kind: kinds.job_words(kind, "Elektro Alt", "Electrician") for kind in Station.Kind.values}
        assert kinds.job_words("self", kinds.UNNAMED, "Electrician") == "Electrician"
    assert views == {
        "job": "Electrician",
        "training": "Apprenticeship: Electrician",
        "self": "Self-employed: Electrician",
        "retraining": "Retraining: Electrician",
        "family": "",
    }


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"employer": " \u200b "}, "employer"), ({"occupation": None}, "occupation"), ({"kind": "prison"}, "__all__")],
)
def test_station_that_lacks_a_part_is_refused(page, changes, field: str) -> None:
    data = {"employer": "Elektro Alt", "place": None, "occupation": page.occupation}
    data |= {"start": date(2013, 9, 1), "end": None, **changes}
    with pytest.raises(ValidationError) as problem:
        actions.add_station(by=page.user, profile=page, **data)
    found = getattr(problem.value, "error_dict", {"__all__": 0})
    assert list(found) == [field]
    assert not Station.objects.exists()

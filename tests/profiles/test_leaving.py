"""Open tasks, export and erasure."""

import json
from datetime import date, timedelta

from django.utils import timezone

from accounts import registry
from network.profiles import actions, leaving, tasks, upkeep
from network.profiles.models import Block, Confirmation, Profile, Qualification, Station
from tests import factories


def fill(anna, brandt, stapler) -> None:
    station = factories.make_station(anna.profile, brandt)
    months = {"first": station.start, "last": station.start}
    actions.confirm_station(station=station, source="reference:abc", level=4, on=date(2025, 3, 14), **months)
    actions.add_qualification(by=anna, profile=anna.profile, kind=stapler, issuer="DEKRA", issued=date(2020, 5, 1))
    actions.block(by=anna, profile=anna.profile, employer="Siemens")


def test_export_holds_every_row(anna, brandt, stapler) -> None:
    fill(anna, brandt, stapler)
    data = json.loads(json.dumps(leaving.export(anna).data))
    assert data["profile"]["name"] == "Anna Gärtner"
    assert data["profile"]["vouched_months"] == 1
    assert data["stations"][0]["employer_name"] == "Elektro Brandt"
    assert data["stations"][0]["confirmations"][0]["source"] == "reference:abc"
    (paper,) = data["qualifications"]
    assert (paper["kind"], paper["issuer"], paper["issued"]) == ("Staplerschein", "DEKRA", "2020-05-01")
    assert paper["valid_until"] is None
    assert data["blocked_firms"][0]["name"] == "Siemens"


def test_export_names_every_plain_field_of_the_page(anna, brandt, stapler) -> None:
    """A new column must not be forgotten; what is left out on purpose stands here."""
    fill(anna, brandt, stapler)
    data = leaving.export(anna).data
    rows = {
        Profile: (data["profile"], {"user", "helper", "feed_hash"}),
        Station: (data["stations"][0], {"profile"}),
        Confirmation: (data["stations"][0]["confirmations"][0], {"station"}),
        Qualification: (data["qualifications"][0], {"profile"}),
        Block: (data["blocked_firms"][0], {"profile"}),
    }
    for model, (row, left_out) in rows.items():
        assert {field.name for field in model._meta.concrete_fields} - {"id"} - left_out <= set(row), model


def test_export_holds_no_secret(anna) -> None:
    Profile.objects.update(feed_hash="f" * 64)
    anna.profile.shares.create(token_hash="a" * 64, name="Meister", expires_at=timezone.now())
    text = json.dumps(leaving.export(anna).data)
    assert "Meister" in text
    assert "ffffff" not in text
    assert "aaaaaa" not in text


def test_export_of_others_holds_nothing_of_anna(anna, fremder, brandt, stapler) -> None:
    fill(anna, brandt, stapler)
    assert leaving.export(fremder).data == {}


def test_erase_takes_everything_of_one_person(anna, elektro, fuerth, brandt, stapler) -> None:
    fill(anna, brandt, stapler)
    other = factories.make_profile(None, elektro, fuerth)
    leaving.erase(anna)
    assert list(Profile.objects.all()) == [other]
    for model in (Station, Confirmation, Qualification, Block):
        assert not model.objects.exists()
    leaving.erase(anna)


def test_room_is_registered() -> None:
    assert registry.open_tasks["profiles"] is tasks.open_tasks
    assert registry.exporters["profiles"] is leaving.export
    assert registry.erasers["profiles"] == (40, leaving.erase)
    assert registry.purgers["profiles"] is upkeep.daily


def test_daily_run_refreshes_what_ran_out_and_meets_new_firms(anna, fuerth, stapler) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    Qualification.objects.create(profile=anna.profile, kind=stapler, valid_until=yesterday)
    Profile.objects.filter(pk=anna.profile.pk).update(quals=1 << 3)
    actions.block(by=anna, profile=anna.profile, employer="Elektro Neu")
    firm = factories.make_employer("Elektro Neu GmbH", fuerth)
    assert upkeep.daily() == 2
    assert Profile.objects.get().quals == 0
    assert Block.objects.filter(employer=firm).exists()


def test_tasks_of_who_has_no_page_are_none(fremder) -> None:
    assert list(tasks.open_tasks(fremder)) == []


def test_tasks_say_what_is_missing(fremder, anna, django_assert_num_queries) -> None:
    actions.start(by=fremder)
    with django_assert_num_queries(1):
        first = next(iter(tasks.open_tasks(fremder)))
    assert (first.state, first.url) == ("todo", "/me/profile/")
    factories.make_station(anna.profile, name="Elektro Alt")
    assert next(iter(tasks.open_tasks(anna))).state == "done"

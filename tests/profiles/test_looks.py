"""Who looked: a day, an employer, the page or a list. For the worker alone, for 90 days."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from network.employers.viewer import Viewer, viewer_of
from network.profiles import actions, upkeep
from network.profiles.actions import looking
from network.profiles.models import Look
from tests import factories

LOOKS = "/me/profile/looks/"


@pytest.fixture
def address(anna) -> str:
    return f"/p/{anna.profile.handle}/"


@pytest.fixture
def search(anna, elektro) -> str:
    return f"/search/?postcode=90762&radius=25&occupation={elektro.slug}"


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_page_and_list_are_noted_once_a_day(anna, rita, talheim, address, search):
    client = signed_in(rita)
    for where in (address, address, search, search):
        assert client.get(where).status_code == 200
    today = timezone.localdate()
    rows = Look.objects.values_list("profile", "employer", "where", "day").order_by("where")
    assert list(rows) == [(anna.profile.pk, talheim.pk, where, today) for where in ("list", "page")]


def test_nobody_without_a_checked_employer_is_noted(anna, fremder, fuerth, address, search):
    unchecked = factories.make_member(factories.make_employer("Neu", fuerth, checked=False), is_recruiter=True).user
    for client in (Client(), signed_in(fremder), signed_in(unchecked)):
        client.get(address)
        client.get(search)
    assert not Look.objects.exists()


def test_own_visits_are_not_noted(anna, brandt, address, search):
    factories.make_member(brandt, anna, is_recruiter=True)
    client = signed_in(anna)
    assert b"Elektro" in client.get(search).content
    client.get(address)
    assert not Look.objects.exists()


def test_only_checked_employers_of_a_member_of_two_are_noted(anna, rita, talheim, fuerth, address):
    factories.make_member(factories.make_employer("Neu", fuerth, checked=False), rita)
    signed_in(rita).get(address)
    assert Look.objects.get().employer == talheim


def test_headers_alone_and_hidden_pages_are_no_look(anna, rita, address):
    client = signed_in(rita)
    client.head(address)
    actions.choose_visibility(by=anna, profile=anna.profile, visibility="off")
    assert client.get(address).status_code == 404
    assert not Look.objects.exists()


def test_share_link_says_not_who_opened_it(anna, rita):
    station = factories.make_station(anna.profile, name="Lindner")
    said = {"name": "x", "items": [f"station:{station.pk}"], "days": 7, "once": "1"}
    shared = actions.share(by=anna, profile=anna.profile, **said)
    assert signed_in(rita).get(f"/s/{shared.token}/").status_code == 200
    assert not Look.objects.exists()


def test_worker_reads_who_looked_by_day(worker, anna, rita, talheim, address):
    assert "Talheim" not in worker.get(LOOKS).content.decode()
    signed_in(rita).get(address)
    Look.objects.create(
        profile=anna.profile, employer=talheim, where="list", day=timezone.localdate() - timedelta(days=1)
    )
    page = worker.get(LOOKS)
    assert [len(rows) for _day, rows in page.context["days"]] == [1, 1]
    assert "Stadtwerke Talheim, Nürnberg" in page.content.decode()
    assert "Rita" not in page.content.decode()


def test_others_read_nothing_of_it(client, anna, rita, talheim, address, fremder):
    signed_in(rita).get(address)
    actions.start(by=fremder)
    assert "Talheim" not in signed_in(fremder).get(LOOKS).content.decode()
    assert client.get(LOOKS).status_code == 302


def test_looks_go_after_ninety_days(anna, talheim):
    for days in (90, 91):
        day = timezone.localdate() - timedelta(days=days)
        Look.objects.create(profile=anna.profile, employer=talheim, where="page", day=day)
    upkeep.daily()
    assert [look.day for look in Look.objects.all()] == [timezone.localdate() - timedelta(days=90)]


@pytest.mark.parametrize("rows", [1, 30])
def test_page_costs_the_same_with_many_rows(worker, anna, fuerth, rows, count_reads):
    for number in range(rows):
        employer = factories.make_employer(f"Firma {number}", fuerth)
        Look.objects.create(profile=anna.profile, employer=employer, where="page", day=timezone.localdate())
    assert count_reads(LOOKS) <= 6


def test_list_of_twenty_is_one_statement_and_read_again_none(anna, rita, elektro, fuerth, django_assert_num_queries):
    people = [factories.make_profile(None, elektro, fuerth) for _each in range(20)]
    viewer = viewer_of(rita)
    with django_assert_num_queries(1):
        actions.note_looks(by=viewer, profiles=people[:19], where="list")
    assert Look.objects.count() == 19
    with django_assert_num_queries(0):  # whoever only reads waits for nobody who writes
        actions.note_looks(by=viewer, profiles=people[:19], where="list")
    looking.forget()  # another process
    actions.note_looks(by=viewer, profiles=people, where="list")
    assert Look.objects.count() == 20


def test_next_day_is_noted_anew(anna, rita, elektro, fuerth, monkeypatch):
    people, today = [factories.make_profile(None, elektro, fuerth)], timezone.localdate()
    for day in (today, today + timedelta(days=1), today + timedelta(days=1)):
        monkeypatch.setattr(timezone, "localdate", lambda day=day: day)
        actions.note_looks(by=viewer_of(rita), profiles=people, where="list")
    assert sorted(Look.objects.values_list("day", flat=True)) == [today, today + timedelta(days=1)]


def test_process_keeps_no_more_than_so_many(anna, rita, elektro, fuerth, monkeypatch):
    monkeypatch.setattr(looking, "MOST_KEPT", 1)
    for _each in range(3):
        people = [factories.make_profile(None, elektro, fuerth) for _person in range(2)]
        actions.note_looks(by=viewer_of(rita), profiles=people, where="list")
    assert Look.objects.count() == 6
    assert sum(map(len, looking._noted.values())) == 2


def test_nobody_is_noted_in_lists_of_a_firm_that_is_not_checked(anna, elektro, fuerth, django_assert_num_queries):
    people = [factories.make_profile(None, elektro, fuerth)]
    with django_assert_num_queries(0):
        actions.note_looks(by=Viewer(user_id=anna.pk, roots=frozenset({1})), profiles=people, where="list")
    assert not Look.objects.exists()

"""The calendar of deadlines: a secret address, and a file that other programs understand."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import vobject
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from network.profiles import actions, feed
from network.profiles.deadlines import Deadline
from network.profiles.models import Profile
from tests.profiles.conftest import make_kind

PAGE = "/me/profile/deadlines/calendar/"
NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)


def read(body: bytes):
    """By an independent library."""
    return vobject.readOne(body.decode())


def address_of(worker: Client) -> str:
    page = worker.post(PAGE).content.decode()
    return re.search(r"http://testserver(/calendar/[\w-]+\.ics)", page)[1]


@pytest.fixture
def held(anna):
    kind = make_kind("first", 1, "Prüfung für Führerschein und Ähnliches, Teil 1; " + "ü" * 60, rule="years", amount=2)
    lift = make_kind("lift", 3, "Bühne", rule="yearly-duty", duty_months=12)
    today = timezone.localdate()
    paper = actions.add_qualification(by=anna, profile=anna.profile, kind=kind, issued=today, issuer="DRK", number="A1")
    actions.add_qualification(by=anna, profile=anna.profile, kind=lift, issued=today - timedelta(days=400))
    return paper


def test_feed_holds_the_days_and_nobodys_name(worker, anna, held, english) -> None:
    answer = Client().get(address_of(worker))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "private" in answer["Cache-Control"]
    calendar = read(answer.content)
    events = {event.summary.value: event for event in calendar.vevent_list}
    end = events[f"{held.kind} runs out"]
    assert end.dtstart.value == held.valid_until
    assert end.dtend.value == held.valid_until + timedelta(days=1)
    assert end.valarm.trigger.value == timedelta(days=-30)
    assert sum(words == "Bühne: due again" for words in (event.summary.value for event in calendar.vevent_list)) == 3
    text = answer.content.decode()
    for secret in ("Anna", "Gärtner", "DRK", "A1", "anna@", anna.profile.handle):
        assert secret not in text, secret


def test_lines_are_folded_at_75_bytes(worker, held) -> None:
    lines = Client().get(address_of(worker)).content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert lines[-1] == b""


def test_same_deadline_keeps_its_uid(worker, anna, held) -> None:
    address = address_of(worker)

    def uids() -> set[str]:
        return {event.uid.value for event in read(Client().get(address).content).vevent_list}

    before = uids()
    assert len(before) == 4
    assert uids() == before
    actions.change_qualification(by=anna, qualification=held, valid_until=timezone.localdate() + timedelta(days=9))
    assert uids() == before


def test_address_is_shown_once_and_only_its_hash_kept(worker, anna) -> None:
    token = address_of(worker).removeprefix("/calendar/").removesuffix(".ics")
    stored = Profile.objects.get(user=anna).feed_hash
    assert stored
    assert token not in stored
    assert token not in worker.get(PAGE).content.decode()


def test_new_address_ends_the_old_one_at_once(worker) -> None:
    old, new = address_of(worker), address_of(worker)
    assert [Client().get(each).status_code for each in (old, new)] == [404, 200]


def test_ended_calendar_is_gone(worker, anna) -> None:
    address = address_of(worker)
    assert worker.get(f"{PAGE}end/").status_code == 200
    assert Client().get(address).status_code == 200
    worker.post(f"{PAGE}end/")
    assert Client().get(address).status_code == 404
    assert Profile.objects.get(user=anna).feed_hash == ""


@pytest.mark.parametrize(
    "token", ["x", "a" * 400, "%00", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"]
)
def test_wrong_address_is_404(client, anna, token) -> None:
    assert client.get(f"/calendar/{token}.ics").status_code == 404


def test_opening_the_page_makes_nothing(worker, anna) -> None:
    worker.get(PAGE)
    assert Profile.objects.get(user=anna).feed_hash == ""


def test_feed_is_limited_per_network_address(client, db, monkeypatch) -> None:
    from accounts.throttle import Limit

    monkeypatch.setattr("network.profiles.views_deadlines.FETCHED", Limit("calendar-feed", "2/m"))
    assert [client.get("/calendar/x.ics").status_code for _ in range(3)] == [404, 404, 429]


def test_empty_calendar_is_one(worker) -> None:
    calendar = read(Client().get(address_of(worker)).content)
    assert not hasattr(calendar, "vevent")


@given(
    st.lists(
        st.tuples(
            st.integers(1, 9),
            st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=200),
            st.dates(date(1990, 1, 1)),
            st.booleans(),
        ),
        max_size=5,
    )
)
def test_any_name_and_day_survives(rows) -> None:
    found = [Deadline(paper, name, on, duty) for paper, name, on, duty in rows]
    body = feed.calendar(found, host="handschlag.example", now=NOW)
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    events = list(getattr(read(body), "vevent_list", []))
    assert [(event.summary.value, event.dtstart.value) for event in events] == [
        (feed.words(each), each.on) for each in found
    ]

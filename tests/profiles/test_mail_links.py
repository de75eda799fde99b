"""The link in such a mail: opening changes nothing, a button acts, too old leads on, strangers find nothing."""

import re
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from network.profiles import actions, mail_links, throttles
from network.profiles.mail_links import Kind
from network.profiles.models import Profile
from tests.tables import dump

MAILS = "/me/profile/mails/"
RIGHT = "/me/profile/still-right/"
TOKEN = (r'csrfmiddlewaretoken" value="[^"]*"|/mails/[^/"]*/', "")  # differ each time


def address(profile: Profile, kind: Kind) -> str:
    return f"/mails/{mail_links.token(profile, kind)}/"


@pytest.fixture(params=list(Kind))
def kind(request) -> Kind:
    return request.param


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_opening_changes_nothing(page, kind: Kind, method: str) -> None:
    """Law 8: mail scanners open every link, some with HEAD, some twice."""
    before = dump()
    for where in (address(page, kind), "/mails/unknown/", f"/mails/{'a' * 3000}/"):
        for _twice in range(2):
            assert getattr(Client(), method)(where).status_code < 500
    assert dump() == before


def test_mail_carries_the_link_that_works(client, page, django_capture_on_commit_callbacks) -> None:
    Profile.objects.update(changed_at=timezone.now() - timedelta(days=400))
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.ask_if_right(pk=page.pk, now=timezone.now())
    link = next(line for line in mail.outbox[-1].body.splitlines() if line.startswith("http"))
    assert client.get(urlsplit(link).path).status_code == 200


def test_yes_is_noted_once_and_for_all(client, page) -> None:
    where = address(page, Kind.YEARLY)
    for _twice in range(2):
        assert client.post(where, {"do": "right"}).url == where
    page.refresh_from_db()
    assert timezone.now() - page.checked_at < timedelta(minutes=1)
    assert (page.yearly, page.reminders) == (True, True)
    client.cookies["django_language"] = "en"
    assert "Thank you, noted" in client.get(where).content.decode()


def test_question_shows_what_it_asks_about(client, page, anna) -> None:
    actions.save_language(by=anna, profile=page, language="pl", level="c1")
    client.cookies["django_language"] = "en"
    html = client.get(address(page, Kind.YEARLY)).content.decode()
    for word in ("Anna Gärtner", "Fürth and 25 kilometres", "Polish C1", "Everyone"):
        assert word in html


def test_button_ends_this_kind_and_no_other(client, page, kind: Kind) -> None:
    where = address(page, kind)
    for _twice in range(2):
        assert client.post(where, {"do": "end"}).url == where
    page.refresh_from_db()
    assert (page.yearly, page.reminders) == (kind != Kind.YEARLY, kind != Kind.REMINDERS)
    assert page.checked_at is None
    client.cookies["django_language"] = "en"
    assert "You get no more of these mails" in client.get(where).content.decode()


def test_who_holds_the_link_learns_nothing_about_offers(worker, page, anna) -> None:
    """Law 3: the mailbox may be one at work, and the link holds for 90 days. Behind the sign-in all of it stands there."""
    actions.save_goal(by=anna, profile=page, goal="side", available_from=date(2199, 3, 1))
    actions.save_shifts(by=anna, profile=page, shifts=["on-call"])
    with_goal = Client().get(address(page, Kind.YEARLY))
    assert with_goal["X-Robots-Tag"] == "noindex, noarchive"
    actions.save_goal(by=anna, profile=page, goal="keep")
    Profile.objects.update(shifts=0, available_said=None)
    assert re.sub(*TOKEN, with_goal.content.decode()) == re.sub(
        *TOKEN, Client().get(address(page, Kind.YEARLY)).content.decode()
    )
    assert "/me/profile/goal/" in worker.get(RIGHT).content.decode()


@pytest.mark.parametrize("do", ["", "right", "all", "\x00"])
def test_link_does_only_what_its_mail_says(client, page, do: str) -> None:
    before = Profile.objects.values().get()
    assert client.post(address(page, Kind.REMINDERS), {"do": do}).status_code == 302
    assert Profile.objects.values().get() == before


def too_old(profile: Profile, kind: Kind, monkeypatch) -> str:
    where = address(profile, kind)
    later = timezone.now() + mail_links.LIFE + timedelta(hours=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    return where


def test_old_link_leads_to_the_same_question_behind_the_sign_in(client, page, kind: Kind, monkeypatch) -> None:
    before = Profile.objects.values().get()
    where = too_old(page, kind, monkeypatch)
    for method in (client.get, client.post):
        answer = method(where, {"do": "end"})
        assert answer.status_code == 410
        assert Profile.objects.values().get() == before
        html = answer.content.decode()
        there = RIGHT if kind == Kind.YEARLY else MAILS
        assert f"/account/login/?next={there.replace('/', '%2F')}" in html
        assert "Gärtner" not in html


def test_link_ends_with_the_mailbox_it_went_to(client, page, anna) -> None:
    """An old address may be somebody else's today."""
    where = address(page, Kind.YEARLY)
    anna.email = "neu@example.org"
    anna.save()
    answer = client.post(where, {"do": "end"})
    assert answer.status_code == 410
    assert Profile.objects.get().yearly is True
    assert "Gärtner" not in client.get(where).content.decode()


def test_link_of_a_page_that_is_gone_tells_nothing(client, page, anna) -> None:
    where = address(page, Kind.YEARLY)
    anna.delete()
    assert client.get(where).status_code == 410


@pytest.mark.parametrize(
    "change", [lambda t: t[:-1], lambda t: f"x{t}", lambda t: "a.b.c", lambda t: "", lambda t: t * 2]
)
def test_forged_link_is_not_found(client, page, change) -> None:
    token = change(mail_links.token(page, Kind.YEARLY))
    assert client.get(f"/mails/{token}/").status_code == 404


def test_token_of_one_mail_is_not_one_of_another(client, page) -> None:
    yearly, reminders = (mail_links.token(page, kind).split(".") for kind in Kind)
    assert client.get(f"/mails/{yearly[0]}.{'.'.join(reminders[1:])}/").status_code == 404


def test_link_cannot_be_pressed_without_end(client, page, monkeypatch) -> None:
    monkeypatch.setattr(throttles, "MAIL_LINK", throttles.Limit("profile-mail-link", "2/h"))
    answers = [client.post(address(page, Kind.YEARLY), {"do": "right"}).status_code for _ in range(3)]
    assert answers == [302, 302, 429]


@pytest.mark.parametrize("where", ["yearly", "own"])
def test_question_costs_at_most_eight_queries(client, page, anna, stapler, ersthelfer, count_reads, where) -> None:
    for kind in (stapler, ersthelfer):
        page.qualifications.create(kind=kind)
    if where == "own":
        client.force_login(anna)
    assert count_reads(RIGHT if where == "own" else address(page, Kind.YEARLY)) <= 8


# The own area


def test_switches_in_the_own_area(worker, anna) -> None:
    for data, expected in (
        ({}, (False, False)),
        ({"reminders": "on"}, (False, True)),
        ({"yearly": "on"}, (True, False)),
    ):
        assert worker.post(MAILS, data).url == "/me/profile/"
        assert Profile.objects.values_list("yearly", "reminders").get() == expected


def test_still_right_in_the_own_area(worker, anna) -> None:
    worker.get(RIGHT)
    assert Profile.objects.get().checked_at is None
    assert worker.post(RIGHT).url == "/me/profile/"
    assert Profile.objects.get().checked_at


@pytest.mark.parametrize("where", [MAILS, RIGHT])
def test_stranger_switches_nothing_of_others(client, anna, fremder, where: str) -> None:
    client.force_login(fremder)
    assert client.post(where).url == "/me/profile/"
    assert Profile.objects.values_list("yearly", "reminders", "checked_at").get() == (True, True, None)
    assert client.get("/me/profile/").status_code == 200
    client.logout()
    assert client.post(where).status_code == 302

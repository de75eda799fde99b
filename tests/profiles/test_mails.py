"""The only two mails that come by themselves: to whom, when, how often, and what stops them."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from network.profiles import actions, mailing, upkeep_mails
from network.profiles.models import Profile, Reminder
from tests import factories

YEAR = timedelta(days=366)
NOW = timezone.now()
TODAY = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def _sent_at_once(monkeypatch) -> None:
    monkeypatch.setattr("django.db.transaction.on_commit", lambda callback, using=None, robust=False: callback())


@pytest.fixture
def old(page) -> Profile:
    """Anna's page, untouched for more than a year."""
    Profile.objects.update(changed_at=NOW - YEAR)
    return page


def receivers() -> list[str]:
    return [to for message in mail.outbox for to in message.to]


# Once a year


def test_untouched_page_is_asked_about_once_a_year(old) -> None:
    assert upkeep_mails.ask_yearly(NOW) == 1
    assert receivers() == ["anna@example.org"]
    for days in (0, 1, 200, 364):
        assert upkeep_mails.ask_yearly(NOW + timedelta(days=days)) == 0
    assert upkeep_mails.ask_yearly(NOW + YEAR) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"changed_at": NOW - timedelta(days=364)},
        {"checked_at": NOW - timedelta(days=364)},
        {"available_said": (NOW - timedelta(days=364)).date()},
        {"asked_at": NOW - timedelta(days=364)},
        {"yearly": False},
        {"name": ""},
        {"occupation": None},
        {"place": None},
    ],
)
def test_nobody_else_is_asked(old, fields) -> None:
    Profile.objects.update(**fields)
    assert upkeep_mails.ask_yearly(NOW) == 0
    assert receivers() == []


def test_nobody_is_asked_while_a_helper_types(old, fremder) -> None:
    Profile.objects.update(helper=fremder)
    assert upkeep_mails.ask_yearly(NOW) == 0


@pytest.mark.parametrize("field", ["checked_at", "asked_at"])
def test_who_was_asked_or_looked_long_ago_is_asked_again(old, field: str) -> None:
    Profile.objects.update(**{field: NOW - YEAR})
    assert upkeep_mails.ask_yearly(NOW) == 1


def test_two_runs_at_once_send_one_mail(old) -> None:
    """Both have read the list before either writes."""
    first = [actions.ask_if_right(pk=old.pk, now=NOW), actions.ask_if_right(pk=old.pk, now=NOW)]
    assert first == [True, False]
    assert len(mail.outbox) == 1


def test_mail_that_fails_stops_nobody_and_is_tried_again(old, elektro, fuerth, monkeypatch, caplog) -> None:
    others = [factories.make_profile(None, elektro, fuerth, changed_at=NOW - YEAR) for _ in range(3)]
    send = actions.mails.mail.send

    def fails_for_one(name: str, *, to: str, **more) -> None:
        if to == others[0].user.email:
            raise ValueError(to)
        send(name, to=to, **more)

    with monkeypatch.context() as patched:
        patched.setattr("accounts.mail.send", fails_for_one)
        assert upkeep_mails.ask_yearly(NOW) == 3
    assert others[0].user.email not in receivers()
    assert others[0].user.email not in caplog.text
    assert upkeep_mails.ask_yearly(NOW) == 1
    assert receivers()[-1] == others[0].user.email


def test_many_are_asked_in_steps(old, elektro, fuerth, monkeypatch) -> None:
    monkeypatch.setattr(mailing, "AT_ONCE", 2)
    for _ in range(4):
        factories.make_profile(None, elektro, fuerth, changed_at=NOW - YEAR)
    assert upkeep_mails.ask_yearly(NOW) == 5
    assert len(set(receivers())) == 5


def test_change_of_the_page_counts_as_a_look(old, anna, stapler, elektro) -> None:
    """Whatever it was: the mail would be wrong."""
    station = factories.make_station(old, name="Elektro Alt")
    paper = old.qualifications.create(kind=stapler)
    for change in (
        lambda: actions.save_about(by=anna, profile=old, about="Neu"),
        lambda: actions.save_week(by=anna, profile=old, week=[1]),
        lambda: actions.remove_station(by=anna, station=station),
        lambda: actions.remove_qualification(by=anna, qualification=paper),
    ):
        Profile.objects.update(changed_at=NOW - YEAR)
        change()
        assert upkeep_mails.ask_yearly(NOW) == 0


def test_what_others_say_is_no_look(old, anna, brandt) -> None:
    station = factories.make_station(old, brandt)
    said = {"level": 4, "first": date(2016, 1, 1), "last": date(2017, 1, 1), "on": TODAY}
    actions.confirm_station(station=station, source="reference:a", **said)
    assert upkeep_mails.ask_yearly(NOW) == 1


# Before a paper runs out


def ends(profile: Profile, kind, days: int):
    return profile.qualifications.create(kind=kind, valid_until=TODAY + timedelta(days=days))


@pytest.mark.parametrize(
    ("left", "sent"),
    [
        (91, []),
        (90, [90]),
        (84, [90]),
        (83, []),
        (60, []),
        (31, []),
        (30, [30]),
        (24, [30]),
        (23, []),
        (1, []),
        (0, []),
        (-5, []),
    ],
)
def test_reminder_on_its_day_or_within_a_week(page, stapler, left: int, sent: list[int]) -> None:
    ends(page, stapler, left)
    assert upkeep_mails.remind(TODAY) == len(sent)
    assert [reminder.days for reminder in Reminder.objects.all()] == sent
    assert len(mail.outbox) == len(sent)


def test_whole_life_of_a_paper_is_two_mails(page, stapler) -> None:
    ends(page, stapler, 100)
    days = [day for day in range(130) if upkeep_mails.remind(TODAY + timedelta(days=day))]
    assert days == [10, 70]


def test_paper_added_in_between_is_told_of_once(page, stapler) -> None:
    """Its first moment is over: only the nearest one comes."""
    ends(page, stapler, 60)
    assert [day for day in range(90) if upkeep_mails.remind(TODAY + timedelta(days=day))] == [30]


def test_renewed_paper_has_a_new_end(page, stapler) -> None:
    paper = ends(page, stapler, 30)
    assert upkeep_mails.remind(TODAY) == 1
    page.qualifications.filter(pk=paper.pk).update(valid_until=TODAY + timedelta(days=90))
    assert upkeep_mails.remind(TODAY) == 1
    assert Reminder.objects.count() == 2


def test_papers_of_one_day_are_one_mail(page, stapler, ersthelfer, elektro, fuerth) -> None:
    ends(page, stapler, 90)
    ends(page, ersthelfer, 30)
    ends(factories.make_profile(None, elektro, fuerth), stapler, 30)
    assert upkeep_mails.remind(TODAY) == 2
    assert upkeep_mails.remind(TODAY) == 0
    mine = next(message for message in mail.outbox if message.to == ["anna@example.org"])
    assert mine.subject == "2 Nachweise von dir laufen ab"
    assert reverse("profiles:deadlines") in mine.body
    assert "- Ersthelfer: 26.\N{NO-BREAK SPACE}Dezember\N{NO-BREAK SPACE}2026\n- Staplerschein:" in mine.body


def test_reminders_stop_with_their_switch(page, stapler) -> None:
    ends(page, stapler, 30)
    Profile.objects.update(reminders=False)
    assert upkeep_mails.remind(TODAY) == 0
    Profile.objects.update(reminders=True, yearly=False)
    assert upkeep_mails.remind(TODAY) == 1


def test_nobody_is_written_to_about_a_page_that_waits_at_the_desk(page, stapler, fremder) -> None:
    draft = actions.begin_for_somebody(by=fremder)
    ends(draft, stapler, 30)
    assert upkeep_mails.remind(TODAY) == 0
    actions.end_help(by=fremder, profile=draft)
    assert upkeep_mails.remind(TODAY) == 0
    assert receivers() == []


def test_paper_without_an_end_is_never_told_of(page, stapler) -> None:
    page.qualifications.create(kind=stapler)
    assert upkeep_mails.remind(TODAY) == 0


def test_page_that_goes_while_mails_are_sent_is_passed_over(page, stapler) -> None:
    ends(page, stapler, 30)
    pk = page.pk
    User.objects.all().delete()
    assert actions.remind(pk=pk, today=TODAY) is False
    assert actions.ask_if_right(pk=pk, now=NOW) is False

"""The team stamp: who stands on the list, what an answer does, and what a firm never learns."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from network.desk import cases
from network.desk.models import Case
from network.profiles import actions as profiles
from network.profiles.models import Confirmation
from references.models import StampAnswer, StampConsent, StampRound
from references.stamp import actions, calendar, rules
from tests import factories
from tests.references import helpers, stamps

MAY, JULY = datetime(2027, 5, 9, 9, tzinfo=UTC), datetime(2027, 7, 9, 9, tzinfo=UTC)


@pytest.fixture
def working(anna, brandt):
    return stamps.working(anna, brandt)


@pytest.fixture
def asked(brandt, working):
    return stamps.open_round(brandt)


@pytest.fixture
def today(monkeypatch):
    def be(moment):
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return be


def test_yes_confirms_the_line_until_today(asked, working, monika):
    answer = stamps.said(monika, asked, working)
    stored = Confirmation.objects.get(source=f"stamp:{answer.pk}")
    assert (stored.level, stored.first, stored.last) == (4, date(2019, 3, 1), timezone.localdate().replace(day=1))


def test_yes_guesses_no_month_of_about(brandt, anna, monika):
    station = stamps.working(anna, brandt, start=date(2009, 7, 1), start_about=True)
    stamps.said(monika, stamps.open_round(brandt), station)
    assert Confirmation.objects.get(station=station).first == date(2010, 1, 1)


def test_no_longer_changes_nothing_but_what_the_worker_reads(asked, working, monika, anna, client):
    earlier = stamps.said(monika, stamps.open_round(asked.employer, "2019-H1"), working)
    stamps.said(monika, asked, working, "gone")
    working.refresh_from_db()
    assert working.end is None
    assert [each.source for each in Confirmation.objects.all()] == [f"stamp:{earlier.pk}"]
    client.force_login(anna)
    assert "no longer with us. Only you read this." in client.get("/me/stamp/").content.decode()


def test_skipped_leaves_no_trace(asked, working, monika, outbox):
    outbox.clear()
    assert actions.answer(by=monika, asked=asked, said={}) == 0
    assert not StampAnswer.objects.exists()
    assert outbox == []


def test_second_answer_is_passed_over(asked, working, monika):
    stamps.said(monika, asked, working)
    assert actions.answer(by=monika, asked=asked, said={working.pk: "gone"}) == 0
    assert StampAnswer.objects.get().said == "yes"


def test_only_those_who_agreed_are_listed(brandt, anna, working, elektro):
    bert = factories.make_user("bert@post.example")
    factories.make_profile(bert, elektro, name="Bert Stiller")
    helpers.make_station(bert, brandt, end=None)
    assert list(rules.listed(brandt)) == [working]


def test_who_hides_from_the_family_is_not_listed(brandt, anna, working, monika, asked):
    profiles.block(by=anna, profile=anna.profile, employer=brandt)
    assert not rules.listed(brandt).exists()
    assert actions.answer(by=monika, asked=asked, said={working.pk: "yes"}) == 0
    assert not Confirmation.objects.exists()


@pytest.mark.parametrize("change", ["end", "firm", "kind", "begins"])
def test_station_that_changed_is_not_listed(brandt, talheim, working, change):
    changed = {
        "end": {"end": date(2020, 1, 1)},
        "firm": {"employer": talheim},
        "kind": {"kind": "self"},
        "begins": {"start": timezone.localdate().replace(day=1) + timedelta(days=62)},
    }
    for name, value in changed[change].items():
        setattr(working, name, value)
    working.save()
    assert not rules.listed(brandt).exists()


def test_taking_consent_back_ends_it_at_once(asked, working, anna, monika):
    actions.disagree(by=anna, station=working)
    assert actions.answer(by=monika, asked=asked, said={working.pk: "yes"}) == 0


def test_others_cannot_agree_for_her(working, fremder):
    for act in (actions.agree, actions.disagree):
        with pytest.raises(PermissionDenied):
            act(by=fremder, station=working)


def test_nobody_agrees_for_a_firm_that_is_not_registered(anna):
    with pytest.raises(PermissionDenied):
        actions.agree(by=anna, station=helpers.make_station(anna, None, end=None, name="Firma Fern"))


def test_only_who_speaks_for_the_firm_answers(asked, working, rita, anna, monika):
    for user in (rita, anna):
        with pytest.raises(PermissionDenied):
            actions.answer(by=user, asked=asked, said={working.pk: "yes"})
    monika.memberships.update(until=timezone.now())
    with pytest.raises(PermissionDenied):
        actions.answer(by=monika, asked=asked, said={working.pk: "yes"})


def test_firm_without_check_and_closed_round_take_no_answer(asked, working, monika, brandt):
    type(brandt).objects.filter(pk=brandt.pk).update(checked_until=date(2020, 1, 1))
    with pytest.raises(actions.Over):
        actions.answer(by=monika, asked=asked, said={working.pk: "yes"})
    type(brandt).objects.filter(pk=brandt.pk).update(checked_until=date(2199, 1, 1))
    asked.closes_at = timezone.now() - timedelta(minutes=1)
    with pytest.raises(actions.Over):
        actions.answer(by=monika, asked=asked, said={working.pk: "yes"})


def test_firm_takes_a_slip_back(asked, working, monika, rita):
    answer = stamps.said(monika, asked, working)
    with pytest.raises(PermissionDenied):
        actions.take_back(by=rita, answer=answer)
    actions.take_back(by=monika, answer=answer)
    assert not StampAnswer.objects.exists()
    assert not Confirmation.objects.exists()


def test_worker_takes_it_off(asked, working, monika, anna, fremder):
    answer = stamps.said(monika, asked, working)
    with pytest.raises(PermissionDenied):
        actions.take_off(by=fremder, answer=answer)
    actions.take_off(by=anna, answer=answer)
    assert not Confirmation.objects.exists()
    assert StampAnswer.objects.get().contested_at is None


def test_worker_contests_and_the_desk_ends_it(asked, working, monika, anna):
    answer = stamps.said(monika, asked, working, "gone")
    case = actions.contest(by=anna, answer=answer, words="Ich bin in Elternzeit.")
    assert actions.contest(by=anna, answer=answer, words="Noch einmal").pk == case.pk
    petra = factories.make_user("petra@desk.example")
    petra_at_desk(petra)
    cases.decide(by=petra, case=case, outcome=Case.Outcome.ENDED, reason="Sie ist in Elternzeit.")
    assert not StampAnswer.objects.exists()


def test_contested_answer_confirms_nothing_and_stays(asked, working, monika, anna):
    answer = stamps.said(monika, asked, working)
    actions.contest(by=anna, answer=answer, words="So nicht.")
    assert not Confirmation.objects.exists()
    answer.refresh_from_db()
    with pytest.raises(actions.Over):
        actions.take_back(by=monika, answer=answer)


def petra_at_desk(user):
    from network.desk import actions as desk

    desk.add_member(by=None, user=user, name="Petra Hofmann")


@pytest.mark.django_db
def test_calendar_opens_once_and_writes_one_mail(working, brandt, monika, outbox, today):
    today(MAY)
    type(brandt).objects.update(checked_until=date(2199, 1, 1))
    brandt.memberships.update(is_admin=True)
    outbox.clear()
    assert (calendar.daily(), calendar.daily()) == (0, 0)
    assert StampRound.objects.get().half == "2027-H1"
    (letter,) = outbox
    assert letter.to == [monika.email]
    assert "Anna" not in letter.subject + letter.body


@pytest.mark.parametrize("why", ["month", "stop", "unchecked", "nobody", "hiding"])
def test_calendar_asks_nobody_else(working, brandt, anna, monika, today, why):
    today(JULY if why == "month" else MAY)
    until = date(2020, 1, 1) if why == "unchecked" else date(2199, 1, 1)
    type(brandt).objects.update(checked_until=until)
    if why == "stop":
        actions.stop(by=monika, employer=brandt, stop=True)
    elif why == "nobody":
        actions.disagree(by=anna, station=working)
    elif why == "hiding":
        profiles.block(by=anna, profile=anna.profile, employer=brandt)
    calendar.daily()
    assert not StampRound.objects.exists()


def test_old_answers_go_unless_they_confirm(asked, working, monika, anna, talheim, rita):
    answer = stamps.said(monika, asked, working)
    old = timezone.now() - rules.KEPT - timedelta(days=1)
    StampAnswer.objects.update(at=old)
    StampRound.objects.update(opened_at=old, half="2020-H1", closes_at=old)
    calendar.daily()
    assert StampAnswer.objects.exists()
    actions.take_off(by=anna, answer=answer)
    assert calendar.daily() == 2
    assert not StampRound.objects.filter(half="2020-H1").exists()


def test_next_time_is_may_or_november():
    assert rules.next_time(date(2026, 11, 26)) == date(2027, 5, 1)
    assert rules.next_time(date(2027, 5, 1)) == date(2027, 11, 1)
    assert rules.next_time(date(2027, 1, 1)) == date(2027, 5, 1)
    assert [rules.half_of(date(2026, month, 1)) for month in (6, 7)] == ["2026-H1", "2026-H2"]


def test_station_keeps_its_firm_once_a_firm_spoke(asked, working, monika):
    from network.profiles import registry

    assert not any(bound(working) for bound in registry.bound)
    stamps.said(monika, asked, working)
    assert any(bound(working) for bound in registry.bound)


@pytest.mark.parametrize("whom", ["firm", "parent", "name"])
def test_hiding_from_the_firm_ends_the_consent_for_good(anna, brandt, working, elektro, whom):
    """Who takes the block back is asked anew (law 4)."""
    other = factories.make_user()
    factories.make_profile(other, elektro)
    theirs, elsewhere = stamps.working(other, brandt), factories.make_employer("Anderswo GmbH", brandt.place)
    stamps.working(anna, elsewhere)
    blocked: Any = brandt
    if whom == "parent":
        blocked = factories.make_employer("Holding", brandt.place)
        type(brandt).objects.filter(pk=brandt.pk).update(parent=blocked, root=blocked)
    elif whom == "name":
        blocked = brandt.name
    block = profiles.block(by=anna, profile=anna.profile, employer=blocked)
    if whom == "name":
        profiles.meet_employer(employer=brandt)
    profiles.unblock(by=anna, block=block)
    anna.profile.blocks.all().delete()
    left = {each.station for each in StampConsent.objects.all()}
    assert left == {theirs, anna.profile.stations.get(employer=elsewhere)}
    assert working not in rules.listed(brandt)


def test_consent_goes_with_the_station(working):
    working.delete()
    assert not StampConsent.objects.exists()


def test_who_hides_later_is_named_to_the_firm_nowhere(asked, working, monika, anna, brandt):
    """Her case stays between her and the desk."""
    from network.desk import registry
    from network.employers.viewer import viewer_of

    answer = stamps.said(monika, asked, working, "gone")
    actions.contest(by=anna, answer=answer, words="Ich bin noch da.")
    subject = registry.subjects["stamp"]
    assert len(subject.told(str(answer.pk))) == 2
    assert list(subject.behind(monika)) == [str(answer.pk)]
    profiles.block(by=anna, profile=anna.profile, employer=brandt)
    assert [each.users for each in subject.told(str(answer.pk))] == [[anna]]
    assert list(subject.behind(monika)) == []
    assert subject.told_firm(viewer_of(monika), [str(answer.pk)]) == set()

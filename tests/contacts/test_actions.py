"""Rules and writes, without pages."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from network.contacts import actions, rules
from network.contacts.models import Offer
from network.contacts.rules import Hindrance
from network.employers.models import Employer
from network.employers.viewer import viewer_of
from network.profiles.models import Block
from tests import factories
from tests.contacts.conftest import PHONE, YES

GIVEN = {**YES, "phone": PHONE}


def _send(by, employer, profile, facts):
    return actions.send(by=by, employer=employer, profile=profile, facts=facts)


@pytest.mark.django_db
def test_send_reaches_the_worker_by_mail(rita, talheim, anna, facts, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        offer = _send(rita, talheim, anna.profile, facts)
    (message,) = mail.outbox
    assert message.to == [anna.email]
    assert "Stadtwerke Talheim" in message.subject
    for word in ("Elektronikerin", "90402 Nürnberg", "22", "25", f"/me/offers/{offer.public_id}/"):
        assert word in message.body
    assert timedelta(days=13) < offer.expires_at - timezone.now() <= rules.LIFETIME


@pytest.mark.parametrize(
    "case", ["unchecked", "no recruiter", "left", "blocked", "parent blocked", "not open", "hidden", "own"]
)
def test_send_is_not_allowed(case, rita, talheim, anna, facts):
    member, profile = rita.memberships.get(), anna.profile
    if case == "unchecked":
        Employer.objects.filter(pk=talheim.pk).update(checked_until=timezone.localdate() - timedelta(days=1))
    elif case == "no recruiter":
        rita.memberships.update(is_recruiter=False, is_admin=True)
    elif case == "left":
        rita.memberships.update(until=timezone.now())
    elif case == "blocked":
        Block.objects.create(profile=profile, employer=talheim)
    elif case == "parent blocked":
        parent = factories.make_employer("Konzern", talheim.place)
        Employer.objects.filter(pk=talheim.pk).update(parent=parent, root=parent)
        Block.objects.create(profile=profile, employer=parent)
    elif case == "not open":
        type(profile).objects.filter(pk=profile.pk).update(open=False)
    elif case == "hidden":
        type(profile).objects.filter(pk=profile.pk).update(searchable=False, visibility="link", public=False)
    else:
        profile = factories.make_profile(rita, profile.occupation, profile.place)
    with pytest.raises(actions.NotAllowed):
        _send(rita, member.employer, profile, facts)
    assert not Offer.objects.exists()


def test_send_for_an_employer_of_others_is_not_allowed(rita, rival, anna, facts):
    with pytest.raises(actions.NotAllowed):
        _send(rita, rival.memberships.get().employer, anna.profile, facts)


@pytest.mark.parametrize(
    ("state", "age", "reason"),
    [
        ("open", timedelta(days=13), Hindrance.OPEN_ALREADY),
        ("open", timedelta(days=15), None),
        ("expired", timedelta(days=15), None),
        ("yes", timedelta(days=1), None),
        ("no", timedelta(days=364), Hindrance.SAID_NO),
        ("no", timedelta(days=366), None),
    ],
)
def test_hindrance_by_an_earlier_offer(state, age, reason, make_offer, talheim, anna, rita, facts):
    make_offer(talheim, anna.profile, state, age)
    assert rules.hindrance(talheim, anna.profile) is reason
    if reason:
        with pytest.raises(actions.Hindered):
            _send(rita, talheim, anna.profile, facts)
    else:
        assert _send(rita, talheim, anna.profile, facts).is_open


def test_hindrance_of_one_employer_is_none_for_another(make_offer, talheim, rival, anna):
    make_offer(talheim, anna.profile, "no")
    assert rules.hindrance(rival.memberships.get().employer, anna.profile) is None


def test_employer_has_twenty_open_offers_at_most(make_offer, talheim, anna, elektro, fuerth):
    people = [factories.make_profile(None, elektro, fuerth) for _number in range(rules.MOST_OPEN)]
    for person in people[1:]:
        make_offer(talheim, person)
    make_offer(talheim, people[0], age=timedelta(days=15))  # overdue, so not open any more
    assert rules.hindrance(talheim, anna.profile) is None
    make_offer(talheim, people[0].__class__.objects.get(pk=people[0].pk), "no")
    assert rules.hindrance(talheim, anna.profile) is None
    make_offer(talheim, factories.make_profile(None, elektro, fuerth))
    assert rules.hindrance(talheim, anna.profile) is Hindrance.TOO_MANY_OPEN


def test_yes_passes_contact_data_once(offer, anna, rita, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.say_yes(by=anna, offer=offer, **GIVEN)
    (message,) = mail.outbox
    assert message.to == [rita.email]
    assert PHONE not in message.body
    assert YES["name"] not in message.subject + message.body
    assert (offer.state, offer.worker_phone, offer.worker_name) == ("yes", PHONE, YES["name"])
    mail.outbox.clear()
    assert not actions.say_no(by=anna, offer=offer)
    assert not actions.say_yes(by=anna, offer=offer, name="X", phone="+491713920056", call_when="")
    offer.refresh_from_db()
    assert (offer.state, offer.worker_phone) == ("yes", PHONE)
    assert mail.outbox == []


def test_no_stays_no_in_a_second_tab(offer, anna):
    assert actions.say_no(by=anna, offer=offer)
    assert not actions.say_yes(by=anna, offer=offer, **GIVEN)
    offer.refresh_from_db()
    assert (offer.state, offer.worker_phone, offer.worker_name, offer.call_when) == ("no", "", "", "")


def test_nobody_answers_for_somebody_else(offer, fremder, rita):
    for user in (fremder, rita):
        assert not actions.say_yes(by=user, offer=offer, **GIVEN)
        assert not actions.say_no(by=user, offer=offer)
    offer.refresh_from_db()
    assert offer.is_open


def test_overdue_offer_cannot_be_answered(make_offer, talheim, anna):
    late = make_offer(talheim, anna.profile, age=timedelta(days=14, seconds=1))
    assert (late.state, late.state_now) == ("open", "expired")
    assert not actions.say_yes(by=anna, offer=late, **GIVEN)
    assert not actions.say_no(by=anna, offer=late)
    assert actions.expire() == 1
    assert actions.expire() == 0


def test_yes_to_an_employer_that_lost_its_check_passes_nothing(offer, anna, talheim):
    Employer.objects.filter(pk=talheim.pk).update(checked_until=None)
    assert not actions.say_yes(by=anna, offer=offer, **GIVEN)
    offer.refresh_from_db()
    assert offer.worker_phone == ""
    assert actions.say_no(by=anna, offer=offer)


@pytest.mark.parametrize(
    "wrong",
    [
        {"pay_min": 30},
        {"permanent": False, "until": None},
        {"state": "no", "worker_phone": PHONE},
        {"worker_name": "Aylin"},
        {"call_when": "abends"},
    ],
)
def test_database_refuses_what_must_not_be(wrong, offer):
    with pytest.raises(IntegrityError), transaction.atomic():
        Offer.objects.filter(pk=offer.pk).update(**wrong)


def test_database_refuses_a_second_open_offer(offer, make_offer, talheim, anna):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_offer(talheim, anna.profile)


def test_answer_goes_to_others_who_recruit_when_the_sender_is_gone(
    offer, anna, rita, talheim, django_capture_on_commit_callbacks
):
    other = factories.make_user("ruth@talheim.example")
    factories.make_member(talheim, other, "Ruth", is_recruiter=True)
    rita.memberships.update(until=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        actions.say_no(by=anna, offer=offer)
    assert [message.to for message in mail.outbox] == [[other.email]]


def test_offerable_asks_for_a_recruiter(anna, rita, monika, fremder):
    assert list(rules.offerable(viewer_of(rita))) == [anna.profile]
    for user in (monika, fremder, anna):
        assert not rules.offerable(viewer_of(user)).exists()

"""Two firms have become one: offers keep the name in which they were made, and go to those who made them (decision 0040)."""

from datetime import timedelta

import pytest

from network.contacts import actions, rules
from network.contacts.models import Offer
from network.employers import actions as employers
from tests import factories
from tests.committing import commit_at_once
from tests.contacts.conftest import PHONE, SECRETS
from tests.desk.casework import at_desk
from tests.employers.helpers import become_one, entered

pytestmark = pytest.mark.django_db


@pytest.fixture
def brandts(brandt):
    """Recruits for the firm that is left."""
    user = factories.make_user("rosa@brandt.example")
    factories.make_member(brandt, user, "Rosa Brandt", is_recruiter=True)
    return user


def test_open_offer_goes_on_and_the_worker_reads_to_whom_the_name_belongs(anna, offer, brandt, talheim, rita, brandts):
    become_one(talheim, brandt, at_desk())
    page = entered(anna).get(f"/me/offers/{offer.public_id}/").content.decode()
    assert "It belongs to Elektro Brandt now." in page
    offer.refresh_from_db()
    assert actions.say_yes(by=anna, offer=offer, name="Aylin Karaca", phone=PHONE, call_when="nach 17 Uhr")
    here = f"/employer/{brandt.public_id}/offers/"
    assert offer.title in entered(rita).get(here).content.decode()
    assert "Aylin Karaca" in entered(rita).get(f"{here}{offer.public_id}/").content.decode()


def test_yes_went_to_those_who_were_there(anna, make_offer, brandt, talheim, rita, brandts):
    given = {"worker_name": "Aylin Karaca", "worker_phone": PHONE, "call_when": "nach 17 Uhr"}
    said = make_offer(talheim, anna.profile, state=Offer.State.YES, sent_by=rita, **given)
    become_one(talheim, brandt, at_desk())
    here = f"/employer/{brandt.public_id}/offers/"
    for page in (here, f"{here}{said.public_id}/", f"{here}{said.public_id}/sent/"):
        words = entered(brandts).get(page).content.decode()
        assert not any(secret in words for secret in SECRETS), page
    assert entered(brandts).get(f"{here}{said.public_id}/").status_code == 404


def test_answer_is_mailed_to_those_who_came_along(anna, offer, brandt, talheim, rita, brandts, monkeypatch, mailoutbox):
    commit_at_once(monkeypatch)
    become_one(talheim, brandt, at_desk())
    mailoutbox.clear()
    offer.refresh_from_db()
    Offer.objects.filter(pk=offer.pk).update(sent_by=None)
    offer.refresh_from_db()
    actions.say_no(by=anna, offer=offer)
    assert [each.to for each in mailoutbox] == [[rita.email]]
    assert f"/employer/{brandt.public_id}/offers/{offer.public_id}/" in mailoutbox[0].body


def test_no_to_the_old_name_is_a_no_to_the_firm(anna, make_offer, brandt, talheim):
    make_offer(talheim, anna.profile, state=Offer.State.NO)
    assert rules.hindrance(brandt, anna.profile) is None
    become_one(talheim, brandt, at_desk())
    assert rules.hindrance(brandt, anna.profile) is rules.Hindrance.SAID_NO


def test_unchecked_firm_gets_no_number(anna, offer, brandt, talheim):
    type(brandt).objects.filter(pk=brandt.pk).update(checked_until=None)
    become_one(talheim, type(brandt).objects.get(pk=brandt.pk), at_desk())
    offer.refresh_from_db()
    assert not actions.say_yes(by=anna, offer=offer, name="Aylin Karaca", phone=PHONE, call_when="")


def test_places_are_not_taken_by_words_that_nobody_can_say(anna, make_offer, brandt, talheim, rita, brandts):
    """Who was there and has left since took the answers along: the firm that is left could never say what became of them."""
    make_offer(talheim, anna.profile, state=Offer.State.YES, age=timedelta(days=20), sent_by=rita)
    become_one(talheim, brandt, at_desk())
    assert rules.places(brandt).owing == 1, "Rita can say the word"
    employers.end_membership(by=rita, membership=rita.memberships.get(employer=brandt, until=None))
    assert rules.places(brandt).owing == 0


@pytest.mark.parametrize("page", ["", "{offer}/", "{offer}/sent/"])
def test_address_in_an_old_mail_leads_to_the_firm_of_today(page, offer, brandt, talheim, rita, brandts, fremder):
    become_one(talheim, brandt, at_desk())
    path = f"offers/{page.format(offer=offer.public_id)}"
    old, new = f"/employer/{talheim.public_id}/{path}", f"/employer/{brandt.public_id}/{path}"
    assert entered(rita).get(old).url == new
    assert entered(rita).get(new).status_code == 200
    assert entered(fremder).get(old).status_code == 404

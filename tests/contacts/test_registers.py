"""What the room hands down: tasks, the way to an offer, export, erasure."""

from datetime import timedelta

import pytest
from django.utils import translation

from accounts import registry as accounts
from network.contacts import actions, registers
from network.contacts.models import Offer
from network.employers import registry as employers
from network.employers.viewer import STRANGER, viewer_of
from network.profiles import registry as profiles
from network.profiles.sight import Sight
from tests import factories
from tests.contacts.conftest import PHONE, SECRETS, YES


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def test_room_is_registered():
    assert accounts.open_tasks["contacts"] is registers.open_tasks
    assert accounts.exporters["contacts"] is registers.export
    assert accounts.erasers["contacts"] == (20, registers.erase)
    assert employers.member_tasks["contacts"] is registers.member_tasks
    assert registers.acts in profiles.acts


def test_waiting_offer_is_the_first_task(offer, anna):
    first, every = registers.open_tasks(anna)
    assert (first.title, first.state, first.order) == ("An offer is waiting for you", "todo", 1)
    assert first.url == f"/me/offers/{offer.public_id}/"
    assert every.url == "/me/offers/"


def test_answered_and_overdue_offers_are_no_task(make_offer, talheim, rival, anna, fremder):
    make_offer(talheim, anna.profile, "no")
    make_offer(rival.memberships.get().employer, anna.profile, age=timedelta(days=15))
    assert [task.state for task in registers.open_tasks(anna)] == [""]
    assert list(registers.open_tasks(fremder)) == []


def test_only_recruiters_have_the_list_of_answers(rita, colleague):
    assert [task.title for task in registers.member_tasks(rita.memberships.get())] == ["Offers and answers", "Notices"]
    assert [task.title for task in registers.member_tasks(colleague.memberships.get())] == ["Notices"], "an admin"


def test_way_to_an_offer_is_for_recruiters_of_checked_employers(anna, rita, monika, fremder, elektro, fuerth):
    profile = anna.profile
    assert registers.acts(profile, Sight(viewer_of(rita))) == [(f"/p/{profile.handle}/offer/", "Make an offer")]
    for viewer in (STRANGER, viewer_of(fremder), viewer_of(monika), viewer_of(anna)):
        assert registers.acts(profile, Sight(viewer)) == []
    for fields in ({"goal": "keep"}, {"visibility": "link"}):
        assert registers.acts(factories.make_profile(None, elektro, fuerth, **fields), Sight(viewer_of(rita))) == []


def test_export_has_what_each_side_said(offer, anna, rita, fremder):
    actions.say_yes(by=anna, offer=offer, **{**YES, "phone": PHONE})
    (received,) = registers.export(anna).data["offers_received"]
    assert received["given_phone"] == PHONE
    assert received["employer"] == "Stadtwerke Talheim"
    sent = registers.export(rita).data
    assert sent["offers_sent"][0]["contact_name"] == "Dirk Albers"
    assert not any(secret in str(sent) for secret in SECRETS), "the worker's data are not the recruiter's to export"
    names = ("offers_received", "offers_sent", "notices_pinned", "notices_answered")
    assert registers.export(fremder).data == {name: [] for name in names}


@pytest.mark.parametrize("state", ["open", "yes", "no", "expired"])
def test_worker_who_leaves_takes_all_contact_data_along(client, state, make_offer, talheim, anna, rita):
    given = {"worker_name": "Aylin Karaca", "worker_phone": PHONE, "call_when": "nach 17 Uhr"} if state == "yes" else {}
    offer = make_offer(talheim, anna.profile, state, text="Ihre Probe hat uns gefallen", **given)
    registers.erase(anna)
    anna.delete()
    offer = Offer.objects.get(pk=offer.pk)
    assert (offer.profile, offer.state, offer.text) == (None, "left", "")
    client.force_login(rita)
    client.cookies["django_language"] = "en"
    for where in (f"/employer/{talheim.public_id}/offers/", f"/employer/{talheim.public_id}/offers/{offer.public_id}/"):
        page = client.get(where).content.decode()
        assert "The person has left" in page
        for secret in SECRETS:
            assert secret not in page


def test_recruiter_who_leaves_takes_the_own_name_along(offer, anna, rita):
    registers.erase(rita)
    rita.delete()
    offer.refresh_from_db()
    assert (offer.sent_by, offer.contact_name, offer.contact_phone, offer.state) == (None, "", "", "expired")
    assert offer.profile == anna.profile

"""Two firms have become one: nothing signed changes, those who answer for the old name now act for it (decision 0040)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.utils import timezone

from network.desk import cases
from network.desk.models import Case
from network.employers.models import Employer
from network.profiles.models import Block
from references import actions
from references.audit import verify
from references.audit_one import payload_problem
from references.inviting import taking
from references.models import Objection, Reference, StampConsent, StampRound, Withdrawal, WorkerInvitation
from references.payload import said_in
from references.stamp import calendar, rules
from tests import factories
from tests.accounts.helpers import give_app
from tests.desk.casework import at_desk, contested
from tests.employers.helpers import become_one
from tests.references import helpers, inviting, stamps

pytestmark = pytest.mark.django_db


@pytest.fixture
def petra():
    return at_desk()


@pytest.fixture
def tanja(talheim):
    user = factories.make_user("tanja@talheim.example")
    factories.make_member(talheim, user, "Tanja Thal", is_admin=True)
    give_app(user)
    return user


@pytest.fixture
def firm(tanja):
    client = Client(headers={"accept-language": "en"})
    client.force_login(tanja)
    return client


@pytest.fixture
def shown(anna, reference):
    actions.release(by=anna, reference=reference)
    return Reference.objects.get(pk=reference.pk)


def test_signed_words_stay_and_pages_say_to_whom_the_name_belongs(client, shown, brandt, talheim, petra):
    before = (shown.payload, shown.signature, shown.employer_id, shown.key_id)
    become_one(brandt, talheim, petra)
    after = Reference.objects.get(pk=shown.pk)
    assert (after.payload, after.signature, after.employer_id, after.key_id) == before
    assert (payload_problem(after), verify()) == ("", None)
    for page in (f"/v/{shown.public_id}/", f"/v/{shown.public_id}/how/", f"/p/{shown.profile.handle}/"):
        words = client.get(page).content.decode()
        assert "Elektro Brandt now belongs to Stadtwerke Talheim." in words, page
        assert "no longer checked" not in words, page
    Employer.objects.filter(pk=brandt.pk).update(checked_until=None)
    assert "no longer checked" in client.get(f"/v/{shown.public_id}/").content.decode()


def test_a_row_hung_on_the_new_firm_is_found_out(shown, brandt, talheim, petra):
    become_one(brandt, talheim, petra)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE references_reference SET employer_id = %s WHERE id = %s", [talheim.pk, shown.pk])
    assert "column" in str(verify())


def test_whoever_signed_still_speaks_and_leaves_later(client, anna, brandt, talheim, monika, petra):
    request = helpers.ask(anna, helpers.make_station(anna, brandt))
    shown = helpers.sign(request, by=monika).reference
    actions.release(by=anna, reference=shown)
    become_one(brandt, talheim, petra)
    left = "has not spoken for the employer since"
    assert left not in client.get(f"/v/{shown.public_id}/").content.decode()
    talheim.memberships.filter(user=monika).update(until=timezone.now())
    assert left in client.get(f"/v/{shown.public_id}/").content.decode()


def test_new_administration_reads_objects_and_withdraws(firm, tanja, shown, brandt, talheim, petra):
    here = f"/employer/{talheim.public_id}/references/"
    assert "Hat alle Kunden gehalten" not in firm.get(here).content.decode()
    assert firm.post(f"{here}{shown.public_id}/object/", {"words": "Nie"}).status_code == 404
    become_one(brandt, talheim, petra)
    assert "Hat alle Kunden gehalten" in firm.get(here).content.decode()
    firm.post(f"{here}{shown.public_id}/object/", {"words": "Nie bei uns gewesen."})
    assert Objection.objects.filter(reference=shown).exists()
    assert Case.objects.get(kind="objection").employer == talheim
    firm.post(f"{here}{shown.public_id}/withdraw/", {"reason": ""})
    assert Withdrawal.objects.get().who == "employer"
    assert verify() is None


def test_other_firm_reads_nothing_of_it(firm, shown, brandt, talheim, petra, fuerth):
    other = factories.make_employer("Bau Berger", fuerth)
    become_one(brandt, other, petra)
    words = firm.get(f"/employer/{talheim.public_id}/references/").content.decode()
    assert "Hat alle Kunden gehalten" not in words


def test_open_request_is_answered_in_the_old_name_by_the_people_of_today(anna, brandt, talheim, tanja, petra):
    talheim.memberships.filter(user=tanja).update(is_referee=True)
    asked = helpers.ask(anna, helpers.make_station(anna, brandt))
    become_one(brandt, talheim, petra)
    signed = helpers.sign(asked, by=tanja).reference
    said = said_in(signed)
    assert (said["employer"]["name"], said["checked"]["how"], signed.level) == ("Elektro Brandt", "member", 4)
    assert verify() is None


def test_cases_go_to_those_who_answer_for_it(anna, shown, brandt, talheim, tanja, firm, petra):
    case = contested(shown)
    become_one(brandt, talheim, petra)
    case.refresh_from_db()
    assert case.employer == talheim
    cases.decide(by=petra, case=case, outcome="stays", reason="Die Meisterin hat es bestätigt.")
    assert firm.get(f"/me/desk/{case.pk}/").status_code == 200


def test_consent_to_one_list_is_no_consent_to_another(anna, brandt, talheim, monika, petra, monkeypatch):
    moved = stamps.working(anna, brandt)
    bound = stamps.working(anna, brandt, start=date(2020, 1, 1))
    asked = stamps.open_round(brandt)
    stamps.said(monika, asked, bound)
    become_one(brandt, talheim, petra)
    moved.refresh_from_db()
    bound.refresh_from_db()
    assert (moved.employer, bound.employer) == (talheim, brandt)  # the second one is stamped
    assert not StampConsent.objects.exists()
    assert not StampRound.objects.open().exists()
    assert not rules.listed(talheim).exists()
    page = Client(headers={"accept-language": "en"})
    page.force_login(anna)
    assert "Stadtwerke Talheim (the list for Elektro Brandt)" in page.get("/me/stamp/").content.decode()
    for station in (moved, bound):
        page.post(f"/me/stamp/station/{station.pk}/", {"agree": "yes"})
    assert set(rules.listed(talheim)) == {moved, bound}
    monkeypatch.setattr(rules, "is_time_to_ask", lambda day: True)
    assert calendar.open_due() == 1
    assert StampRound.objects.open().get().employer == talheim
    assert stamps.said(monika, StampRound.objects.open().get(), bound).level == 4


def test_who_hides_is_on_no_list(anna, brandt, talheim, petra):
    station = stamps.working(anna, brandt)
    become_one(brandt, talheim, petra)
    StampConsent.objects.create(station=station)
    Block.objects.create(profile=anna.profile, employer=brandt)
    assert not rules.listed(talheim).exists()


def test_all_invitations_go_along_so_that_none_tells_how_it_ended(
    monika, tanja, brandt, talheim, elektro, petra, statements
):
    older = inviting.invite(tanja, talheim, email="eins@post.example")
    newer = inviting.invite(monika, brandt, email="eins@post.example")
    still = inviting.invite(monika, brandt, inviting.words(elektro), email="zwei@post.example")
    ended = inviting.invite(monika, brandt, email="drei@post.example")
    WorkerInvitation.objects.filter(pk=ended.pk).update(state="declined", closed_at=timezone.now(), email="", draft={})
    become_one(brandt, talheim, petra)
    states = dict(WorkerInvitation.objects.filter(employer=talheim).values_list("pk", "state"))
    assert states == {older.pk: "open", newer.pk: "cancelled", still.pk: "open", ended.pk: "declined"}


def test_invited_worker_takes_the_words_over_in_the_name_of_today(monika, brandt, talheim, elektro, petra, statements):
    sent = inviting.invite(monika, brandt, inviting.words(elektro))
    samira = factories.make_user(inviting.SAMIRA)
    become_one(brandt, talheim, petra)
    signed = taking.take_over(by=samira, invitation=WorkerInvitation.objects.get(pk=sent.pk), name="Samira Keller")
    assert said_in(signed)["employer"]["name"] == "Stadtwerke Talheim"
    assert verify() is None


def test_invited_worker_may_take_them_over_for_a_station_of_the_old_name(
    monika, brandt, talheim, elektro, petra, statements
):
    sent = inviting.invite(monika, brandt, inviting.words(elektro))
    samira = factories.make_user(inviting.SAMIRA)
    factories.make_profile(samira, elektro, brandt.place, name="Samira Keller")
    station = helpers.make_station(samira, brandt)
    other = helpers.make_station(samira, factories.make_employer("Bau Berger", brandt.place))
    become_one(brandt, talheim, petra)
    invitation = WorkerInvitation.objects.get(pk=sent.pk)
    assert taking.stations_for(samira.profile, invitation) == [station]
    with pytest.raises(PermissionDenied):
        taking.take_over(by=samira, invitation=invitation, station=other)
    signed = taking.take_over(by=samira, invitation=invitation, station=station)
    assert (said_in(signed)["employer"]["name"], signed.level) == ("Elektro Brandt", 4)
    assert verify() is None

"""Two firms have become one: what goes along, and what stays as it was (decision 0040)."""

from datetime import date

import pytest
from django.utils import timezone

from network.employers import actions, rules
from network.employers.models import Employer, Invitation
from network.employers.viewer import viewer_of
from network.profiles.models import Block, Profile
from tests import factories
from tests.desk.casework import at_desk
from tests.employers.helpers import become_one, enter

pytestmark = pytest.mark.django_db
WORDS = "Übernommen zum 1. Oktober, Handelsregister Fürth."
REASON = "Registerauszug gesehen."


@pytest.fixture
def petra():
    return at_desk()


@pytest.fixture
def tanja(talheim):
    user = factories.make_user("tanja@talheim.example")
    factories.make_member(talheim, user, "Tanja Thal", is_admin=True)
    return user


def test_old_page_leads_to_the_firm_of_today_in_one_step(client, petra, brandt, talheim, nuernberg):
    last = factories.make_employer("Werke Süd", nuernberg)
    become_one(brandt, talheim, petra)
    answer = client.get(f"/e/{brandt.public_id}/")
    assert (answer.status_code, answer["Location"]) == (301, f"/e/{talheim.public_id}/")
    assert "Elektro Brandt, Fürth" in client.get(answer["Location"]).content.decode()
    become_one(talheim, last, petra)
    for old in (brandt, talheim):
        answer = client.get(f"/e/{old.public_id}/")
        assert (answer.status_code, answer["Location"]) == (301, f"/e/{last.public_id}/")
        old.refresh_from_db()
        assert (old.merged_into, old.root) == (last, last)


def test_people_go_along_with_the_stronger_role_and_who_left_has_left(monika, rita, petra, brandt, talheim):
    factories.make_member(brandt, rita, "R. Renner", is_admin=True)
    gone = factories.make_member(brandt, name="Gustav Gestern", is_admin=True)
    gone.until = timezone.now()
    gone.save()
    become_one(brandt, talheim, petra)
    assert not brandt.memberships.current().exists()
    there = {each.name: each for each in talheim.memberships.current()}
    assert set(there) == {"Rita Renner", "Monika Brandt"}
    assert (there["Rita Renner"].is_admin, there["Rita Renner"].is_recruiter) == (True, True)
    assert (there["Monika Brandt"].is_referee, there["Monika Brandt"].is_recruiter) == (True, False)
    assert rules.is_admin(monika, Employer.objects.get(pk=brandt.pk))  # answers for the old name
    assert not rules.is_admin(gone.user, brandt)


def test_open_invitations_go_along_and_of_two_the_older_stays(monika, tanja, petra, brandt, talheim):
    older = actions.invite(by=tanja, employer=talheim, email="neu@example.org", is_referee=True)
    newer = actions.invite(by=monika, employer=brandt, email="neu@example.org", is_admin=True)
    other = actions.invite(by=monika, employer=brandt, email="zwei@example.org", is_referee=True)
    become_one(brandt, talheim, petra)
    assert set(talheim.invitations.open()) == {older, other}
    newer.refresh_from_db()
    assert newer.revoked_at
    zwei = factories.make_user("zwei@example.org")
    stale = Invitation.objects.get(pk=other.pk)
    stale.employer = brandt  # as another tab had read it before
    member = actions.accept_invitation(by=zwei, invitation=stale, name="Zwei Neu")
    assert member.employer == talheim


def test_check_is_not_inherited_and_an_old_name_is_as_the_firm_is(petra, brandt, talheim):
    Employer.objects.filter(pk=talheim.pk).update(checked_until=None)
    old = become_one(brandt, Employer.objects.get(pk=talheim.pk), petra)
    talheim.refresh_from_db()
    assert (talheim.is_checked, old.is_checked) == (False, False)
    actions.record_proof(by=petra, employer=talheim, kind="visit", reason="Besucht.")
    old.refresh_from_db()
    assert old.is_checked
    assert old.domain == talheim.domain


@pytest.mark.parametrize("blocked", ["old", "new", "branch"])
def test_who_hides_from_either_is_hidden_from_the_one(anna, monika, rita, petra, brandt, talheim, fuerth, blocked):
    shop = factories.make_employer("Brandt Laden", fuerth, parent=brandt)
    Block.objects.create(profile=anna.profile, employer={"old": brandt, "new": talheim, "branch": shop}[blocked])
    assert Profile.objects.openable_by(viewer_of({"old": rita}.get(blocked, rita if blocked == "branch" else monika)))
    become_one(brandt, talheim, petra)
    for person in (monika, rita):
        assert not Profile.objects.openable_by(viewer_of(person)).exists()
    shop.refresh_from_db()
    assert (shop.parent, shop.root) == (talheim, talheim)


def test_going_on_moves_what_is_over_or_bound_stays(anna, petra, brandt, talheim):
    profile = anna.profile
    now = factories.make_station(profile, brandt)
    over = factories.make_station(profile, brandt, end=date(2018, 1, 1))
    bound = factories.make_station(profile, brandt, start=date(2019, 1, 1))
    bound.confirmations.create(
        source="reference:x", level=3, first=bound.start, last=bound.start, on=timezone.localdate()
    )
    become_one(brandt, talheim, petra)
    employers = {}
    for each in (now, over, bound):
        each.refresh_from_db()
        employers[each.pk] = each.employer
    assert employers == {now.pk: talheim, over.pk: brandt, bound.pk: brandt}


def test_nobody_worked_there_before_it_was_founded(anna, petra, brandt, talheim):
    Employer.objects.filter(pk=talheim.pk).update(founded_year=2020)
    early = factories.make_station(anna.profile, brandt)
    become_one(brandt, Employer.objects.get(pk=talheim.pk), petra)
    early.refresh_from_db()
    assert early.employer == brandt


def test_old_name_is_found_and_cannot_be_registered_again(client, monika, fremder, petra, brandt, talheim):
    become_one(brandt, talheim, petra)
    found = client.get("/employers/suggest/?q=Elektro Bra").json()
    assert [each["value"] for each in found] == ["Elektro Brandt, Fürth"]  # people worked there
    with pytest.raises(actions.Taken):
        actions.register(by=fremder, name="Elektro Brandt", place=brandt.place, member_name="Fremd")
    answer = enter(monika).post(
        "/employer/new/",
        {"name": "Elektro Brandt", "place": "90762", "works_council": "no", "member_name": "Monika Brandt"},
    )
    assert answer["Location"] == f"/employer/{talheim.public_id}/"
    assert enter(monika).get(f"/employer/{brandt.public_id}/")["Location"] == f"/employer/{talheim.public_id}/"
    assert enter(fremder).get(f"/employer/{brandt.public_id}/").status_code == 404
    actions.correct(by=petra, employer=talheim, reason="Neuer Name", name="Elektro Brandt", place=brandt.place)


def test_old_name_is_nothing_to_check_or_correct(petra, brandt, talheim):
    become_one(brandt, talheim, petra)
    client, here = enter(petra), f"/desk/employer/{brandt.public_id}/"
    page = client.get(here)
    assert "Ein alter Name" in page.content.decode()
    assert "<textarea" not in page.content.decode()
    said = {"kind": "visit", "reason": REASON, "seen": page.context["form"].initial["seen"]}
    assert client.post(here, said).status_code == 409
    for more in ("correct/", "invite/"):
        assert client.get(here + more)["Location"] == here
    brandt.refresh_from_db()
    assert brandt.queued_at is None


def test_worker_who_changes_the_months_keeps_the_name_of_that_time(anna, petra, brandt, talheim):
    over = factories.make_station(anna.profile, brandt, end=date(2018, 1, 1), place=brandt.place)
    become_one(brandt, talheim, petra)
    client, url = enter(anna), f"/me/profile/stations/{over.pk}/"
    form = client.get(url).context["form"]
    said = {"employer": form["employer"].value(), "occupation": form["occupation"].value(), "place": "90762"}
    said |= {"start_month": "9", "start_year": "2014", "end_month": "1", "end_year": "2018"}
    assert client.post(url, said).status_code == 302
    over.refresh_from_db()
    assert (over.employer, over.start) == (brandt, date(2014, 9, 1))


def test_worker_hides_from_the_firm_of_today_by_its_old_name(anna, rita, petra, brandt, talheim):
    become_one(brandt, talheim, petra)
    assert Profile.objects.openable_by(viewer_of(rita)).exists()
    enter(anna).post("/me/profile/blocks/", {"employer": "Elektro Brandt, Fürth"})
    assert Block.objects.get().employer == brandt
    assert not Profile.objects.openable_by(viewer_of(rita)).exists()


def test_employer_that_types_an_old_name_means_the_firm_of_today(monika, petra, brandt, talheim, fuerth):
    other = factories.make_employer("Bau Berger", fuerth)
    factories.make_member(other, monika, is_admin=True)
    become_one(brandt, talheim, petra)
    enter(monika).post(f"/employer/{other.public_id}/settings/parent/", {"parent": "Elektro Brandt, Fürth"})
    other.refresh_from_db()
    assert talheim in (other.parent, other.parent_asked)

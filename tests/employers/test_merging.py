"""Two firms become one: who asks, who agrees, who decides, and what goes along (decision 0040)."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from network.employers import actions, rules
from network.employers.models import Employer, EmployerProof, Invitation
from network.employers.viewer import viewer_of
from network.profiles.models import Block, Profile
from tests import factories
from tests.desk.casework import at_desk
from tests.employers.helpers import enter

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


def join(old: Employer, new: Employer, by) -> Employer:
    """The whole way behind the pages."""
    Employer.objects.filter(pk=old.pk).update(merge_asked=new, merge_words=WORDS, merge_agreed_at=timezone.now())
    actions.merge(by=by, employer=old, into=new, reason=REASON)
    return Employer.objects.get(pk=old.pk)


def asking(client, old: Employer, new: Employer, which: str = "into"):
    url = f"/employer/{old.public_id}/settings/merge/"
    return client.post(url, {"other": f"{new.name}, {new.place.name}", "which": which, "words": WORDS})


def decided(client, old: Employer, outcome: str = "yes"):
    url = f"/desk/employer/{old.public_id}/merge/"
    seen = client.get(url).context["form"].initial["seen"]
    return client.post(url, {"outcome": outcome, "reason": REASON, "seen": seen})


def test_one_asks_the_other_agrees_the_desk_decides(monika, tanja, petra, brandt, talheim):
    assert asking(enter(monika), brandt, talheim).status_code == 302
    assert enter(petra).get(f"/desk/employer/{brandt.public_id}/merge/").status_code == 404  # nobody has agreed
    area = enter(tanja).get(f"/employer/{talheim.public_id}/").content.decode()
    assert "Eine Firma sagt, dass sie zu Ihnen gehört" in area
    page = enter(tanja).get(f"/employer/{talheim.public_id}/settings/merge/{brandt.public_id}/").content.decode()
    assert WORDS in page
    assert "Monika Brandt" in page
    enter(tanja).post(f"/employer/{talheim.public_id}/settings/merge/{brandt.public_id}/", {"answer": "yes"})
    assert brandt.name in enter(petra).get("/desk/").content.decode()
    mail.outbox.clear()
    assert decided(enter(petra), brandt).status_code == 200
    brandt.refresh_from_db()
    assert (brandt.merged_into, brandt.parent, brandt.root) == (talheim, talheim, talheim)
    assert (brandt.merge_asked, brandt.merge_words, brandt.merge_agreed_at) == (None, "", None)
    assert sorted(each.to[0] for each in mail.outbox) == [monika.email, tanja.email]
    assert all(REASON in each.body for each in mail.outbox)
    assert brandt.name not in enter(petra).get("/desk/").content.decode().split("<section")[1]
    assert REASON in enter(monika).get(f"/employer/{talheim.public_id}/proof/").content.decode()


def test_old_page_leads_to_the_firm_of_today_in_one_step(client, petra, brandt, talheim, nuernberg):
    last = factories.make_employer("Werke Süd", nuernberg)
    join(brandt, talheim, petra)
    answer = client.get(f"/e/{brandt.public_id}/")
    assert (answer.status_code, answer["Location"]) == (301, f"/e/{talheim.public_id}/")
    assert "Elektro Brandt, Fürth" in client.get(answer["Location"]).content.decode()
    join(talheim, last, petra)
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
    join(brandt, talheim, petra)
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
    join(brandt, talheim, petra)
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
    old = join(brandt, Employer.objects.get(pk=talheim.pk), petra)
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
    join(brandt, talheim, petra)
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
    join(brandt, talheim, petra)
    employers = {}
    for each in (now, over, bound):
        each.refresh_from_db()
        employers[each.pk] = each.employer
    assert employers == {now.pk: talheim, over.pk: brandt, bound.pk: brandt}


def test_nobody_worked_there_before_it_was_founded(anna, petra, brandt, talheim):
    Employer.objects.filter(pk=talheim.pk).update(founded_year=2020)
    early = factories.make_station(anna.profile, brandt)
    join(brandt, Employer.objects.get(pk=talheim.pk), petra)
    early.refresh_from_db()
    assert early.employer == brandt


def test_refusal_is_read_by_both_and_can_be_asked_again(monika, tanja, petra, brandt, talheim):
    actions.ask_merge(by=monika, employer=brandt, into=talheim, words=WORDS)
    assert actions.answer_merge(by=tanja, into=talheim, employer=brandt, yes=True)
    mail.outbox.clear()
    decided(enter(petra), brandt, "no")
    assert sorted(each.to[0] for each in mail.outbox) == [monika.email, tanja.email]
    for who, firm in ((monika, brandt), (tanja, talheim)):
        assert REASON in enter(who).get(f"/employer/{firm.public_id}/proof/").content.decode()
    brandt.refresh_from_db()
    assert (brandt.merged_into, brandt.merge_asked) == (None, None)
    actions.ask_merge(by=monika, employer=brandt, into=talheim, words=WORDS)


def test_other_side_says_no_also_after_a_yes(monika, tanja, petra, brandt, talheim):
    url = f"/employer/{talheim.public_id}/settings/merge/{brandt.public_id}/"
    asking(enter(monika), brandt, talheim)
    enter(tanja).post(url, {"answer": "yes"})
    seen = enter(petra).get(f"/desk/employer/{brandt.public_id}/merge/").context["form"].initial["seen"]
    enter(tanja).post(url, {"answer": "no"})
    said = {"outcome": "yes", "reason": REASON, "seen": seen}
    assert enter(petra).post(f"/desk/employer/{brandt.public_id}/merge/", said).status_code == 404
    assert enter(tanja).post(url, {"answer": "yes"}).status_code == 404
    brandt.refresh_from_db()
    assert brandt.merged_into is None


def test_stale_page_of_the_desk_decides_nothing(monika, tanja, petra, brandt, talheim):
    actions.ask_merge(by=monika, employer=brandt, into=talheim, words=WORDS)
    actions.answer_merge(by=tanja, into=talheim, employer=brandt, yes=True)
    client, url = enter(petra), f"/desk/employer/{brandt.public_id}/merge/"
    seen = client.get(url).context["form"].initial["seen"]
    Employer.objects.filter(pk=talheim.pk).update(checked_until=timezone.localdate() - timedelta(days=1))
    assert client.post(url, {"outcome": "yes", "reason": REASON, "seen": seen}).status_code == 409
    assert decided(client, brandt).status_code == 200
    with pytest.raises(actions.Gone):  # the second click
        actions.merge(by=petra, employer=brandt, into=talheim, reason=REASON)
    assert EmployerProof.objects.filter(kind="took-over").count() == 1


def test_taken_back(monika, brandt, talheim):
    client = enter(monika)
    asking(client, brandt, talheim)
    client.post(f"/employer/{brandt.public_id}/settings/merge/", {"do": "take-back"})
    brandt.refresh_from_db()
    assert brandt.merge_asked is None


def test_database_holds_what_an_old_name_is(brandt, talheim):
    for wrong in ({"merged_into": talheim}, {"merge_agreed_at": timezone.now()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Employer.objects.filter(pk=brandt.pk).update(**wrong)


def test_nobody_without_the_right_can_ask_or_answer(monika, rita, fremder, anna, brandt, talheim):
    for who in (rita, fremder, anna):
        client = enter(who)
        assert asking(client, brandt, talheim).status_code == 404
        assert client.get(f"/employer/{talheim.public_id}/settings/merge/{brandt.public_id}/").status_code == 404
        with pytest.raises(PermissionDenied):
            actions.ask_merge(by=who, employer=brandt, into=talheim, words=WORDS)
        with pytest.raises(PermissionDenied):
            actions.answer_merge(by=who, into=talheim, employer=brandt, yes=True)
        with pytest.raises(PermissionDenied):
            actions.take_back_merge(by=who, employer=brandt)
        assert client.get(f"/desk/employer/{brandt.public_id}/merge/").status_code == 404

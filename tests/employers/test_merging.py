"""Two firms become one: who asks, who agrees, who decides (decision 0040)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from network.employers import actions
from network.employers.models import Employer, EmployerProof
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


def test_what_cannot_become_one_says_why(monika, brandt, talheim, petra, fuerth):
    branch = factories.make_employer("Brandt Laden", fuerth, parent=brandt)
    factories.make_member(branch, monika, is_admin=True)
    client = enter(monika)
    with_admin = factories.make_employer("Bau Berger", fuerth)
    factories.make_member(with_admin, is_admin=True)
    for other, which in ((brandt, "into"), (branch, "into"), (with_admin, "from")):
        answer = asking(client, brandt, other, which)
        assert answer.status_code == 200, other
        assert answer.context["form"].errors["other"], other
    assert asking(client, brandt, talheim, "sideways").context["form"].errors["which"]
    for wrong in (brandt, branch):
        with pytest.raises(PermissionDenied):
            actions.ask_merge(by=monika, employer=brandt, into=wrong, words=WORDS)
    old = become_one(with_admin, talheim, petra)
    with pytest.raises(PermissionDenied):
        actions.ask_merge(by=monika, employer=brandt, into=old, words=WORDS)
    assert not Employer.objects.exclude(merge_asked=None).exists()


def test_branch_can_become_one_with_its_parent(monika, petra, brandt, fuerth):
    branch = factories.make_employer("Brandt Laden", fuerth, parent=brandt)
    factories.make_member(branch, monika, is_admin=True)
    actions.ask_merge(by=monika, employer=branch, into=brandt, words=WORDS)  # admin of both: the desk is next
    actions.merge(by=petra, employer=branch, into=brandt, reason=REASON)
    branch.refresh_from_db()
    assert (branch.merged_into, branch.root) == (brandt, brandt)
    assert list(brandt.branches.standing()) == []


def test_two_who_ask_each_other_and_those_who_asked_the_old_one(monika, tanja, petra, brandt, talheim, fuerth):
    third = factories.make_employer("Bau Berger", fuerth, merge_asked=brandt, parent_asked=brandt)
    actions.ask_merge(by=monika, employer=brandt, into=talheim, words=WORDS)
    with pytest.raises(actions.Gone):
        actions.ask_merge(by=tanja, employer=talheim, into=brandt, words=WORDS)
    with pytest.raises(actions.Gone):  # the second click
        actions.ask_merge(by=monika, employer=brandt, into=talheim, words=WORDS)
    assert asking(enter(tanja), talheim, brandt).context["form"].errors["other"]
    actions.answer_merge(by=tanja, into=talheim, employer=brandt, yes=True)
    assert not actions.answer_merge(by=tanja, into=talheim, employer=brandt, yes=True)
    actions.merge(by=petra, employer=brandt, into=talheim, reason=REASON)
    third.refresh_from_db()
    assert (third.merge_asked, third.parent_asked) == (None, None)


def test_firm_without_administration_goes_by_the_other_side_and_the_desk(tanja, petra, talheim, fuerth):
    left = factories.make_employer("Elektro Alt", fuerth)
    answer = asking(enter(tanja), talheim, left, "from")
    assert (answer.status_code, "Ansprechstelle" in answer.content.decode()) == (200, True)
    assert decided(enter(petra), left).status_code == 200
    left.refresh_from_db()
    assert left.merged_into == talheim


def test_nobody_decides_about_the_own_family(monika, tanja, petra, brandt, talheim, fuerth):
    shop = factories.make_employer("Brandt Laden", fuerth, parent=brandt)
    factories.make_member(shop, petra, is_referee=True)
    actions.ask_merge(by=monika, employer=brandt, into=talheim, words=WORDS)
    actions.answer_merge(by=tanja, into=talheim, employer=brandt, yes=True)
    assert decided(enter(petra), brandt).status_code == 409
    brandt.refresh_from_db()
    assert brandt.merged_into is None


def test_whoever_asked_closes_the_account(monika, tanja, petra, brandt, talheim):
    actions.ask_merge(by=monika, employer=brandt, into=talheim, words=WORDS)
    actions.answer_merge(by=tanja, into=talheim, employer=brandt, yes=True)
    actions.erase(monika)
    brandt.refresh_from_db()
    assert (brandt.merge_asked, brandt.merge_words, brandt.merge_agreed_at) == (None, "", None)


def test_whoever_was_asked_closes_the_account(monika, tanja, petra, brandt, talheim):
    actions.ask_merge(by=monika, employer=brandt, into=talheim, words=WORDS)
    actions.erase(tanja)
    brandt.refresh_from_db()
    assert brandt.merge_agreed_at  # nobody is left to answer, so the desk decides
    assert decided(enter(petra), brandt).status_code == 200

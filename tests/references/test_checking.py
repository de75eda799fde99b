"""The check page, withdrawal, and what the employer sees."""

import pytest
from django.db import connection

from network.employers import actions as employers
from network.occupations.models import Statement
from network.profiles.models import Block, Confirmation
from references import actions
from references.models import LedgerEntry, Withdrawal
from tests import factories
from tests.accounts.helpers import give_app
from tests.references import helpers


@pytest.fixture
def shown(anna, reference):
    actions.release(by=anna, reference=reference)
    return reference


@pytest.fixture
def page(boss, shown):
    return lambda: boss.get(f"/v/{shown.public_id}/")


def test_check_page_says_who_role_when_and_how(page):
    words = page().content.decode()
    expected = (
        "is real",
        "Anna G.",
        "Monika Brandt",
        "Meisterin",
        "Elektro Brandt, Fürth",
        "Sentence 1.",
        "A code to the mailbox",
    )
    assert all(each in words for each in expected)
    assert "Arbeitszeugnis" in words  # law 7
    assert page()["X-Robots-Tag"].startswith("noindex")


def test_check_page_keeps_the_name_as_the_worker_shows_it(page, anna):
    assert "Gärtner" not in page().content.decode()
    anna.profile.name_shown = "full"
    anna.profile.save()
    assert "Anna Gärtner" in page().content.decode()


def test_check_page_shows_retired_sentences(page):
    Statement.objects.update(retired=True)
    assert "Sentence 1." in page().content.decode()


def test_check_page_says_what_changed_since(page, brandt):
    brandt.checked_until = None
    brandt.save()
    words = page().content.decode()
    assert "no longer checked" in words
    assert "Checked employer" in words  # what was true on the day stays


def test_check_page_says_who_left(anna, brandt, monika, boss):
    request = helpers.ask(anna, helpers.make_station(anna, brandt), email="x@example.org")
    reference = helpers.sign(request, by=monika).reference
    actions.release(by=anna, reference=reference)
    assert "has not spoken" not in boss.get(f"/v/{reference.public_id}/").content.decode()
    factories.make_member(brandt, None, "Uwe", is_admin=True)
    employers.end_membership(by=monika, membership=brandt.memberships.get(user=monika))
    assert (
        "Monika Brandt has not spoken for the employer since" in boss.get(f"/v/{reference.public_id}/").content.decode()
    )


def test_check_page_warns_when_the_words_were_changed(page, shown):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE references_reference SET payload = %s", [shown.payload.replace("Kunden", "Kanten")])
    words = page().content.decode()
    assert "cannot be relied on" in words
    assert "Kanten" not in words


def test_check_page_of_a_withdrawn_one_tells_just_that(page, shown):
    actions.withdraw(by=None, reference=shown, reason="Es war jemand anders.")
    words = page().content.decode()
    assert "Withdrawn on" in words
    assert not any(each in words for each in ("Sentence", "Monika", "Anna", "jemand anders"))


@pytest.mark.parametrize("state", ["hidden", "erased", "unknown", "not decided"])
def test_check_page_is_not_there(boss, anna, reference, state):
    address = f"/v/{reference.public_id}/"
    if state != "not decided":
        actions.release(by=anna, reference=reference)
    if state == "hidden":
        actions.hide(by=anna, reference=reference)
    if state == "erased":
        actions.erase(by=anna)
    assert boss.get("/v/unknown222/" if state == "unknown" else address).status_code == 404


@pytest.mark.parametrize("relation", ["itself", "branch", "parent"])
def test_check_page_is_hidden_from_blocked_employers(client, anna, shown, talheim, rita, relation, fuerth):
    """Law 4, with parent and branches; a stranger with the paper still reads it."""
    hidden_from = talheim
    if relation == "branch":
        hidden_from = factories.make_employer("Talheim Mitte", fuerth, parent=talheim)
    if relation == "parent":
        hidden_from = factories.make_employer("Talheim Holding", fuerth)
        talheim.parent = talheim.root = hidden_from
        talheim.save()
    client.force_login(rita)
    assert client.get(f"/v/{shown.public_id}/").status_code == 200
    Block.objects.create(profile=anna.profile, employer=hidden_from)
    assert client.get(f"/v/{shown.public_id}/").status_code == 404


def test_referee_withdraws_by_the_link_in_the_copy(boss, anna, client, issued, shown, outbox):
    outbox.clear()
    address = f"/r/manage/{issued.manage_token}/"
    assert "Sentence 0." in boss.get(address).content.decode()
    assert not Withdrawal.objects.exists()
    for _click in range(2):
        page = boss.post(address, {"reason": "Falscher Mensch"}, follow=True)
        assert "The reference is withdrawn" in page.content.decode()
    assert Withdrawal.objects.count() == 1
    assert not Confirmation.objects.exists()
    assert LedgerEntry.objects.filter(kind="withdrawn").count() == 1
    assert [letter.to for letter in outbox] == [["anna@example.org"]]
    assert "Falscher Mensch" not in outbox[0].body
    client.force_login(anna)
    assert "Falscher Mensch" in client.get(f"/me/references/{shown.public_id}/").content.decode()


def test_withdrawn_one_cannot_be_shown_again(anna, shown):
    actions.withdraw(by=None, reference=shown)
    actions.hide(by=anna, reference=shown)
    actions.release(by=anna, reference=shown)
    shown.refresh_from_db()
    assert not shown.shown
    assert not Confirmation.objects.exists()


def test_employer_list_shows_words_when_the_worker_does(client, monika, brandt, anna, statements):
    request = helpers.ask(anna, helpers.make_station(anna, brandt), email="frueher@brandt-elektro.example")
    reference = helpers.sign(request, statements=["craft.test-0"]).reference
    give_app(monika)
    client.force_login(monika)
    address = f"/employer/{brandt.public_id}/references/"
    withdraw = f"{address}{reference.public_id}/withdraw/"

    def told() -> tuple[bool, bool, bool]:
        page = client.get(address).content.decode()
        return "Sentence 0." in page, "Gärtner" in page, "Gärtner" in client.get(withdraw).content.decode()

    assert told() == (False, False, False)  # law 3
    assert "Monika Brandt" in client.get(address).content.decode()
    actions.release(by=anna, reference=reference)
    assert "Monika Brandt about Anna Gärtner" in client.get(address).content.decode()
    assert told() == (True, True, True)
    block = Block.objects.create(profile=anna.profile, employer=brandt)
    assert told() == (False, False, False)  # law 4
    block.delete()
    actions.hide(by=anna, reference=reference)
    assert told() == (False, False, False)


@pytest.mark.parametrize("role", [{"is_admin": True}, {"is_admin": True, "is_referee": True}])
def test_employer_list_asks_admins_for_their_app(client, brandt, shown, role):
    admin = factories.make_member(brandt, None, "Adele", **role).user
    client.force_login(admin)
    address = f"/employer/{brandt.public_id}/references/"
    for answer in (client.get(address), client.post(f"{address}{shown.public_id}/withdraw/", {"reason": ""})):
        assert answer.url.startswith("/account/second-factor/")
    assert not Withdrawal.objects.exists()


def test_signer_reads_the_own_words(client, anna, monika, brandt, statements):
    request = helpers.ask(anna, helpers.make_station(anna, brandt))
    helpers.sign(request, by=monika, statements=["craft.test-2"])
    give_app(monika)
    client.force_login(monika)
    assert "Sentence 2." in client.get(f"/employer/{brandt.public_id}/references/").content.decode()


def test_signer_by_code_reads_the_own_words_in_the_account_of_that_mailbox(client, monika, brandt, reference):
    assert reference.referee_user == monika
    give_app(monika)
    client.force_login(monika)
    assert "Sentence 0." in client.get(f"/employer/{brandt.public_id}/references/").content.decode()


def test_employer_withdraws(client, monika, brandt, anna, shown, outbox):
    give_app(monika)
    client.force_login(monika)
    outbox.clear()
    address = f"/employer/{brandt.public_id}/references/{shown.public_id}/withdraw/"
    assert client.get(address).status_code == 200
    assert not Withdrawal.objects.exists()
    assert client.post(address, {"reason": ""}).status_code == 302
    assert Withdrawal.objects.count() == 1
    assert client.post(address, {"reason": ""}).status_code == 404
    assert len(outbox) == 1


@pytest.mark.parametrize("who", ["fremder", "anna", "rita", "recruiter of it", "former"])
def test_others_cannot_reach_the_employer_list(client, request, brandt, shown, who):
    if who in ("recruiter of it", "former"):
        member = factories.make_member(brandt, None, "Uwe", is_recruiter=True, is_referee=who == "former")
        person = member.user
        if who == "former":
            from django.utils import timezone

            member.until = timezone.now()
            member.save()
    else:
        person = request.getfixturevalue(who)
    client.force_login(person)
    assert client.get(f"/employer/{brandt.public_id}/references/").status_code == 404
    withdraw = f"/employer/{brandt.public_id}/references/{shown.public_id}/withdraw/"
    assert client.post(withdraw, {"reason": ""}).status_code == 404
    assert not Withdrawal.objects.exists()


def test_employer_withdraws_only_its_own(client, rita, talheim, shown):
    talheim.memberships.update(is_admin=True)
    give_app(rita)
    client.force_login(rita)
    withdraw = f"/employer/{talheim.public_id}/references/{shown.public_id}/withdraw/"
    assert client.post(withdraw, {"reason": ""}).status_code == 404


@pytest.mark.parametrize("count", [1, 19])
def test_employer_list_asks_the_same_number_of_questions(
    client, monika, anna, brandt, statements, count, django_assert_max_num_queries
):
    for number in range(count):
        request = helpers.ask(anna, helpers.make_station(anna, brandt), email=f"a{number}@example.org")
        actions.release(by=anna, reference=helpers.sign(request, statements=["craft.test-1"]).reference)
        anna.profile.reference_requests.update(created_at=request.created_at.replace(year=2020))
    give_app(monika)
    client.force_login(monika)
    client.get(f"/employer/{brandt.public_id}/references/")  # the first visit of a session notes where it comes from
    with django_assert_max_num_queries(8):
        page = client.get(f"/employer/{brandt.public_id}/references/")
    assert page.content.decode().count("Sentence 1.") == count

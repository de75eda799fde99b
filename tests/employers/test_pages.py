"""The public page, the area, and how many queries lists cost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts import registry as accounts
from accounts.registry import Task
from network.employers import actions, presenters, registry
from network.employers.models import Employer
from tests import factories
from tests.employers.helpers import enter, own_queries

pytestmark = pytest.mark.django_db


def page(client, employer) -> str:
    return client.get(f"/e/{employer.public_id}/").content.decode()


def test_public_page_says_how_it_was_checked_and_nothing_about_people(client, brandt, monika):
    actions.record_proof(by=monika, employer=brandt, kind="visit", reason="Werkstatt gesehen")
    shown = page(client, brandt)
    assert "Elektro Brandt" in shown
    assert "90762 Fürth" in shown
    assert "tag--4" in shown
    for secret in ("Monika", "monika@", "Werkstatt gesehen"):
        assert secret not in shown


def test_public_page_of_an_unchecked_employer_says_so(client, fuerth, monika):
    employer = factories.make_employer("Neu", fuerth, checked=False)
    actions.record_proof(by=monika, employer=employer, kind="refused", reason="Kein Schild")
    shown = page(client, employer)
    assert "tag--0" in shown
    assert "Kein Schild" not in shown


def test_check_that_ran_out_is_no_check(client, brandt):
    Employer.objects.update(checked_until=timezone.localdate() - timedelta(days=1))
    assert "tag--0" in page(client, brandt)
    Employer.objects.update(checked_until=timezone.localdate())
    assert "tag--4" in page(client, brandt)


def test_newest_human_word_is_the_one_that_shows(brandt, monika):
    actions.record_proof(by=monika, employer=brandt, kind="register", reason="HRB gesehen")
    actions.record_proof(by=monika, employer=brandt, kind="visit", reason="Da gewesen")
    first = presenters.standing(brandt, brandt.proofs.all()).sentences[0]
    assert first == presenters._how(brandt.proofs.first())[0]
    assert brandt.proofs.first().kind == "visit"


def test_unknown_employer_is_404(client, db):
    assert client.get("/e/bcdfghjkmn/").status_code == 404


@pytest.mark.parametrize("n", [1, 30])
def test_public_page_costs_the_same_with_many_branches(client, brandt, fuerth, django_assert_num_queries, n):
    for number in range(n):
        factories.make_employer(f"Filiale {number}", fuerth, parent=brandt)
        factories.make_employer(f"Früher {number}", fuerth, parent=brandt, merged_into=brandt)
    with django_assert_num_queries(3):
        words = page(client, brandt)
    assert "Filiale 0" in words
    assert "Früher 0" in words


@pytest.mark.parametrize("n", [1, 30])
def test_people_page_costs_the_same_with_many_people(monika, brandt, n):
    for number in range(n):
        factories.make_member(brandt, name=f"Mensch {number}", is_referee=True)
        actions.invite(by=monika, employer=brandt, email=f"neu{number}@example.org", is_referee=True)
    client = enter(monika)
    with own_queries() as counted:
        shown = client.get(f"/employer/{brandt.public_id}/people/").content.decode()
    assert f"Mensch {n - 1}" in shown
    assert f"neu{n - 1}@example.org" in shown
    assert len(counted()) == 3  # the door, people, invitations


def test_people_page_shows_no_sign_in_addresses(monika, brandt):
    factories.make_member(brandt, factories.make_user("geheim@example.org"), "Ralf Roth", is_referee=True)
    assert "geheim@example.org" not in enter(monika).get(f"/employer/{brandt.public_id}/people/").content.decode()


def test_area_shows_what_other_rooms_add(monika, brandt, monkeypatch):
    more = {"offers": lambda membership: [Task("Angebote", f"Angebot von {membership.name}", "/x/")]}
    monkeypatch.setattr(registry, "member_tasks", {**registry.member_tasks, **more})
    shown = enter(monika).get(f"/employer/{brandt.public_id}/").content.decode()
    assert "Angebot von Monika Brandt" in shown
    assert f"/employer/{brandt.public_id}/people/" in shown


def test_area_of_a_member_shows_no_administration(rita, talheim):
    shown = enter(rita).get(f"/employer/{talheim.public_id}/").content.decode()
    assert f"/employer/{talheim.public_id}/people/" not in shown


def test_own_area_lists_the_employers_one_belongs_to(monika, fremder, brandt):
    assert [task.title for task in accounts.open_tasks["employers"](monika)] == ["Elektro Brandt"]
    assert list(accounts.open_tasks["employers"](fremder)) == []
    brandt.memberships.update(until=timezone.now())
    assert list(accounts.open_tasks["employers"](monika)) == []

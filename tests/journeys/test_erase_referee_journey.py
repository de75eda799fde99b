"""Monika has no account and lost the mail: a fresh link, her name goes, the role stands everywhere, the ledger is whole."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from accounts.models import User
from network.occupations.models import Occupation
from network.places.models import Place
from references import actions
from references.models import Reference
from tests import factories
from tests.journeys import post
from tests.journeys.visitor import Visitor
from tests.references import helpers

pytestmark = pytest.mark.browser
NAME = "Monika Brandt"
ROLE = "Meisterin, Name auf Wunsch gelöscht"


@pytest.fixture
def anna(region) -> User:
    user = factories.make_user("anna@example.org")
    place = Place.objects.get(postcode="90762")
    trade = Occupation.objects.get(slug="elektroniker-energie-gebaeudetechnik")
    factories.make_profile(user, trade, place)
    return user


@pytest.fixture
def reference(anna) -> Reference:
    """Signed by a code to the mailbox, and shown."""
    firm = factories.make_employer("Elektro Brandt", anna.profile.place)
    signed = helpers.reference_for(anna, firm, text="Hat alle Kunden gehalten.").reference
    actions.release(by=anna, reference=signed)
    return signed


def ask_for_link(boss: Visitor) -> None:
    boss.open(reverse("home:contact")).follow(reverse("references:managing"))
    boss.fill(mailbox=" Monika@Brandt-Elektro.example").go_on()
    assert "Sehen Sie in Ihr Postfach" in boss.text()


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "plain"])
def test_referee_has_her_name_deleted(visit, anna, reference, javascript):
    boss = visit(helpers.BOSS, javascript=javascript)
    ask_for_link(boss)
    boss.open(post.link(helpers.BOSS))
    here = f"{boss.path}reference/{reference.public_id}/"
    boss.follow(here)
    assert NAME in boss.text()
    boss.follow(f"{here}name/")
    assert ROLE in boss.text()
    assert "rückgängig" in boss.text()
    boss.page.go_back()  # she thinks about it
    boss.follow(f"{here}name/")
    boss.go_on()
    assert "Ihr Name ist gelöscht" in boss.text()
    boss.follow(here)
    assert ROLE in boss.text()
    assert NAME not in boss.text()

    assert ROLE.split(", ")[1] not in post.letters(anna.email)[0]
    worker = visit(anna.email, javascript=javascript).enter(anna)
    worker.open(post.link(anna.email))
    assert ROLE in worker.text()
    reader = visit(javascript=javascript)
    check = reverse("references:verify", args=[reference.public_id])
    for page in (check, reverse("references:how", args=[reference.public_id])):
        assert ROLE in reader.open(page).text()
    reader.open(reverse("profiles:page", args=[anna.profile.handle]))
    assert ROLE in reader.text()
    for who in (worker, reader):
        assert not [page for page in who.read if NAME in page]
    call_command("verify_ledger")
    worker.open(reverse("references:read", args=[reference.public_id])).go_on("button[name=show][value=no]")
    reader.expected = {404}
    reader.open(check)


def test_old_link_leads_to_a_new_one(visit, reference):
    from django.utils import timezone

    from references.models import ManageLink

    boss = visit(helpers.BOSS)
    ask_for_link(boss)
    ManageLink.objects.update(expires_at=timezone.now())
    boss.open(post.link(helpers.BOSS)).follow(reverse("references:managing"))
    assert boss.page.locator('main [name="mailbox"]').count() == 1

"""A boss without an account sees a wrong month after signing: corrects it by the link of the mail, and later withdraws."""

import pytest
from django.urls import reverse

from references import actions
from references.models import Correction, Reference
from tests import factories
from tests.journeys import post
from tests.journeys.visitor import Visitor
from tests.references import helpers

pytestmark = pytest.mark.browser
BOSS = helpers.BOSS


@pytest.fixture
def reference(region) -> Reference:
    from network.occupations.models import Occupation
    from network.places.models import Place

    place = Place.objects.get(postcode="90762")
    anna = factories.make_user("anna@example.org")
    factories.make_profile(anna, Occupation.objects.get(slug="elektroniker-energie-gebaeudetechnik"), place)
    brandt = factories.make_employer("Elektro Brandt", place, domain="brandt-elektro.example")
    issued = helpers.reference_for(anna, brandt, text="Hat alle Kunden gehalten.").reference
    actions.release(by=anna, reference=issued)
    return issued


def correct(boss: Visitor, manage: str) -> None:
    boss.open(manage)
    assert "Hat alle Kunden gehalten." in boss.text()
    boss.go_on()  # "Correct it"
    boss.fill(email="jemand@anders.example").go_on()
    assert "nicht unterschrieben" in boss.text()
    boss.fill(email=BOSS).go_on()
    boss.fill(code=post.code(BOSS)).go_on()
    way = boss.path.removesuffix("check/")
    boss.go_on()
    assert "Noch ist nichts anders" in boss.text()
    boss.open(f"{way}seen/").fill(text="Hat fast alle Kunden gehalten.").go_on()
    assert boss.path == f"{way}check/"
    assert "Das stellen Sie richtig" in boss.text()
    boss.go_on()
    assert boss.path.startswith("/r/manage/")
    assert "Ihre Berichtigung ist unterschrieben." in boss.text()


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "plain"])
def test_correct_and_withdraw(visit, reference, javascript):
    anna = reference.profile.user
    old = reverse("references:verify", args=[reference.public_id])
    boss, reader = visit(BOSS, javascript=javascript), visit(javascript=javascript)
    correct(boss, post.link(BOSS))
    new = Correction.objects.get().new
    assert "Berichtigt am" in reader.open(old).text()
    assert new.public_id not in reader.text()

    worker = visit(anna.email, javascript=javascript).enter(anna)
    worker.open(post.link(anna.email))
    assert "Hat fast alle Kunden gehalten." in worker.text()
    worker.go_on()  # shows it
    page = reverse("references:verify", args=[new.public_id])
    reader.open(old).follow(page)
    assert "Hat fast alle Kunden gehalten." in reader.text()
    reader.follow(old)

    boss.fill(reason="Das war jemand anders.").go_on("main form:has([name=reason]) button")
    assert "zurückgezogen" in boss.text()
    assert "Wer sie unterschrieben hat, steht nicht mehr dazu." in reader.open(page).text()
    assert "jemand anders" not in reader.text()
    worker.open(reverse("references:read", args=[new.public_id]))
    assert "Das war jemand anders." in worker.text()

"""Two firms become one: one asks, the other reads who comes along and agrees, the desk decides, and a paper signed before still holds."""

import pytest
from django.urls import reverse

from accounts.models import User
from network.employers.models import Employer
from network.occupations.models import Occupation
from network.places.models import Place
from references import actions
from tests import factories
from tests.accounts.helpers import give_app
from tests.desk import casework
from tests.journeys import post
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser
WORDS = "Übernommen zum 1. Oktober, Handelsregister Fürth."
REASON = "Registerauszug gesehen, beide angerufen."


def make_admin(employer: Employer, email: str, name: str) -> User:
    user = factories.make_user(email)
    factories.make_member(employer, user, name, is_admin=True, is_referee=True)
    give_app(user)
    return user


@pytest.fixture
def firms(region) -> tuple[Employer, Employer]:
    place = Place.objects.get(postcode="90762")
    return factories.make_employer("Elektro Brandt", place), factories.make_employer("Stadtwerke Talheim", place)


def ask(admin: Visitor, old: Employer, new: Employer) -> None:
    settings = reverse("employers:settings", args=[old.public_id])
    admin.open(reverse("employers:area", args=[old.public_id])).follow(settings)
    admin.follow(reverse("employers:merge", args=[old.public_id]))
    admin.go_on()
    assert admin.page.locator(".problem").is_visible()
    admin.fill(other=f"{new.name}, {new.place.name}", words=WORDS).choose(which="into").go_on()
    assert admin.path == settings
    assert "muss jemand zustimmen" in admin.text()


def agree(admin: Visitor, old: Employer, new: Employer) -> None:
    admin.open(reverse("employers:area", args=[new.public_id]))
    assert "Eine Firma sagt, dass sie zu Ihnen gehört" in admin.text()
    admin.follow(reverse("employers:settings", args=[new.public_id]))
    admin.follow(reverse("employers:merge_answer", args=[new.public_id, old.public_id]))
    assert WORDS in admin.text()
    assert "Monika Brandt" in admin.text()
    admin.go_on()
    assert "Die Ansprechstelle entscheidet" in admin.text()


def decide(desk: Visitor, old: Employer) -> None:
    desk.open(reverse("home:me")).follow(reverse("desk:queue"))
    desk.follow(reverse("desk:merge", args=[old.public_id]))
    assert WORDS in desk.text()
    desk.choose(outcome="yes").fill(reason=REASON).go_on()
    desk.follow(reverse("desk:queue"))
    assert old.name not in desk.text()


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "plain"])
def test_two_firms_become_one_and_the_paper_still_holds(visit, firms, javascript):
    old, new = firms
    monika = make_admin(old, "monika@brandt-elektro.example", "Monika Brandt")
    tanja = make_admin(new, "tanja@talheim.example", "Tanja Thal")
    petra = casework.at_desk()
    give_app(petra)
    anna = factories.make_user("anna@example.org")
    occupation = Occupation.objects.get(slug="elektroniker-energie-gebaeudetechnik")
    factories.make_profile(anna, occupation, old.place)
    signed = casework.reference(anna, old, monika)
    actions.release(by=anna, reference=signed)

    ask(visit(monika.email, javascript=javascript).enter(monika), old, new)
    agree(visit(tanja.email, javascript=javascript).enter(tanja), old, new)
    decide(visit(javascript=javascript, width=1280).enter(petra), old)
    for each in (monika, tanja):
        assert REASON in post.letters(each.email)[-1]
    here = visit(monika.email, javascript=javascript).enter(monika)
    here.open(post.link(monika.email))
    assert here.path == reverse("employers:area", args=[new.public_id])
    here.follow(reverse("references:of_employer", args=[new.public_id]))
    assert casework.SECRET in here.text()

    reader = visit(javascript=javascript)
    reader.open(reverse("references:verify", args=[signed.public_id]))
    assert "Elektro Brandt gehört jetzt zu Stadtwerke Talheim." in reader.text()
    reader.follow(reverse("references:how", args=[signed.public_id]))
    assert "Elektro Brandt gehört jetzt zu Stadtwerke Talheim." in reader.text()
    reader.open(reverse("employers:public", args=[old.public_id]))
    assert reader.path == reverse("employers:public", args=[new.public_id])
    assert "Elektro Brandt" in reader.text()

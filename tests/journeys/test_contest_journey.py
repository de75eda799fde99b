"""A worker contests a reference, the desk asks whoever signed it, ends it with a reason, and both sides read that."""

import pytest
from django.urls import reverse

from accounts.models import User
from network.desk.models import Case
from network.occupations.models import Occupation
from network.places.models import Place
from references.models import Reference, Withdrawal
from tests import factories
from tests.accounts.helpers import give_app
from tests.desk import casework
from tests.journeys import post
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser
WORDS = "Frau Brandt war damals schon nicht mehr im Betrieb."
QUESTION = "In welchem Jahr waren Sie dort Meisterin?"
ANSWER = "Von 2001 bis 2009. Da ist etwas verwechselt worden."
REASON = "Wer unterschrieben hat, war in diesen Jahren nicht mehr im Betrieb."


@pytest.fixture
def petra(region) -> User:
    user = casework.at_desk()
    give_app(user)
    return user


@pytest.fixture
def people(region) -> tuple[User, User]:
    """Anna, and Monika who signed and has an account."""
    place = Place.objects.get(postcode="90762")
    anna = factories.make_user("anna@example.org")
    occupation = Occupation.objects.get(slug="elektroniker-energie-gebaeudetechnik")
    factories.make_profile(anna, occupation, place)
    return anna, factories.make_user("monika@brandt-elektro.example")


def contest(worker: Visitor, reference: Reference) -> None:
    here = reverse("references:read", args=[reference.public_id])
    worker.open(here).follow(reverse("references:contest", args=[reference.public_id]))
    worker.go_on()
    assert worker.page.locator(".problem").is_visible()
    worker.fill(words=WORDS).go_on()
    assert worker.path == reverse("desk:own_case", args=[Case.objects.get().pk])
    assert WORDS in worker.text()


def ask(desk: Visitor) -> None:
    case = Case.objects.get()
    page = reverse("desk:case", args=[case.pk])
    desk.open(reverse("home:me")).follow(reverse("desk:queue")).follow(page)
    assert WORDS in desk.text()
    assert casework.SECRET not in desk.page.content()
    desk.follow(reverse("desk:ask_side", args=[case.pk]))
    desk.fill(words=QUESTION).choose(who="referee").go_on()
    assert desk.path == page
    assert QUESTION in desk.text()


def answer(referee: Visitor) -> None:
    assert WORDS not in post.letters(referee.email)[-1]
    referee.open(post.link(referee.email))
    assert WORDS not in referee.page.content()
    referee.go_on()
    assert QUESTION in referee.text()
    referee.fill(words=ANSWER).go_on()
    assert ANSWER in referee.text()


def end(desk: Visitor) -> None:
    desk.open(reverse("desk:case", args=[Case.objects.get().pk]))
    assert ANSWER in desk.text()
    desk.choose(outcome="ended").fill(reason=REASON).go_on()
    assert REASON in desk.text()
    assert not Withdrawal.objects.exists()
    desk.go_on()
    assert Withdrawal.objects.get().who == "desk"
    desk.follow(reverse("desk:queue"))
    assert WORDS not in desk.page.content()


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "plain"])
def test_contested_reference_is_ended_with_a_reason(visit, petra, people, javascript):
    anna, monika = people
    signed = casework.reference(anna, None, monika)
    worker = visit(anna.email, javascript=javascript).enter(anna)
    desk = visit(javascript=javascript, width=1280).enter(petra)
    referee = visit(monika.email, javascript=javascript).enter(monika)
    contest(worker, signed)
    ask(desk)
    answer(referee)
    end(desk)
    for side in (worker, referee):
        assert REASON in post.letters(side.email)[-1]
        side.open(post.link(side.email))
        assert REASON in side.text()
        side.open(reverse("home:me")).follow(reverse("desk:own_cases"))
    worker.open(reverse("references:read", args=[signed.public_id]))
    assert REASON in worker.text()

    # The referee holds the decision to be wrong, once.
    case = Case.objects.get()
    referee.open(reverse("desk:own_case", args=[case.pk])).follow(reverse("desk:contest", args=[case.pk]))
    referee.fill(words="Es war doch 2013.").go_on()
    assert Case.objects.open().get().contests == case
    desk.open(reverse("desk:case", args=[Case.objects.open().get().pk]))
    assert "Es war doch 2013." in desk.text()

"""The team stamp: Anna agrees, the firm is asked, answers on one page with a phone, Anna reads it and says that it is not so."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from network.desk import actions as desk
from network.desk.models import Case
from network.employers.models import Employer
from network.occupations.models import Occupation
from network.places.models import Place
from network.profiles.models import Confirmation, Station
from references.models import StampAnswer, StampConsent, StampRound
from references.stamp import actions, calendar, rules
from tests import factories
from tests.accounts.helpers import give_app
from tests.journeys import post
from tests.journeys.visitor import Visitor
from tests.references import helpers, stamps

pytestmark = pytest.mark.browser
NAMES = ("Anna Gärtner", "سميرة حداد", "Łukasz Wiśniewski-von der Heide zu Niederoberkirchen")


@pytest.fixture
def brandt(region: None) -> Employer:
    return factories.make_employer("Elektro Brandt", Place.objects.get(postcode="90762"))


@pytest.fixture
def monika(brandt: Employer) -> User:
    user = factories.make_user("monika@brandt-elektro.example")
    factories.make_member(brandt, user, "Monika Brandt", position="Meisterin", is_admin=True, is_referee=True)
    give_app(user)
    return user


@pytest.fixture
def team(brandt: Employer) -> list[User]:
    """Three who work there. Nobody has agreed to anything."""
    job = Occupation.objects.get(slug="elektroniker-energie-gebaeudetechnik")
    people = []
    for at, name in enumerate(NAMES):
        user = factories.make_user(f"person{at}@post.example")
        factories.make_profile(user, job, name=name)
        helpers.make_station(user, brandt, start=date(2019, 3, 1), end=None)
        people.append(user)
    return people


@pytest.fixture
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    """The calendar asks in some months only; everything else goes on today."""
    monkeypatch.setattr(rules, "is_time_to_ask", lambda day: True)


def agree(worker: Visitor) -> None:
    worker.open(reverse("home:me")).follow(reverse("references:mine")).follow(reverse("references:stamps"))
    assert "Elektro Brandt" in worker.text()
    assert not worker.page.locator("main input:checked").count(), "nothing is ticked before"
    worker.go_on("main button[name=agree][value=yes]")
    assert worker.page.locator("main button[name=agree][value=no]").count() == 1


def answers(firm: Visitor, said: dict[str, str]) -> None:
    """By the link in the mail, all on one page, one button."""
    firm.open(post.link(firm.email))
    for name, what in said.items():
        group = firm.page.locator("main fieldset", has_text=name)
        assert group.locator('input[value=""]').is_checked(), "skip is what stands there"
        group.locator(f'input[value="{what}"]').check()
    firm.go_on()


def agreed(worker: User) -> Station:
    station = worker.profile.stations.get()
    actions.agree(by=worker, station=station)
    return station


def state() -> dict[str, Any]:
    return {"rounds": StampRound.objects.count(), "answers": StampAnswer.objects.count()}


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "plain"])
def test_team_stamp(visit, brandt, monika, team, november, javascript):
    anna, haddad, _silent = team
    worker = visit(anna.email, javascript=javascript).enter(anna)
    agree(worker)
    agree(visit(haddad.email, javascript=javascript).enter(haddad))
    assert calendar.daily() == 0
    assert (calendar.daily(), state()) == (0, {"rounds": 1, "answers": 0})
    letters = post.letters(monika.email)
    assert len(letters) == 1, "one mail, whoever agreed"
    assert not any(name in letters[0] for name in NAMES)

    firm = visit(monika.email, javascript=javascript).enter(monika)
    answers(firm, {NAMES[0]: "gone", NAMES[1]: "yes"})
    assert NAMES[2] not in "".join(firm.read), "who did not agree is not named"
    assert StampAnswer.objects.count() == 2
    assert [each.station.profile.user for each in Confirmation.objects.all()] == [haddad]
    firm.page.reload()
    firm.look()
    assert StampAnswer.objects.count() == 2

    worker.open(post.link(anna.email))
    assert worker.path == reverse("references:stamps")
    wrong = StampAnswer.objects.get(station__profile__user=anna)
    worker.follow(reverse("references:stamp_contest", args=[wrong.pk]))
    worker.go_on()
    worker.fill(words="Ich bin in Elternzeit und komme im März wieder.").go_on()
    assert worker.path == reverse("desk:own_case", args=[Case.objects.get().pk])
    assert Case.objects.get().subject == f"stamp:{wrong.pk}"

    petra = factories.make_user("petra@desk.example")
    desk.add_member(by=None, user=petra, name="Petra Hofmann")
    give_app(petra)
    counter = visit(petra.email, javascript=javascript, width=1280).enter(petra)
    counter.open(f"/desk/cases/{Case.objects.get().pk}/")
    assert "Elektro Brandt" in counter.text()
    assert "Elternzeit" in counter.text()


def test_second_tab_and_back_button_store_once(visit, brandt, monika, team, november):
    """Two tabs of the same list: the second one reads that it is answered. Nothing is doubled, nothing is lost."""
    agreed(team[0])
    stamps.open_round(brandt)
    here = reverse("references:stamp", args=[brandt.public_id])
    first, second = (visit(monika.email).enter(monika).open(here) for _tab in range(2))
    for tab, what in ((first, "yes"), (second, "gone")):
        tab.page.locator(f'main input[value="{what}"]').first.check()
    first.go_on()
    second.go_on()
    assert [each.said for each in StampAnswer.objects.all()] == ["yes"]
    assert second.path == here
    first.page.go_back()
    first.page.reload()
    first.look()
    assert StampAnswer.objects.count() == 1


def test_taking_consent_back_empties_an_open_page(visit, brandt, monika, team):
    """The firm has the list open while Anna goes off it: her answer is not stored any more."""
    station = agreed(team[0])
    asked = stamps.open_round(brandt)
    assert asked.closes_at > timezone.now()
    firm = visit(monika.email).enter(monika).open(reverse("references:stamp", args=[brandt.public_id]))
    firm.page.locator('main input[value="yes"]').first.check()
    worker = visit(team[0].email).enter(team[0]).open(reverse("references:stamps"))
    worker.go_on(f'form[action="{reverse("references:stamp_agree", args=[station.pk])}"] button')
    assert not StampConsent.objects.exists()
    firm.go_on()
    assert not StampAnswer.objects.exists()
    assert NAMES[0] not in firm.text()


def test_two_jobs_are_two_choices_and_no_loud_button_twice(visit, brandt, team):
    """Every page has one next step at most."""
    other = factories.make_employer("Stadtwerke Talheim", brandt.place)
    helpers.make_station(team[0], other, start=date(2021, 1, 1), end=None)
    worker = visit(team[0].email).enter(team[0]).open(reverse("references:stamps"))
    assert worker.page.locator("main button[name=agree][value=yes]").count() == 2

"""The promise to a referee: two minutes and at most 12 taps on a phone, from the opened mail to the signature."""

import json

import pytest

from network.employers import actions as employers
from network.employers.models import Employer
from network.occupations.models import Occupation
from network.places.models import Place
from references.models import Reference
from tests import factories
from tests.journeys import post
from tests.journeys.thumb import MAILBOX, Thumb
from tests.references import helpers

pytestmark = pytest.mark.browser
BOSS = "monika@brandt-elektro.example"
MOST_TAPS, MOST_SECONDS = 12, 120


@pytest.fixture
def link(region) -> str:
    """What stands in the mail to the boss."""
    owner, worker = factories.make_user("buero@brandt-elektro.example"), factories.make_user("anna@example.org")
    place = Place.objects.get(postcode="90762")
    firm = employers.register(by=owner, name="Elektro Brandt", place=place, member_name="Dora Brandt")
    factories.make_profile(worker, name="Anna Gärtner")
    trade = Occupation.objects.get(slug="elektroniker-energie-gebaeudetechnik")
    helpers.ask(worker, helpers.make_station(worker, firm, occupation=trade), email=BOSS)
    return post.link(BOSS)


def test_facts_only_takes_no_longer(visit, link):
    Employer.objects.update(facts_only=True)
    thumb = Thumb(visit(BOSS))
    thumb.open(link)
    thumb.go_on()
    for name, number in (("tasks", 0), ("tasks", 4), ("training", 1)):
        thumb.tap(f'main label:has([name="{name}"]) >> nth={number}')
    thumb.go_on()
    thumb.type("role", "Meisterin")
    thumb.tap('main label:has([name="relation"][value="firm"])')
    thumb.go_on()
    thumb.type("code", post.code(BOSS))
    thumb.go_on()
    thumb.go_on()
    said = json.loads(Reference.objects.get().payload)
    assert (len(said["tasks"]), len(said["training"]), said["statements"]) == (2, 1, [])
    assert len(thumb.taps) < MOST_TAPS


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "plain"])
def test_referee_signs_with_12_taps_in_2_minutes(visit, link, javascript, capsys):
    thumb = Thumb(visit(BOSS, javascript=javascript))
    thumb.open(link)
    thumb.go_on()
    for number in (0, 4, 8):
        thumb.tap(f'main label:has([name="statements"]) >> nth={number}')
    thumb.tap('main label:has([name="again"])')
    thumb.go_on()
    thumb.type("role", "Meisterin")
    thumb.tap('main label:has([name="relation"][value="superior"])')
    thumb.go_on()
    thumb.seconds += MAILBOX
    thumb.type("code", post.code(BOSS))
    thumb.go_on()
    assert not Reference.objects.exists()
    thumb.go_on()
    said = json.loads(Reference.objects.get().payload)
    assert (len(said["statements"]), said["hire_again"]) == (3, True)
    with capsys.disabled():
        lines = [f"{number:>3}. {what}" for number, what in enumerate(thumb.taps, 1)]
        print("", *lines, f"     about {thumb.seconds:.0f} seconds", sep="\n")  # noqa: T201 the list is what this is for
    assert len(thumb.taps) <= MOST_TAPS
    assert thumb.seconds <= MOST_SECONDS

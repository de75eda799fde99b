"""The promise to a referee: two minutes and at most 12 taps on a phone, from the opened mail to the signature."""

import json
import re
from dataclasses import dataclass, field

import pytest

from network.employers import actions as employers
from network.employers.models import Employer
from network.occupations.models import Occupation
from network.places.models import Place
from references.models import Reference
from tests import factories
from tests.journeys import post
from tests.journeys.visitor import NEXT, Visitor
from tests.references import helpers

pytestmark = pytest.mark.browser
BOSS = "monika@brandt-elektro.example"
MOST_TAPS, MOST_SECONDS = 12, 120
READ, TAP, KEY, MAILBOX = 60 / 250, 1.2, 0.35, 12  # seconds for a word to read, a tap, a key, a look into the mail
SEEN = """form => {
  const hidden = [...form.querySelectorAll(".only-read")];
  hidden.forEach(each => each.hidden = true);
  const text = form.innerText;
  hidden.forEach(each => each.hidden = false);
  return text;
}"""
LABEL = "each => each.closest('label')?.innerText || each.innerText || each.labels?.[0]?.innerText || each.name"


@dataclass
class Thumb:
    """Counts what a thumb does. Typing into a field that has the focus is no tap; giving it the focus is one."""

    boss: Visitor
    taps: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    seconds: float = 0.0

    def count(self, what: str) -> None:
        self.taps.append(re.sub(r"\s+", " ", what).strip())
        self.seconds += TAP

    def read(self) -> None:
        """Every line above the button, once: what was read a page before is known. Not the margin: nobody has to know it."""
        self.boss.look()
        for text in self.boss.page.locator("main form").all():
            button = self.boss.page.locator(NEXT).first.inner_text()
            above = text.evaluate(SEEN).rsplit(button, 1)[0]
            lines = set(above.splitlines()) - self.known
            self.known |= lines
            self.seconds += READ * len(" ".join(lines).split())

    def open(self, path: str) -> None:
        self.count("the link in the mail")
        self.boss.open(path)
        self.read()

    def tap(self, selector: str) -> None:
        target = self.boss.page.locator(selector).first
        self.count(target.evaluate(LABEL))
        target.tap()

    def go_on(self) -> None:
        with self.boss.page.expect_navigation():
            self.tap(NEXT)
        self.read()

    def type(self, name: str, text: str) -> None:
        focus = "document.activeElement.name"
        if self.boss.page.evaluate(focus) != name:
            self.tap(f'main [name="{name}"]')
        assert self.boss.page.evaluate(focus) == name
        self.boss.page.keyboard.type(text)
        self.seconds += KEY * len(text)


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

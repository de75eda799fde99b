"""Counts what a thumb does, and what reading and typing cost. For promises of how long something takes."""

import re
from dataclasses import dataclass, field

from tests.journeys.visitor import NEXT, Visitor

READ, TAP, KEY, MAILBOX = 60 / 250, 1.2, 0.35, 12  # seconds for a word to read, a tap, a key, a look into the mail
SEEN = """form => {
  const hidden = [...form.querySelectorAll(".only-read, select")];  // what a list holds is read when it is opened
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

    def follow(self, selector: str) -> None:
        """A link, not of a form."""
        with self.boss.page.expect_navigation():
            self.tap(selector)
        self.read()

    def pick(self, name: str, value: str) -> None:
        """Of a list: one tap opens it, one picks."""
        label = self.boss.page.locator(f'main [name="{name}"] option[value="{value}"]').inner_text()
        self.tap(f'main [name="{name}"]')
        above = self.boss.page.locator(f'main [name="{name}"]').inner_text().split(label)[0]
        self.seconds += READ * len(f"{above} {label}".split())  # from the top as far as the one that is meant
        self.count(label)
        self.boss.choose(**{name: value})

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

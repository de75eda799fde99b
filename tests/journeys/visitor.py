"""One person with one browser. Every page that is reached is looked at as closely as a machine can."""

import os
import re
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from accounts.models import User

PHONE = 360
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NEXT = "main .btn:not(.btn--plain)"  # the one amber button of a page
AXE = """async (tags) => {
  const found = await axe.run({ runOnly: tags, resultTypes: ["violations"] });
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.html}`));
}"""
FACTS = """() => ({
  title: document.title,
  heads: [...document.querySelectorAll("h1")].map((each) => each.innerText.trim()),
  width: document.documentElement.scrollWidth,
  lang: document.documentElement.lang,
  amber: [...document.querySelectorAll("main .btn:not(.btn--plain)")].filter((each) => each.checkVisibility()).length,
})"""
_shots = count(1)


class Visitor:
    """Goes through pages as a person does: opens, types, chooses, presses the amber button, follows links that are there."""

    def __init__(
        self, browser: Browser, server: str, *, email: str = "", javascript: bool = True, width: int = PHONE
    ) -> None:
        self.server, self.email, self.javascript, self.width = server, email, javascript, width
        self.context = browser.new_context(
            viewport={"width": width, "height": 740},
            is_mobile=width == PHONE,
            has_touch=width == PHONE,
            locale="de-DE",
            java_script_enabled=javascript,
            color_scheme="light",
            reduced_motion="reduce",
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.troubles: list[str] = []
        self.read: list[str] = []  # the source of every page so far
        self.expected: set[int] = set()  # answers that are no trouble here: 404, 429
        self.page.on("console", self._note_words)
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("request", self._note_request)
        self.page.on("response", self._note_response)

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def enter(self, user: User) -> "Visitor":
        """Signed in already."""
        client = Client()
        client.force_login(user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        self.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": self.server}])
        return self

    # -- what a person does

    def open(self, path: str) -> "Visitor":
        self.page.goto(self.server + path)
        return self.look()

    def follow(self, href: str) -> "Visitor":
        """A link with this address has to stand on the page."""
        return self._leave_by(f'a[href="{href}"]')

    def go_on(self, selector: str = NEXT) -> "Visitor":
        """Press the amber button, or another one that is named."""
        return self._leave_by(selector)

    def fill(self, **answers: str) -> "Visitor":
        for name, text in answers.items():
            self.page.fill(f'main [name="{name}"]', text)
        return self

    def choose(self, **answers: str | list[str]) -> "Visitor":
        """Radios, checkboxes, lists."""
        for name, values in answers.items():
            for value in [values] if isinstance(values, str) else values:
                box = self.page.locator(f'main [name="{name.replace("__", "-")}"]')
                if box.first.evaluate("(each) => each.localName") == "select":
                    box.select_option(value)
                else:
                    self.page.check(f'main [name="{name.replace("__", "-")}"][value="{value}"]')
        return self

    def tick(self, *names: str) -> "Visitor":
        for name in names:
            self.page.check(f'main [name="{name}"]')
        return self

    def month(self, name: str, month: int, year: int) -> "Visitor":
        self.page.select_option(f'main [name="{name}_month"]', str(month))
        return self.fill(**{f"{name}_year": str(year)})

    def text(self) -> str:
        return self.page.inner_text("main")

    def _leave_by(self, selector: str) -> "Visitor":
        target = self.page.locator(selector).first
        assert target.count(), f"nothing to press on {self.page.url}: {selector}"
        with self.page.expect_navigation():
            target.click()
        return self.look()

    # -- what is asked of every page

    def look(self) -> "Visitor":
        facts: dict[str, Any] = self.page.evaluate(FACTS)
        self.read.append(self.page.content())
        self._take_picture()
        here = f"on {self.page.url} "
        assert re.sub(r"[–-] Handschlag$", "", facts["title"]).strip(), here + "the title is empty"
        assert len(facts["heads"]) == 1, here + f"one h1, not {facts['heads']}"
        assert facts["heads"][0], here + "the h1 is empty"
        assert facts["width"] <= self.width, here + f"{facts['width']} px wide"
        assert facts["lang"] in ("de", "en"), here + "no language"
        assert facts["amber"] <= 1, here + f"{facts['amber']} amber buttons: one next step (look)"
        assert not self.troubles, here + "\n".join(self.troubles)
        if self.javascript:
            self._ask_axe(here)
        return self

    def _ask_axe(self, here: str) -> None:
        self.page.evaluate(AXE_SCRIPT)
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            found = self.page.evaluate(AXE, RULES)
            assert not found, here + f"axe, {scheme}:\n" + "\n".join(found)
        self.page.emulate_media(color_scheme="light")

    def _note_words(self, said: ConsoleMessage) -> None:
        """What the browser complains about, as of the CSP. Answers that failed are noted with their address below."""
        if said.type in ("error", "warning") and not said.text.startswith("Failed to load resource"):
            self.troubles.append(said.text)

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith((self.server + "/", "blob:")):
            self.troubles.append(f"asks a third party: {request.url}")

    def _note_response(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.expected:
            self.troubles.append(f"{response.status} for {response.url}")

    def _take_picture(self) -> None:
        """For people: HANDSCHLAG_SHOTS=folder keeps a picture of every page."""
        if folder := os.environ.get("HANDSCHLAG_SHOTS"):
            name = re.sub(r"[^a-z0-9]+", "-", urlsplit(self.page.url).path).strip("-") or "start"
            file = (
                Path(folder) / f"{next(_shots):03}-{'js' if self.javascript else 'plain'}-{self.width}-{name[:60]}.png"
            )
            self.page.screenshot(path=file, full_page=True)

"""Everything can be reached and seen with the keyboard alone, and mistakes lead to their fields (WCAG 2.4.3, 2.4.7, 3.3.1)."""

import pytest
from django.urls import reverse

from network.profiles import actions
from tests import factories
from tests.journeys.visitor import PHONE, Visitor

pytestmark = pytest.mark.browser
PAGES = {
    "start": reverse("home:start"),
    "sign-up": reverse("account_signup"),
    "question": reverse("profiles:question", args=["place"]),
    "search": reverse("search:search"),
    "week": reverse("profiles:week"),
}
# Every visible thing that takes the keyboard, in the order of the page; of radios with one name only the first or chosen one.
STOPS = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
  const stops = all.filter((each) => each.type !== "hidden" && !each.disabled && each.checkVisibility()).filter((each) => {
    if (each.type !== "radio") return true;
    const group = all.filter((other) => other.type === "radio" && other.name === each.name);
    return each === (group.find((other) => other.checked) || group[0]);
  });
  stops.forEach((each, number) => (each.dataset.stop = number));
  return stops.length;
}"""
HERE = """() => {
  const box = (document.activeElement.closest(".choice") || document.activeElement).getBoundingClientRect();
  return { stop: Number(document.activeElement.dataset.stop ?? -1), name: document.activeElement.outerHTML.slice(0, 120),
           x: box.x, y: box.y, width: box.width, height: box.height };
}"""


@pytest.fixture(params=[PHONE, 1280], ids=["phone", "desk"])
def person(request, visit) -> Visitor:
    """Signed in, with a page begun."""
    user = factories.make_user("anna@example.org")
    actions.start(by=user)
    visitor = visit(width=request.param)
    return visitor.enter(user)


def looks(who: Visitor, place: dict) -> bytes:
    """What can be seen where the keyboard is, and closely around it."""
    size = who.page.viewport_size
    left, top = max(0, place["x"] - 8), max(0, place["y"] - 8)
    right, bottom = (
        min(size["width"], place["x"] + place["width"] + 8),
        min(size["height"], place["y"] + place["height"] + 8),
    )
    assert right - left > 8, f"out of sight: {place['name']}"
    assert bottom - top > 8, f"out of sight: {place['name']}"
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    return who.page.screenshot(clip=clip)


@pytest.mark.parametrize("page", ["start", "question", "search", "week"])
def test_tab_reaches_everything_in_order_and_shows_where_it_is(person, page):
    person.open(PAGES[page])
    stops = person.page.evaluate(STOPS)
    for stop in range(stops):
        person.page.keyboard.press("Tab")
        place = person.page.evaluate(HERE)
        assert place["stop"] == stop, f"the keyboard is at {place['name']} instead"
        focused = looks(person, place)
        person.page.evaluate("() => { window.here = document.activeElement; window.here.blur(); }")
        assert looks(person, place) != focused, f"nothing shows that the keyboard is at {place['name']}"
        person.page.evaluate("() => window.here.focus({ preventScroll: true })")


@pytest.mark.parametrize("page", list(PAGES))
def test_skip_link_comes_first_and_leads_to_the_content(visit, page):
    who = visit()
    if page in ("question", "week"):
        user = factories.make_user("anna@example.org")
        actions.start(by=user)
        who.enter(user)
    who.open(PAGES[page])
    who.page.keyboard.press("Tab")
    skip = who.page.locator(":focus")
    assert skip.get_attribute("href") == "#content"
    assert skip.bounding_box()["x"] >= 0, "it can be seen as soon as it has the keyboard"
    who.page.keyboard.press("Enter")
    who.page.keyboard.press("Tab")
    assert who.page.evaluate("() => Boolean(document.activeElement.closest('main'))")


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "plain"])
@pytest.mark.parametrize("page", ["sign-up", "question", "search", "station"])
def test_mistakes_are_told_first_and_lead_to_their_fields(visit, page, javascript):
    who = visit(javascript=javascript)
    if page in ("question", "station"):
        user = factories.make_user("anna@example.org")
        actions.start(by=user)
        who.enter(user)
    if page == "search":
        who.open(f"{PAGES[page]}?radius=25&field=nothing&sort=stars")
    else:
        who.open(PAGES.get(page) or reverse("profiles:add_station"))
        if page == "question":
            who.fill(place="Atlantis")
        who.go_on()
    summary = who.page.locator(".problem")
    if javascript:
        assert who.page.evaluate("() => document.activeElement.matches('.problem')"), "the summary has the keyboard"
    assert who.page.title().startswith(("Fehler:", "Error:"))
    links = summary.locator("a")
    assert links.count() >= 1
    for number in range(links.count()):
        links.nth(number).focus()
        who.page.keyboard.press("Enter")
        target = links.nth(number).get_attribute("href").removeprefix("#")
        assert who.page.evaluate("() => document.activeElement.id") == target
        assert who.page.evaluate("() => ['INPUT', 'SELECT', 'TEXTAREA'].includes(document.activeElement.tagName)")
        assert who.page.locator(":focus").get_attribute("aria-invalid") == "true", target


@pytest.fixture
def three(rita, elektro, fuerth):
    for name in ("one", "two", "three"):
        factories.make_profile(None, elektro, fuerth, handle=name)
    return "/search/?postcode=90762&radius=25&occupation=elektroniker-energie-gebaeudetechnik"


def here(who: Visitor) -> str:
    return who.page.evaluate("() => document.activeElement.closest('.hit')?.id ?? document.activeElement.tagName")


def test_single_keys_lead_through_the_hits_only_while_the_keyboard_is_there(visit, rita, three):
    """WCAG 2.1.4: outside of the list a letter is a letter."""
    who = visit(width=1280).enter(rita)
    who.open(three)
    keys = who.page.keyboard
    assert who.page.locator(".keys").is_visible()
    keys.press("j")
    assert here(who) == "BODY"
    who.page.locator("input[name=occupation]").fill("")
    who.page.locator("input[name=occupation]").press_sequentially("jkm")
    assert who.page.locator("input[name=occupation]").input_value() == "jkm"
    hits = who.page.evaluate("() => [...document.querySelectorAll('.hit')].map((each) => each.id)")
    who.page.locator(".hit a").first.focus()
    for key, at in [("j", 1), ("j", 2), ("j", 2), ("k", 1), ("Control+j", 1), ("ArrowDown", 1), ("k", 0), ("k", 0)]:
        keys.press(key)
        assert here(who) == hits[at], key
    keys.press("m")
    who.page.wait_for_url("**/shortlist/**")
    who.page.locator("textarea").fill("Anrufen")
    who.go_on()
    assert who.page.url.endswith(f"{three}#{hits[0]}"), "back in the list, where it began"
    who.page.locator(".hit a").first.focus()
    keys.press("Enter")
    who.page.wait_for_url("**/p/**")


def test_without_scripts_there_is_no_hint_and_tab_does_the_same(visit, rita, three):
    who = visit(width=1280, javascript=False).enter(rita)
    who.open(three)
    assert not who.page.locator(".keys").is_visible()
    who.page.locator(".hit a").first.focus()
    who.page.keyboard.press("Tab")
    assert who.page.locator(":focus").get_attribute("class") == "hit__note"

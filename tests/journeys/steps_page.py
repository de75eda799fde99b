"""The stretches of a whole page: everything a worker can say, each from where a person finds it."""

from django.urls import reverse

from tests.journeys import steps
from tests.journeys.visitor import Visitor

MINE = "profiles:mine"
SAVE = 'main form button[type="submit"]'  # where the amber button is another one


def go(who: Visitor, name: str, *args: object) -> Visitor:
    """From the task list, by the link that stands there."""
    if who.path != reverse(MINE):
        who.open(reverse(MINE))
    return who.follow(reverse(f"profiles:{name}", args=args))


def begin(who: Visitor, *, name: str, occupation: str, slug: str, postcode: str) -> None:
    """From the start page to the question for the first station."""
    who.open(reverse("home:start")).follow(reverse(MINE))
    steps.sign_up(who)
    assert who.path == reverse(MINE)
    who.go_on()
    who.fill(name=name).choose(name_shown="initial").go_on()
    who.fill(occupation=occupation).go_on()
    if who.page.locator('main [name="occupation-choice"]').count():
        who.choose(occupation__choice=slug).go_on()
    who.fill(place=postcode).choose(radius_km="25").go_on()
    assert who.path == reverse("profiles:add_station")


def station(who: Visitor, firm: str, postcode: str, start: tuple[int, int], end: tuple[int, int] | None = None) -> None:
    """On the page that asks for one. Ends on the list."""
    who.fill(employer=firm, place=postcode)
    _span(who, start, end)
    assert who.path == reverse("profiles:stations")


def another(who: Visitor, firm: str, postcode: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    who.follow(reverse("profiles:add_station"))
    station(who, firm, postcode, start, end)


def family_time(who: Visitor, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Neither firm nor reason is asked."""
    who.follow(reverse("profiles:add_station")).follow(reverse("profiles:choose_kind"))
    who.follow(reverse("profiles:add_station_of", args=["family"]))
    assert not who.page.locator('main [name="employer"], main [name="occupation"]').count()
    _span(who, start, end)
    assert who.path == reverse("profiles:stations")


def _span(who: Visitor, start: tuple[int, int], end: tuple[int, int] | None) -> None:
    for name, month in (("start", start), ("end", end)):
        if month and month[0]:
            who.month(name, *month)
        elif month:
            who.fill(**{f"{name}_year": str(month[1])})  # the year is enough
    if not end:
        who.tick("still")
    who.go_on()


def grow(who: Visitor, pk: int, roles: dict[str, tuple[int, int]]) -> None:
    """Steps inside one station, from the list of stations and back to it."""
    who.follow(reverse("profiles:steps", args=[pk]))
    for role, month in roles.items():
        who.choose(role=role).month("start", *month).go_on()
    who.follow(reverse("profiles:stations"))


def paper(who: Visitor, words: str, slug: str, issued: tuple[int, int] | None = None, **said: str) -> None:
    """By its name as people say it; `station` is the firm it is bound to."""
    if who.path != reverse("profiles:qualifications"):
        go(who, "qualifications")
    who.go_on()
    who.fill(kind=words).go_on()
    if who.page.locator('main [name="kind-choice"]').count():
        who.choose(kind__choice=slug).go_on()
    assert who.path == reverse("profiles:add_qualification_of", args=[slug])
    if firm := said.pop("station", ""):
        who.choose(station=firm)
    if issued:
        who.month("issued", *issued)
    who.fill(**said).go_on()


def times(who: Visitor, *, shifts: list[str], quick: str, hours: str, notice: str) -> None:
    go(who, "question", "shifts").choose(shifts=shifts).go_on()
    go(who, "week").go_on(f'[value="{quick}"]')
    who.go_on()
    go(who, "question", "hours").fill(hours=hours).choose(notice=notice).go_on()
    assert who.path == reverse(MINE)


def languages(who: Visitor, **spoken: str) -> None:
    go(who, "languages")
    for language, level in spoken.items():
        who.choose(language=language, level=level).go_on()
    who.follow(reverse(MINE))


def tell_case(who: Visitor, **answers: str) -> None:
    """In care there is nothing else to choose; the questions are those of the trade."""
    who.open(reverse("home:me")).follow(reverse("samples:list"))
    who.follow(reverse("samples:new")).follow(reverse("samples:write", args=["case"]))
    who.fill(**answers).go_on()


def read_by(who: Visitor, **readers: str) -> None:
    """Who sees what: `station_3="nobody"`; all at once."""
    go(who, "items")
    who.choose(**{key.replace("_", ":"): audience for key, audience in readers.items()})
    who.go_on()
    assert who.page.locator('main [role="status"]').count()


def share(who: Visitor, name: str, items: list[str], days: str) -> str:
    """Returns the path of the link, which stands there once."""
    go(who, "shares").follow(reverse("profiles:new_share"))
    who.fill(name=name).tick("everything").choose(items=items, days=days).go_on()
    address = who.page.input_value("#address")
    assert address.startswith("http://testserver/s/")
    who.follow(reverse("profiles:shares"))
    return address.removeprefix("http://testserver")


def hide(who: Visitor, firm: str, postcode: str) -> None:
    """From a firm that is not registered yet."""
    go(who, "blocks").fill(employer=firm, place=postcode).go_on()
    assert who.path == reverse("profiles:blocks")
    assert firm in who.text()

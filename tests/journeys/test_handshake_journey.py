"""Two people, two phones: a handshake by the square, by six digits, and a slip of paper. With and without JavaScript."""

import re

import pytest
from django.urls import reverse

from accounts.models import User
from network.occupations.models import Occupation
from network.places.models import Place
from network.profiles.models import Station
from network.ui import qr
from references.models import Reference
from tests import factories
from tests.journeys import post
from tests.journeys.visitor import Visitor
from tests.references import helpers

pytestmark = pytest.mark.browser
BOSS = "monika@brandt-elektro.example"
WORDS = "main .phrase b"


@pytest.fixture
def station(region) -> Station:
    place = Place.objects.get(postcode="90762")
    occupation = Occupation.objects.get(slug="elektroniker-energie-gebaeudetechnik")
    worker = factories.make_profile(factories.make_user("anna@post.example"), occupation, place, name="Anna Gärtner")
    brandt = factories.make_employer("Elektro Brandt", place)
    return helpers.make_station(worker.user, brandt, occupation=occupation)


def begin(anna: Visitor, station: Station, way: str) -> None:
    anna.enter(User.objects.get(email="anna@post.example"))
    anna.open(reverse("home:me")).follow(reverse("references:mine"))
    anna.follow(reverse("references:ask", args=[station.pk]))
    anna.follow(reverse(way, args=[station.pk]))


def show(anna: Visitor, station: Station) -> str:
    """The digits on the worker's screen."""
    begin(anna, station, "references:handshake")
    anna.go_on()
    return anna.page.inner_text("main .counter__digits")


def answer(boss: Visitor) -> str:
    """Up to the page that asks who it is; the address of the request."""
    link = boss.path
    boss.go_on()
    assert boss.path == link + "seen/"
    boss.page.locator('main [name="statements"]').first.check()
    boss.go_on()
    boss.fill(name="Monika Brandt", role="Meisterin").choose(relation="superior").go_on()
    assert boss.path == link + "code/"
    return link


def by_mailbox(boss: Visitor) -> None:
    boss.fill(contact=BOSS).go_on()
    boss.fill(code=post.code(BOSS)).go_on()


def square_of(anna: Visitor) -> str:
    return str(anna.page.locator("main svg.qr").evaluate("each => each.outerHTML"))


def drawn(square: str) -> str:
    return re.findall(r'<path [^>]*d="([^"]+)"', square)[-1]


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "plain"])
def test_by_the_square(visit, station, javascript):
    anna, boss = visit(javascript=javascript), visit(javascript=javascript)
    code = show(anna, station).replace(" ", "")
    filled = f"http://testserver{reverse('references:handshake_enter')}?code={code}"
    assert drawn(square_of(anna)) == drawn(str(qr.square(filled, "x")))  # what a camera reads
    words = anna.page.inner_text(WORDS)
    boss.open(filled.removeprefix("http://testserver"))
    boss.go_on()
    assert boss.page.inner_text(WORDS) == words
    link = answer(boss)
    by_mailbox(boss)
    assert boss.path == link + "check/"
    boss.go_on()
    assert boss.path == link
    assert Reference.objects.get().level >= 3
    if javascript:  # the worker's screen notices by itself
        anna.page.wait_for_selector('main a[href^="/me/references/"].btn', timeout=15_000)
        anna.look()
    else:
        anna.follow(reverse("references:handshake", args=[station.pk]))
    anna.go_on()
    assert "Monika Brandt" in anna.text()


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "plain"])
def test_by_six_digits_without_a_code(visit, station, javascript):
    anna, boss = visit(javascript=javascript), visit(javascript=javascript)
    digits = show(anna, station)
    assert re.fullmatch(r"\d{3} \d{3}", digits)
    boss.open("/").follow(reverse("references:handshake_enter"))
    boss.fill(code="12").go_on()
    assert "Das sind nicht die Ziffern" in boss.text()
    boss.fill(code=digits).go_on()
    answer(boss)
    boss.go_on('button[name="without"]')
    assert "Persönlich, nicht weiter geprüft" in boss.text()
    boss.go_on()
    assert boss.path.startswith("/r/manage/")
    assert "Bewahren Sie diesen Link auf" in boss.text()
    assert Reference.objects.get().level == 1


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "plain"])
def test_by_a_slip_of_paper(visit, station, javascript):
    anna, boss = visit(javascript=javascript), visit(javascript=javascript)
    begin(anna, station, "references:paper")
    anna.choose(size="a6").fill(message="Vielen Dank!").go_on('main form button[type="submit"]')
    typed = anna.page.inner_text("main .slip__address").strip()
    address = typed.removeprefix("testserver")
    assert drawn(square_of(anna)) == drawn(str(qr.square(f"http://{typed}", "x")))
    boss.open(address)
    assert "Vielen Dank!" in boss.text()
    link = answer(boss)
    boss.fill(contact="0171 3920055").go_on()
    boss.fill(code=re.findall(r"\d{6}", post.letters("+491713920055@sms.invalid")[-1])[0]).go_on()
    assert boss.path == link + "check/"
    boss.go_on()
    stranger = visit(javascript=javascript)
    stranger.open(address)
    assert "Dieser Zettel ist benutzt" in stranger.text()
    assert Reference.objects.get().level == 3

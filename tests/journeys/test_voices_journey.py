"""Three witnesses instead of a boss, one of them in the same room by six digits; and a customer about one work."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.models import User
from network.occupations.models import Occupation
from network.places.models import Place
from network.profiles.models import Station
from references.models import Voice
from tests import factories
from tests.journeys import post
from tests.journeys.visitor import Visitor
from tests.samples.conftest import make_sample

pytestmark = pytest.mark.browser
MEHMET, NADIA, SVEN = "mehmet@post.example", "nadia@post.example", "sven@post.example"
GONE = "weil es die Firma nicht mehr gibt"


@pytest.fixture
def anna(region) -> User:
    user = factories.make_user("anna@example.org")
    trade = Occupation.objects.get(slug="elektroniker-energie-gebaeudetechnik")
    factories.make_profile(user, trade, Place.objects.get(postcode="90762"))
    return user


@pytest.fixture
def station(anna) -> Station:
    spans = {"start": date(2013, 9, 1), "end": date(2020, 6, 1), "place": anna.profile.place}
    return factories.make_station(anna.profile, None, "Elektro Hufnagel", **spans)


def ask(worker: Visitor, about: str, name: str, email: str) -> None:
    worker.open(about).follow(f"{about}ask/")
    worker.fill(name=name, email=email).go_on()
    assert worker.path.startswith("/me/voice/")


def speak(colleague: Visitor, name: str, first: int, last: int) -> None:
    """Three questions; ends where what was read is to be confirmed."""
    here = colleague.path
    assert "Drei" in colleague.text() or "drei" in colleague.text()
    colleague.fill(name=name).choose(shown="full")
    colleague.month("first", 1, first).month("last", 12, last).go_on()
    assert colleague.path == f"{here}seen/"
    boxes = colleague.page.locator('main [name="statements"]')
    for number in range(3):
        boxes.nth(number).check()
    colleague.go_on()
    assert colleague.path == f"{here}check/"
    assert "Die Firma gibt es nicht mehr." in colleague.text()
    colleague.go_on()


def show(worker: Visitor, voice: Voice) -> None:
    worker.open(reverse("home:me")).follow(reverse("references:voice_read", args=[voice.public_id]))
    worker.go_on()


@pytest.mark.parametrize("javascript", [True, False])
def test_three_witnesses(visit, anna, station, javascript):
    worker = visit(anna.email, javascript=javascript).enter(anna)
    instead = reverse("references:voices_about", args=["instead", station.pk])
    worker.open(reverse("references:mine")).follow(reverse("references:voices"))
    worker.follow(reverse("references:voices_about", args=["station", station.pk])).follow(instead)

    for name, email, first, last in (("Mehmet Aydın", MEHMET, 2014, 2018), ("Nadia Haddad", NADIA, 2015, 2019)):
        ask(worker, instead, name, email)
        colleague = visit(email, javascript=javascript)
        colleague.open(post.link(email))
        speak(colleague, name, first, last)
        colleague.fill(code=post.code(email)).go_on()
        assert "Dank" in colleague.text()
    for voice in Voice.objects.filter(state="answered"):
        show(worker, voice)
    assert "2 von 3" in worker.open(instead).text()

    worker.follow(f"{instead}room/")
    worker.go_on()
    sven = visit(SVEN, javascript=javascript)
    sven.open(reverse("references:voice_enter")).fill(code=worker.page.inner_text("main .counter__digits")).go_on()
    speak(sven, "Sven Brandl", 2014, 2019)
    sven.fill(email=SVEN).go_on()
    sven.fill(code=post.code(SVEN)).go_on()
    assert "Dank" in sven.text()

    stranger = visit(javascript=javascript)
    page = reverse("profiles:page", args=[anna.profile.handle])
    assert GONE not in stranger.open(page).text()
    show(worker, Voice.objects.get(channel="room"))
    text = stranger.open(page).text()
    assert GONE in text
    assert "Januar 2015 bis Dezember 2018" in text.replace("\xa0", " ")
    stranger.follow(reverse("references:voice_how", args=[Voice.objects.get(channel="room").public_id]))
    assert "Sonst hat es niemand geprüft." in stranger.text()

    mehmet = visit(MEHMET, javascript=javascript).open(post.link(MEHMET))
    mehmet.go_on("main form .btn")
    assert "zurückgenommen" in mehmet.text()
    assert GONE not in stranger.open(page).text()


def test_customer_speaks_about_one_work(visit, anna):
    sample = make_sample(anna, title="Zählerschrank", month=date(2026, 5, 1), shown=True)
    worker = visit(anna.email).enter(anna)
    about = reverse("references:voices_about", args=["sample", sample.pk])
    ask(worker, about, "Frau Baumann", "erika@kunde.example")
    erika = visit("erika@kunde.example", javascript=False).open(post.link("erika@kunde.example"))
    assert "Zählerschrank" in erika.text()
    erika.fill(name="Erika Baumann").choose(shown="initial").go_on()
    erika.page.locator('main [name="statements"]').first.check()
    erika.go_on().go_on()
    assert "Dank" in erika.text()
    show(worker, Voice.objects.get())
    page = visit(width=1280).open(reverse("profiles:page", args=[anna.profile.handle]))
    assert "Stimmen aus der Kundschaft" in page.text()
    assert "Erika B." in page.text()

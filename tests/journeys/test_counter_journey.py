"""Two people at one counter: Petra types on her screen, Aylin's own phone takes the page over. With JavaScript and without."""

import re

import pytest
from django.urls import reverse

from accounts.models import User
from network.desk import actions as desk
from network.desk.models import SetUp
from network.profiles.models import Profile
from tests import factories
from tests.accounts.helpers import give_app
from tests.journeys import steps
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser
AYLIN, NAME = "aylin@example.org", "Aylin Öztürk"


@pytest.fixture
def petra(region) -> User:
    user = factories.make_user("petra@desk.example")
    desk.add_member(by=None, user=user, name="Petra Hofmann")
    give_app(user)
    return user


def type_for_her(counter: Visitor) -> None:
    """Name, occupation, place, last station: the pages of any worker, one after the other."""
    counter.open(reverse("home:me")).follow(reverse("desk:help"))
    counter.go_on()
    assert counter.path == reverse("profiles:question", args=["name"])
    counter.fill(name=NAME).choose(name_shown="initial").go_on()
    counter.fill(occupation="Pflegefachkraft").go_on()
    if counter.page.locator('main [name="occupation-choice"]').count():
        counter.choose(occupation__choice="pflegefachkraft").go_on()
    counter.fill(place="90762").choose(radius_km="25").go_on()
    if counter.page.locator('main [name="kind"]').count():
        counter.choose(kind="job")
    if counter.page.locator('main [name="employer"]').count() == 0:
        counter.go_on()
    counter.fill(employer="Haus Rosengarten").month("start", 3, 2019).tick("still").go_on()
    assert NAME in counter.page.inner_text("aside.helping")


def show_digits(counter: Visitor) -> str:
    counter.open(reverse("profiles:mine"))
    counter.follow(reverse("desk:hand_over", args=[SetUp.objects.get().pk]))
    counter.go_on()
    assert counter.page.locator("svg.qr").is_visible()
    return re.sub(r"\D", "", counter.page.inner_text(".counter__digits"))


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "plain"])
def test_page_set_up_at_the_counter(visit, petra, javascript):
    counter = visit(javascript=javascript, width=1280).enter(petra)
    type_for_her(counter)
    code = show_digits(counter)

    # The camera of her own phone opens the address; the digits are there already.
    phone = visit(AYLIN, javascript=javascript)
    phone.open(f"{reverse('desk:takeover')}?code={code}")
    phone.go_on()
    if javascript:  # the screen at the counter notices by itself
        counter.page.wait_for_selector(".counter", state="detached")
    assert "Aylin" in phone.text()
    assert "Öztürk" not in phone.text()
    steps.sign_up(phone)
    assert phone.path == reverse("desk:takeover_page")
    assert NAME in phone.text()
    phone.go_on()

    # It is hers; Petra's screen knows nothing any more.
    assert phone.path == reverse("profiles:check")
    if javascript:
        counter.page.wait_for_selector("[data-watch]", state="detached")
    counter.expected = {404}
    counter.open(reverse("profiles:mine"))
    assert NAME not in counter.page.content()
    counter.follow(reverse("desk:hand_over", args=[SetUp.objects.get().pk])).go_on()
    assert counter.path == reverse("desk:help")

    # Nobody sees the page before she has read all of it.
    phone.open(reverse("profiles:question", args=["visibility"])).choose(visibility="everyone").go_on()
    assert phone.page.locator(".problem").is_visible()
    phone.open(reverse("home:me")).follow(reverse("profiles:check"))
    phone.follow(reverse("profiles:question", args=["name"])).go_on()
    assert phone.path == reverse("profiles:check")
    phone.go_on()
    phone.open(reverse("profiles:question", args=["visibility"])).choose(visibility="everyone").go_on()
    page = Profile.objects.get(user__email=AYLIN)
    assert (page.visibility, page.unconfirmed, page.helper) == ("everyone", [], None)
    stranger = visit(javascript=javascript)
    stranger.open(reverse("profiles:page", args=[page.handle]))
    assert "Aylin Ö." in stranger.text()

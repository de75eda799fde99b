"""An employer pins a notice, somebody without an account answers it, the employer reads it, the answer is taken back. With JavaScript and without."""

import pytest
from django.urls import reverse

from accounts.models import User
from network.contacts.models import Interest, Notice
from network.employers.models import Employer
from network.places.models import Place
from network.profiles.models import Profile, ShareLink
from tests import factories
from tests.journeys import post, steps
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser
LUKASZ = "lukasz@example.org"
NAME = "Łukasz Wiśniewski-von der Heide zu Niederoberkirchen"
TITLE = "Elektroniker/in für Störungen, Nachtdienst"


@pytest.fixture
def talheim(region: None) -> Employer:
    return factories.make_employer("Stadtwerke Talheim", Place.objects.get(postcode="90402"))


@pytest.fixture
def rita(talheim: Employer) -> User:
    user = factories.make_user("rita@talheim.example")
    factories.make_member(talheim, user, "Rita Renner", is_recruiter=True)
    return user


def pin(rita: Visitor, talheim: Employer) -> Notice:
    """From the firm's area, by links that stand there."""
    rita.open(reverse("employers:area", args=[talheim.public_id]))
    rita.follow(reverse("contacts:notices_of", args=[talheim.public_id]))
    rita.go_on()
    rita.go_on()  # nothing filled in: every mandatory fact is asked for
    assert rita.page.locator(".problem a").count() >= 8
    rita.fill(
        title=TITLE,
        place="90402",
        pay_min="23,10",
        pay_max="26",
        contact_name="Rita Renner",
        contact_phone="0911 555 01 20",
        text="Eigener Wagen.\nJede dritte Woche frei.",
    ).choose(field="haustechnik-elektro", shift="night", pay_unit="hour", permanent="yes", start_when="soon").go_on()
    notice = Notice.objects.get()
    assert rita.path == reverse("contacts:own_notice", args=[talheim.public_id, notice.public_id])
    return notice


def find(worker: Visitor, notice: Notice) -> None:
    """By a postcode 7 kilometres away."""
    worker.open(reverse("contacts:notices"))
    worker.fill(postcode="90762").choose(radius="25").go_on('main form.find button[type="submit"]')
    worker.follow(reverse("contacts:notice", args=[notice.public_id]))
    assert "Jede dritte Woche frei." in worker.text()


def make_page(worker: Visitor, back: str) -> None:
    """From the words that a page is needed first, through all questions, and back to the notice."""
    if worker.page.locator('main button[type="submit"]').count():
        worker.go_on()
    else:
        worker.follow(reverse("profiles:mine")).go_on()
    worker.fill(name=NAME).choose(name_shown="initial").go_on()
    worker.fill(occupation="elektrika").go_on()
    if worker.page.locator('main [name="occupation-choice"]').count():
        worker.choose(occupation__choice="elektroniker-energie-gebaeudetechnik").go_on()
    worker.fill(place="90762").choose(radius_km="25").go_on()
    assert worker.path == reverse("profiles:add_station")
    worker.fill(employer="Elektro Alt", place="90762").month("start", 9, 2015).tick("still").go_on()
    worker.go_on()
    worker.choose(goal="keep").go_on()
    worker.choose(visibility="off").go_on()
    assert worker.path == reverse("profiles:mine")
    worker.follow(back) if worker.page.locator(f'main a[href="{back}"]').count() else worker.open(back)


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "plain"])
def test_from_a_notice_to_an_answer_and_its_end(visit, talheim, rita, javascript):
    recruiter = visit(rita.email, javascript=javascript).enter(rita)
    notice = pin(recruiter, talheim)
    own = recruiter.path

    worker = visit(LUKASZ, javascript=javascript)
    find(worker, notice)
    steps.sign_up(worker)
    answer = reverse("contacts:interest", args=[notice.public_id])
    assert worker.path == answer, "from the mailbox back to what was wanted"
    make_page(worker, answer)
    assert worker.path == answer
    assert not worker.page.locator("main input:checked").count(), "nothing is ticked before"
    worker.go_on()
    assert worker.page.locator(".problem a").count(), "what shall be read is asked for"
    station = Profile.objects.get().stations.get()
    worker.choose(items=f"station:{station.pk}").go_on()
    assert worker.path == reverse("contacts:interests")
    assert Interest.objects.count() == ShareLink.objects.count() == 1
    worker.open(answer)
    assert worker.path == reverse("contacts:interests"), "it is answered already"

    letter = post.letters(rita.email)[-1]
    assert not any(word in letter for word in ("Łukasz", "Wiśniewski", LUKASZ, "/s/"))
    recruiter.open(post.link(rita.email))
    assert recruiter.path == own
    shared = str(recruiter.page.locator('main a[href^="/s/"]').get_attribute("href"))
    recruiter.follow(shared)
    assert "Elektro Alt" in recruiter.text()
    assert "Łukasz N." in recruiter.text()
    assert "Niederoberkirchen" not in recruiter.page.content(), "first name and initial, as chosen"

    worker.follow(reverse("contacts:take_back_interest", args=[notice.public_id]))
    assert Interest.objects.exists(), "opening it changes nothing"
    worker.go_on()
    assert worker.path == reverse("contacts:interests")
    assert not Interest.objects.exists()
    recruiter.expected.add(410)
    recruiter.open(shared)
    assert "Elektro Alt" not in recruiter.page.content()
    recruiter.open(own)
    assert "Łukasz" not in recruiter.page.content()
    assert not recruiter.page.locator('main a[href^="/s/"]').count()


def test_notice_taken_down_while_somebody_reads_it(visit, talheim, rita):
    """In a second tab the firm takes it down: the button of the first leads to plain words, and nothing is sent."""
    notice = factories.make_notice(talheim, rita, title=TITLE)
    user = factories.make_user(LUKASZ)
    factories.make_profile(user, name=NAME)
    worker = visit(LUKASZ).enter(user).open(reverse("contacts:notice", args=[notice.public_id]))
    recruiter = visit(rita.email).enter(rita)
    recruiter.open(reverse("contacts:own_notice", args=[talheim.public_id, notice.public_id]))
    recruiter.follow(reverse("contacts:end_notice", args=[talheim.public_id, notice.public_id])).go_on()
    worker.expected.add(410)
    worker.go_on()
    assert worker.path == reverse("contacts:notice", args=[notice.public_id])
    assert TITLE not in worker.text()
    assert not Interest.objects.exists()

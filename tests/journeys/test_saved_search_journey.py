"""A recruiter saves a search that finds nobody, somebody finishes a page, a mail comes at night. One button ends it. With JavaScript and without."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from network.employers.models import Employer
from network.places.models import Place
from network.profiles.models import Profile
from network.search.models import SavedSearch
from network.search.saved import upkeep
from tests import factories
from tests.journeys import post, steps_page
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser
SAMIRA = "samira@example.org"
NIGHTS = "night"


@pytest.fixture
def talheim(region: None) -> Employer:
    return factories.make_employer("Stadtwerke Talheim", Place.objects.get(postcode="90402"))


@pytest.fixture
def rita(talheim: Employer) -> User:
    user = factories.make_user("rita@talheim.example")
    factories.make_member(talheim, user, "Rita Renner", is_recruiter=True)
    return user


def look_for(rita: Visitor) -> None:
    """For somebody who works at night; nobody is there."""
    rita.open(reverse("search:search"))
    rita.fill(occupation="Elektrikerin", postcode="90762").choose(radius="25").go_on()
    if rita.page.locator('main [name="occupation-choice"]').count():
        rita.choose(occupation__choice="elektroniker-energie-gebaeudetechnik").go_on()
    rita.page.locator("main details", has=rita.page.locator('[name="shift"]')).locator("summary").click()
    rita.choose(shift=NIGHTS).go_on('main form.find button[type="submit"]')
    assert f"shift={NIGHTS}" in rita.page.url


def save(rita: Visitor, rhythm: str) -> None:
    rita.go_on(f'main a[href^="{reverse("search:save")}?"]')
    rita.choose(rhythm=rhythm).go_on()
    assert rita.path == reverse("search:saved")


def come(samira: Visitor) -> Profile:
    """Somebody new makes a page, open for offers and for checked employers alone, and works at night."""
    steps_page.begin(
        samira, name="سميرة حداد", occupation="elektrika", slug="elektroniker-energie-gebaeudetechnik", postcode="90762"
    )
    steps_page.station(samira, "Elektro Alt", "90762", (9, 2015))
    samira.go_on()
    samira.choose(goal="open").go_on()
    samira.choose(visibility="employers").go_on()
    assert samira.path == reverse("profiles:mine")
    steps_page.times(samira, shifts=[NIGHTS], quick="nights", hours="30", notice="1-month")
    return Profile.objects.get(user__email=samira.email)


def links() -> list[str]:
    """Of the newest mail, in order."""
    return re.findall(r"^http://testserver(/\S+)$", post.letters("rita@talheim.example")[-1], re.MULTILINE)


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "plain"])
def test_from_nobody_to_a_mail_to_the_hit_to_the_end(visit, rita, javascript):
    recruiter = visit(rita.email, javascript=javascript).enter(rita)
    look_for(recruiter)
    assert not re.search(r"/p/\w{10}/", recruiter.page.content())
    save(recruiter, "daily")
    night = timezone.now() + timedelta(days=1)
    assert upkeep.match(night) == 0
    assert post.letters(rita.email) == [], "nobody new, no mail"

    profile = come(visit(SAMIRA, javascript=javascript))
    night += timedelta(days=1)
    Profile.objects.filter(pk=profile.pk).update(moved_at=night - timedelta(hours=9))
    assert upkeep.match(night) == 1
    assert upkeep.match(night) == 0, "once"
    (letter,) = post.letters(rita.email)
    assert not any(word in letter for word in ("سميرة", "حداد", profile.handle, SAMIRA))
    search, mine, end = links()

    recruiter.open(search).follow(reverse("profiles:page", args=[profile.handle]))
    assert recruiter.page.locator(f'main a[href="{reverse("contacts:new", args=[profile.handle])}"]').count()
    recruiter.open(mine)
    assert recruiter.page.locator('main a[href^="/me/searches/"]').count() == 1

    reader, second = (visit(javascript=javascript).open(end) for _tab in range(2))  # a mailbox needs no sign-in
    assert SavedSearch.objects.exists(), "opening it changes nothing"
    reader.go_on()
    assert not SavedSearch.objects.exists()
    told = reader.text()
    second.go_on()
    assert second.text() == told, "whoever is second reads the same"
    reader.page.reload()
    assert reader.look().text() == told
    recruiter.open(mine)
    assert recruiter.page.locator('main a[href^="/me/searches/"]').count() == 0
    assert upkeep.match(night + timedelta(days=1)) == 0


def test_who_hides_before_the_mail_is_opened_is_not_behind_its_link(visit, rita, talheim):
    """The mail said one; then she blocks the firm. The page says nobody, as if she had never been there."""
    recruiter = visit(rita.email).enter(rita)
    look_for(recruiter)
    save(recruiter, "daily")
    samira = visit(SAMIRA)
    profile = come(samira)
    assert upkeep.match(timezone.now() + timedelta(days=1)) == 1
    samira.open(reverse("profiles:blocks")).fill(employer="Stadtwerke Talheim", place="90402").go_on()
    if samira.page.locator('main [name="employer-choice"]').count():
        samira.choose(employer__choice=talheim.public_id).go_on()
    assert profile.blocks.get().employer == talheim
    recruiter.open(links()[0])
    assert profile.handle not in recruiter.page.content()
    recruiter.expected.add(404)
    recruiter.open(reverse("profiles:page", args=[profile.handle]))
    assert "سميرة" not in recruiter.page.content()

"""Times of work, goals and the yearly question, as people do them: on a phone, with and without JavaScript."""

from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from network.occupations.models import Occupation
from network.places.models import Place
from network.profiles import mail_links
from network.profiles.models import Profile
from tests import factories
from tests.journeys.visitor import PHONE, Visitor

pytestmark = pytest.mark.browser


@pytest.fixture(params=[(PHONE, True), (PHONE, False), (1280, True)], ids=["phone", "plain", "desk"])
def anna(request, visit, region) -> Visitor:
    """A worker with a page that everyone may see, signed in."""

    user = factories.make_user("anna@example.org")
    page = factories.make_profile(
        user, Occupation.objects.get(slug="pflegefachkraft"), Place.objects.get(postcode="90762")
    )
    factories.make_station(page, name="Haus Rosengarten")
    width, javascript = request.param
    return visit(width=width, javascript=javascript).enter(user)


def test_worker_says_when_and_a_checked_employer_reads_it(anna, visit):
    mine = reverse("profiles:mine")
    anna.open(mine).follow(reverse("profiles:question", args=["shifts"]))
    anna.choose(shifts=["early", "on-call"]).go_on()
    assert anna.path == mine
    anna.follow(reverse("profiles:week")).go_on('[value="weekdays-early"]')
    assert anna.path == reverse("profiles:week"), "a quick choice can still be changed"
    anna.choose(week=["16"]).go_on()
    anna.follow(reverse("profiles:question", args=["hours"]))
    anna.fill(hours="35").choose(notice="3-months").go_on()
    anna.follow(reverse("profiles:question", args=["licences"])).choose(licences=["b"]).go_on()
    anna.follow(reverse("profiles:languages")).choose(language="pl", level="c1").go_on()
    anna.choose(language="dgs", level="a2").go_on()
    anna.go_on(f'[href="{reverse("profiles:remove_language", args=["pl"])}"]').go_on()
    assert "Polnisch" not in anna.page.inner_text("main .tasks")

    page = reverse("profiles:page", args=[Profile.objects.get().handle])
    stranger = visit(width=anna.width).open(page)
    assert "Gebärdensprache" in stranger.text()
    assert "Frühdienst" not in stranger.text()
    talheim = factories.make_employer("Stadtwerke Talheim", Profile.objects.get().place)
    rita = factories.make_member(talheim, factories.make_user("rita@example.org"), is_recruiter=True).user
    reader = visit(width=anna.width).enter(rita).open(page)
    for words in ("Frühdienst", "Montag bis Freitag: früh", "Samstag: spät", "höchstens 35 Stunden", "3 Monate"):
        assert words in reader.text()


def test_goal_asks_only_for_its_own_month(anna):
    anna.open(reverse("profiles:question", args=["goal"]))
    seen = {}
    for goal in ("open", "keep", "later", "side"):
        anna.choose(goal=goal)
        shown = (anna.page.is_visible(f'[name="{name}_year"]') for name in ("available_from", "resting_until"))
        seen[goal] = tuple(shown)
    assert seen == {"open": (True, False), "keep": (False, False), "later": (False, True), "side": (True, False)}
    anna.choose(goal="later").go_on()
    assert anna.page.locator(".field__error").count() == 1
    year = Profile.objects.get().created_at.year + 2
    anna.month("resting_until", 3, year).go_on()
    assert anna.path == reverse("profiles:mine")
    assert f"1. März {year}" in anna.text().replace("\N{NO-BREAK SPACE}", " ")


def test_yearly_question_is_answered_without_signing_in(anna, visit):
    profile = Profile.objects.get()
    who = visit(width=anna.width, javascript=anna.javascript)
    for kind, button in ((mail_links.Kind.YEARLY, '[value="right"]'), (mail_links.Kind.REMINDERS, '[value="end"]')):
        where = urlsplit(mail_links.address(profile, kind)).path
        who.open(where).go_on(button)
        assert who.path == where
    profile.refresh_from_db()
    assert profile.checked_at
    assert (profile.yearly, profile.reminders) == (True, False)
    anna.open(reverse("profiles:still_right")).follow(reverse("profiles:mine"))
    anna.follow(reverse("profiles:mails")).tick("reminders").go_on()
    assert Profile.objects.get().reminders is True

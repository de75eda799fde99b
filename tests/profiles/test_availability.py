"""Times of work on the page: for whom, and how they look."""

import re
from datetime import date, datetime

import pytest
from django.utils import timezone
from django.utils.translation import override

from network.employers.viewer import STRANGER, Viewer
from network.profiles import actions, week
from network.profiles.models import Profile
from network.profiles.presenters.availability import availability
from network.profiles.presenters.page import looked_through
from network.profiles.sight import Sight
from tests import factories

HIRING = Sight(Viewer(user_id=0, roots=frozenset({77}), checked=True))
TODAY = date(2026, 11, 26)


@pytest.fixture
def busy(anna) -> Profile:
    """Anna has said everything about her times."""
    profile = anna.profile
    actions.save_shifts(by=anna, profile=profile, shifts=["early", "on-call"])
    actions.save_week(by=anna, profile=profile, week=week.places_of(week.block(week.WEEKDAYS, week.EARLY)))
    actions.save_hours(by=anna, profile=profile, hours=35, notice="4-weeks")
    actions.save_licences(by=anna, profile=profile, licences=["c1"])
    actions.save_language(by=anna, profile=profile, language="dgs", level="b2")
    actions.save_goal(by=anna, profile=profile, goal="open", available_from=date(2199, 3, 1))
    return profile


def text(client, profile: Profile) -> str:
    client.cookies["django_language"] = "en"
    return client.get(f"/p/{profile.handle}/").content.decode()


WORDS = ("Times of work", "On call", "Monday to Friday: early", "at most 35 hours", "4 weeks", "2199", "Last answered")
FACTS = ("C1: truck", "German Sign Language", "B2: gets by well at work")


def test_only_who_may_know_reads_times(client, busy, anna, rita, fremder, fuerth) -> None:
    unchecked = factories.make_user()
    factories.make_member(factories.make_employer("Ungeprüft", fuerth, checked=False), unchecked, is_recruiter=True)
    for user, reads in ((None, False), (fremder, False), (unchecked, False), (rita, True), (anna, True)):
        if user:
            client.force_login(user)
        html = text(client, busy)
        assert [word for word in WORDS if (word in html) is not reads] == []
        assert [fact for fact in FACTS if fact not in html] == []


@pytest.mark.parametrize("goal", ["keep", "later"])
def test_times_rest_with_the_goal(client, busy, anna, rita, goal: str) -> None:
    until = {"resting_until": timezone.localdate().replace(year=timezone.localdate().year + 1, day=1)}
    actions.save_goal(by=anna, profile=busy, goal=goal, **(until if goal == "later" else {}))
    for user in (rita, anna):
        client.force_login(user)
        html = text(client, busy)
        assert [word for word in WORDS if word in html] == []
        assert [fact for fact in FACTS if fact not in html] == []


def test_printed_sheet_never_tells(client, busy, rita) -> None:
    client.force_login(rita)
    html = text(client, busy)
    section = html[html.rindex("<section", 0, html.index("Times of work</h2>")) :]
    assert section.startswith('<section class="sect off-paper">')


def test_picture_says_every_cell_in_words(client, busy, rita) -> None:
    client.force_login(rita)
    html = text(client, busy)
    table = html[html.index('<table class="week') : html.index("</table>", html.index('<table class="week'))]
    assert len(re.findall(r">yes<", table)) == 5
    assert len(re.findall(r">no<", table)) == 16
    assert "<svg" in table


def test_nothing_said_is_no_section(client, anna, rita) -> None:
    client.force_login(rita)
    html = text(client, anna.profile)
    assert "Times of work" not in html
    assert "Driving licence" not in html


@pytest.mark.parametrize(
    ("begins", "said"), [(date(2026, 1, 1), "now"), (TODAY, "now"), (date(2027, 3, 1), "from 1 March 2027")]
)
def test_start_is_now_or_a_day(begins: date, said: str) -> None:
    profile = Profile(goal="open", available_from=begins)
    with override("en"):
        shown = availability(profile, HIRING, TODAY).times
    assert shown is not None
    assert [words.replace("\N{NO-BREAK SPACE}", " ") for _label, words in shown.facts] == [said]


@pytest.mark.parametrize(("notice", "said"), [("none", ["none"]), ("unknown", []), ("2-weeks", ["2 weeks"]), ("", [])])
def test_notice_is_said_as_others_read_it(notice: str, said: list[str]) -> None:
    profile = Profile(goal="open", notice=notice, shifts=1)
    with override("en"):
        shown = availability(profile, HIRING, TODAY).times
    assert shown is not None
    assert [words for _label, words in shown.facts] == said


def test_unknown_bits_and_languages_are_left_out() -> None:
    """The vocabulary may lose a word; the page must not."""
    profile = Profile(goal="open", shifts=1 << 60, licences=1 << 60, languages={"tlh": "b2", "de": "z9", "pl": "a1"})
    shown = availability(profile, Sight(STRANGER), TODAY)
    assert (shown.licences, [each.slug for each in shown.languages]) == ((), ["pl"])


def test_foot_says_the_month_in_which_somebody_looked(client, anna) -> None:
    march, may = (timezone.make_aware(datetime(2025, month, 14, 9)) for month in (3, 5))
    for changed, checked, month in ((march, None, "March"), (march, may, "May"), (may, march, "May")):
        Profile.objects.update(changed_at=changed, checked_at=checked)
        html = text(client, anna.profile).replace("\N{NO-BREAK SPACE}", " ")
        assert f"Looked through by Anna G. in {month} 2025." in html
        assert "14" not in html[html.index("Looked through") :][:60]


def test_page_of_nobody_names_nobody_at_its_foot() -> None:
    assert looked_through(Profile(name="")) == ""


def test_answers_about_work_that_is_looked_for_move_no_date_that_strangers_read(anna) -> None:
    """Law 3: "looked through in November" must not follow from a goal, a time or who may call."""
    march = timezone.make_aware(datetime(2025, 3, 14, 9))
    Profile.objects.update(changed_at=march, goal="keep")
    profile = Profile.objects.get()
    actions.save_goal(by=anna, profile=profile, goal="open", available_from=date(2027, 1, 1))
    actions.save_shifts(by=anna, profile=profile, shifts=["night"])
    actions.save_week(by=anna, profile=profile, week=[0, 1])
    actions.save_hours(by=anna, profile=profile, hours=20, notice="1-month")
    actions.show_ways(by=anna, profile=profile, audiences={"phone": "employers"})
    actions.choose_engines(by=anna, profile=profile, indexable=True)
    assert Profile.objects.get().changed_at == march
    assert profile.changed_at == march
    assert Profile.objects.get().open
    actions.save_about(by=anna, profile=profile, about="Neu")
    assert Profile.objects.get().changed_at > march

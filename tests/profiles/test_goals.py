"""What the worker wants, and what follows from it in the search, on the card and on the page."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from network.employers.viewer import STRANGER, Viewer, viewer_of
from network.profiles import actions, copies, words
from network.profiles.models import Profile
from network.search import hits, presenters
from network.search.criteria import Criteria

GOAL = "/me/profile/goal/"
CHECKED = Viewer(user_id=0, roots=frozenset({77}), checked=True, recruits=True)


def next_month() -> date:
    return (timezone.localdate().replace(day=1) + timedelta(days=32)).replace(day=1)


def rest(profile: Profile, until: date) -> None:
    actions.save_goal(by=profile.user, profile=profile, goal="later", resting_until=until)


def answer(day: date) -> dict[str, str]:
    return {"goal": "later", "resting_until_month": str(day.month), "resting_until_year": str(day.year)}


def test_rest_is_saved_until_its_month(worker, anna) -> None:
    worker.post(GOAL, answer(next_month()))
    profile = Profile.objects.get()
    assert (profile.goal, profile.resting_until, profile.open) == ("later", next_month(), False)


def test_later_goal_takes_the_rest_away(worker, anna) -> None:
    rest(anna.profile, next_month())
    worker.post(GOAL, {"goal": "open", **{k: v for k, v in answer(next_month()).items() if k != "goal"}})
    assert Profile.objects.values_list("goal", "resting_until", "open").get() == ("open", None, True)


@pytest.mark.parametrize("year", ["", "2020", "2199"])
def test_rest_needs_a_month_within_three_years(worker, anna, year: str) -> None:
    before = Profile.objects.values().get()
    page = worker.post(GOAL, {"goal": "later", "resting_until_month": "3" if year else "", "resting_until_year": year})
    assert list(page.context["form"].errors) == ["resting_until"]
    assert Profile.objects.values().get() == before


@pytest.mark.parametrize("goal", ["open", "side", "training", "keep"])
def test_half_a_month_of_another_goal_is_no_mistake(worker, anna, goal: str) -> None:
    assert worker.post(GOAL, {"goal": goal, "resting_until_month": "3"}).status_code == 302


def test_start_of_a_goal_that_has_none_is_forgotten(worker, anna) -> None:
    actions.save_goal(by=anna, profile=anna.profile, goal="open", available_from=next_month())
    worker.post(GOAL, {"goal": "keep", "available_from_month": "13", "available_from_year": "20"})
    assert Profile.objects.values_list("goal", "available_from").get() == ("keep", None)


def test_action_refuses_a_rest_without_a_day(anna) -> None:
    for until in (None, timezone.localdate(), timezone.localdate() + timedelta(days=4 * 366)):
        with pytest.raises(ValidationError):
            actions.save_goal(by=anna, profile=anna.profile, goal="later", resting_until=until)


def test_who_rests_is_found_from_the_day_on(anna, rita, monkeypatch) -> None:
    """The nightly run wakes them; before, no checked employer finds them and after it every one does."""
    begins = next_month()
    rest(anna.profile, begins)
    viewer = viewer_of(rita)
    assert not Profile.objects.findable_by(viewer).exists()
    copies.refresh_aged(begins - timedelta(days=1))
    assert not Profile.objects.findable_by(viewer).exists()
    for missed in (0, 5):
        Profile.objects.update(open=False)
        day = begins + timedelta(days=missed)
        monkeypatch.setattr(timezone, "localdate", lambda day=day: day)
        copies.refresh_aged(day)
        assert Profile.objects.findable_by(viewer).exists()


def test_who_only_keeps_references_is_found_by_no_employer(anna, rita) -> None:
    actions.save_goal(by=anna, profile=anna.profile, goal="keep")
    assert not Profile.objects.findable_by(viewer_of(rita)).exists()
    assert Profile.objects.findable_by(STRANGER).exists()


def test_rest_that_is_over_is_shown_as_an_open_goal(worker, anna, monkeypatch) -> None:
    worker.cookies["django_language"] = "en"
    rest(anna.profile, next_month())
    assert "Not now, but from a certain day on, from" in worker.get("/me/profile/").content.decode()
    begins = next_month()
    monkeypatch.setattr(timezone, "localdate", lambda: begins)
    assert worker.get(GOAL).context["form"].initial == {"goal": "open", "available_from": None, "resting_until": None}
    assert "I am open for offers" in worker.get("/me/profile/").content.decode()


@pytest.mark.parametrize(
    ("goal", "line"), [("side", "Looks for a side job"), ("training", "Looks for an apprenticeship"), ("open", "")]
)
def test_card_and_page_tell_recruiters_what_is_looked_for(client, anna, rita, fuerth, elektro, goal, line) -> None:
    actions.save_goal(by=anna, profile=anna.profile, goal=goal)
    wanted = Criteria(place=fuerth, radius=25, occupations=(elektro,))
    with override("en"):
        assert presenters.cards(hits.find(CHECKED, wanted).hits, CHECKED)[0].looks == line
        assert presenters.cards(hits.find(STRANGER, wanted).hits, STRANGER)[0].looks == ""
    client.force_login(rita)
    client.cookies["django_language"] = "en"
    for address in (f"/p/{anna.profile.handle}/", f"/p/{anna.profile.handle}/offer/"):
        assert ("Looks for" in client.get(address).content.decode()) is bool(line)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 1), "this month"),
        (date(2026, 12, 1), "this month"),
        (date(2026, 10, 31), "1 month ago"),
        (date(2026, 8, 30), "3 months ago"),
        (date(2025, 12, 1), "11 months ago"),
        (date(2025, 11, 30), "1 year ago"),
        (date(2025, 10, 1), "more than 1 year ago"),
        (date(2024, 11, 1), "2 years ago"),
        (date(2024, 5, 1), "more than 2 years ago"),
    ],
)
def test_age_in_words_is_never_finer_than_a_month(day: date, said: str) -> None:
    with override("en"):
        assert words.ago(day, date(2026, 11, 26)) == said

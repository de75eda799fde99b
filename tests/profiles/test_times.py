"""Shifts, week, hours, licences and languages: asked, saved, changed, taken back."""

import re

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from network.occupations import vocabulary
from network.profiles import actions, week
from network.profiles.forms_skills import LICENCE_GROUPS
from network.profiles.forms_times import QUICK, SHIFT_GROUPS
from network.profiles.models import Profile

MINE = "/me/profile/"
EARLY = week.block(week.WEEKDAYS, week.EARLY)


def stored(*names: str) -> tuple:
    return Profile.objects.values_list(*names).get()


@pytest.mark.parametrize(
    ("groups", "entries"), [(SHIFT_GROUPS, vocabulary.SHIFTS), (LICENCE_GROUPS, vocabulary.LICENCES)]
)
def test_every_word_of_the_vocabulary_stands_in_one_group(groups, entries) -> None:
    assert sorted(slug for _head, slugs in groups for slug in slugs) == sorted(entry.slug for entry in entries)


@pytest.mark.parametrize(
    ("key", "data", "fields", "expected"),
    [
        ("shifts", {"shifts": ["night", "on-call"]}, ["shifts"], (vocabulary.bits_of(["night", "on-call"]),)),
        ("shifts", {}, ["shifts"], (0,)),
        ("week", {"week": ["0", "3", "6", "9", "12"]}, ["week"], (EARLY,)),
        ("week", {}, ["week"], (0,)),
        ("hours", {"hours": " 35 ", "notice": "4-weeks"}, ["hours", "notice"], (35, "4-weeks")),
        ("hours", {"hours": "", "notice": ""}, ["hours", "notice"], (None, "")),
    ],
)
def test_times_are_saved_with_the_day(worker, anna, key: str, data, fields: list[str], expected: tuple) -> None:
    Profile.objects.update(shifts=7, week=7, hours=7, notice="quarter")
    assert worker.post(f"{MINE}{key}/", data).url == "/me/profile/stations/"  # the next open question
    assert stored(*fields) == expected
    assert stored("available_said") == (timezone.localdate(),)
    shown = worker.get(f"{MINE}{key}/").content.decode()
    ticked = re.findall(r'value="([\w-]+)"[^>]* checked', shown)
    assert sorted(ticked) == sorted(data.get(key, []) if key != "hours" else [])


def test_licences_are_plain_facts_without_a_day(worker) -> None:
    worker.post(f"{MINE}licences/", {"licences": ["b", "ce"]})
    assert stored("licences", "available_said") == (vocabulary.bits_of(["b", "ce"], vocabulary.LICENCES), None)


@pytest.mark.parametrize(
    ("key", "data", "field"),
    [
        ("shifts", {"shifts": ["night", "dusk"]}, "shifts"),
        ("week", {"week": ["21"]}, "week"),
        ("week", {"week": ["x", "\x00"]}, "week"),
        ("week", {"week": ["٣"]}, "week"),
        ("week", {"week": ["9" * 6000]}, "week"),
        ("hours", {"hours": "0"}, "hours"),
        ("hours", {"hours": "61"}, "hours"),
        ("hours", {"hours": "9" * 5000}, "hours"),
        ("hours", {"hours": "viele"}, "hours"),
        ("hours", {"notice": "never"}, "notice"),
        ("licences", {"licences": ["z"]}, "licences"),
        ("languages", {}, "language"),
        ("languages", {"language": "tlh", "level": "b2"}, "language"),
        ("languages", {"language": "de"}, "level"),
        ("languages", {"language": "de", "level": "native"}, "level"),
    ],
)
def test_bad_answer_is_named_and_changes_nothing(worker, anna, key: str, data, field: str) -> None:
    before = Profile.objects.values().get()
    page = worker.post(f"{MINE}{key}/", data)
    assert page.status_code == 200
    assert field in page.context["form"].errors
    assert Profile.objects.values().get() == before


@pytest.mark.parametrize("key", QUICK)
def test_quick_choice_is_saved_and_shown_for_changes(worker, key: str) -> None:
    page = worker.post(f"{MINE}week/", {"quick": key}, follow=True)
    assert page.redirect_chain == [(f"{MINE}week/", 302)]
    assert stored("week") == (QUICK[key].week,)
    assert page.content.decode().count(" checked") == QUICK[key].week.bit_count()


def test_unknown_quick_choice_is_no_choice(worker) -> None:
    worker.post(f"{MINE}week/", {"quick": "never", "week": ["4"]})
    assert stored("week") == (1 << 4,)


def test_ticks_of_the_week_are_named_for_who_cannot_see_the_table(worker) -> None:
    worker.cookies["django_language"] = "en"
    html = worker.get(f"{MINE}week/").content.decode()
    labels = re.findall(r'<input class="choice__box"[^>]*><span class="only-read">([^<]+)</span></label>', html)
    assert len(labels) == 21
    assert {labels[0], labels[-1]} == {"Monday, Early", "Sunday, Night"}
    assert html.count('scope="col"') == 4
    assert html.count('scope="row"') == 7


# Languages


def test_languages_are_added_changed_and_removed_one_by_one(worker) -> None:
    for language, level in (("tr", "c2"), ("de", "b1"), ("dgs", "a2"), ("de", "b2")):
        assert worker.post(f"{MINE}languages/", {"language": language, "level": level}).url == f"{MINE}languages/"
    assert stored("languages") == ({"tr": "c2", "de": "b2", "dgs": "a2"},)
    for _twice in range(2):
        assert worker.post(f"{MINE}languages/dgs/remove/").url == f"{MINE}languages/"
    assert stored("languages") == ({"tr": "c2", "de": "b2"},)
    assert [each.slug for each in worker.get(f"{MINE}languages/").context["spoken"]] == ["de", "tr"]


def test_opening_the_page_that_removes_changes_nothing(worker, anna) -> None:
    actions.save_language(by=anna, profile=anna.profile, language="de", level="c1")
    assert worker.get(f"{MINE}languages/de/remove/").status_code == 200
    assert stored("languages") == ({"de": "c1"},)


def test_change_link_brings_the_answer_back(worker, anna) -> None:
    actions.save_language(by=anna, profile=anna.profile, language="pl", level="c1")
    html = worker.get(f"{MINE}languages/?language=pl").content.decode()
    assert '<option value="pl" selected>' in html
    assert re.search(r'value="c1"[^>]* checked', html)


def test_unknown_language_is_not_found(worker) -> None:
    assert worker.get(f"{MINE}languages/tlh/remove/").status_code == 404


def test_language_outside_the_vocabulary_is_refused_by_the_action(anna) -> None:
    with pytest.raises(ValidationError):
        actions.save_language(by=anna, profile=anna.profile, language="tlh", level="b2")


def test_two_tabs_add_to_the_same_list(anna) -> None:
    first, second = Profile.objects.get(), Profile.objects.get()
    actions.save_language(by=anna, profile=first, language="de", level="b2")
    actions.save_language(by=anna, profile=second, language="pl", level="c2")
    assert stored("languages") == ({"de": "b2", "pl": "c2"},)


def test_nobody_is_asked_for_a_mother_tongue(worker) -> None:
    """§ 1 AGG: where somebody comes from is nobody's business."""
    html = worker.get(f"{MINE}languages/").content.decode().lower()
    assert "mother" not in html
    assert "native" not in html


# Whose


@pytest.mark.parametrize("key", ["week", "languages", "shifts", "hours", "licences"])
def test_stranger_has_pages_of_their_own_only(client, anna, fremder, key: str) -> None:
    actions.save_week(by=anna, profile=anna.profile, week=[0])
    client.force_login(fremder)
    assert client.get(f"{MINE}{key}/").url == MINE
    client.post(f"{MINE}{key}/", {"week": ["3"], "language": "de", "level": "b2"})
    assert stored("week", "languages") == (1, {})


def test_actions_refuse_who_does_not_own_the_page(anna, fremder) -> None:
    for act, data in (
        (actions.save_shifts, {"shifts": ["day"]}),
        (actions.save_week, {"week": [1]}),
        (actions.save_hours, {"hours": 1, "notice": ""}),
        (actions.save_licences, {"licences": ["b"]}),
        (actions.save_language, {"language": "de", "level": "b2"}),
        (actions.remove_language, {"language": "de"}),
    ):
        with pytest.raises(PermissionDenied):
            act(by=fremder, profile=anna.profile, **data)

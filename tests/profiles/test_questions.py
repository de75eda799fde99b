"""From sign-up to a page worth showing: one question each, saved at every step."""

from datetime import date

import pytest
from django.urls import reverse

from network.profiles import actions
from network.profiles.models import Profile
from network.profiles.questions import QUESTIONS, STEPS
from tests import factories

MINE = "/me/profile/"


def test_opening_the_page_makes_nothing(client, fremder) -> None:
    client.force_login(fremder)
    page = client.get(MINE)
    assert page.status_code == 200
    assert not Profile.objects.exists()


@pytest.mark.parametrize(
    ("name", "word"), [("add_qualification_of", "staplerschein"), ("preview", "stranger"), ("remove_language", "ar")]
)
def test_other_page_that_names_no_row_leads_to_the_beginning_too(client, fremder, name: str, word: str) -> None:
    client.force_login(fremder)
    answer = client.get(reverse(f"profiles:{name}", args=[word]))
    assert (answer.status_code, answer.url) == (302, reverse("profiles:mine"))


@pytest.mark.parametrize("key", ["name", "stations", "qualifications", "blocks"])
def test_question_without_a_page_leads_to_the_beginning(client, fremder, key: str) -> None:
    client.force_login(fremder)
    assert client.get(f"{MINE}{key}/").url == MINE


def test_from_sign_up_to_a_finished_page(client, fremder, elektro, fuerth) -> None:
    """Every answer leads to the next open question; at the end stands the task list."""
    client.force_login(fremder)
    answers = [
        (MINE, {}),
        (f"{MINE}name/", {"name": "Aylin Kaya", "name_shown": "initial"}),
        (f"{MINE}occupation/", {"occupation": str(elektro)}),
        (f"{MINE}place/", {"place": "90762", "radius_km": "25"}),
        (
            f"{MINE}stations/",
            {
                "employer": "Elektro Alt",
                "occupation": str(elektro),
                "start_month": "9",
                "start_year": "2019",
                "still": "on",
            },
        ),
        (f"{MINE}goal/", {"goal": "open", "available_from_month": "3", "available_from_year": "2199"}),
        (f"{MINE}visibility/", {"visibility": "employers"}),
    ]
    here = MINE
    for expected, data in answers:
        assert here == expected
        shown = client.get(here, follow=True)
        assert shown.status_code == 200
        here = client.post(shown.redirect_chain[-1][0] if shown.redirect_chain else here, data).url
        if here == f"{MINE}stations/" and data.get("employer"):
            here = client.get(here).context["following"]
    assert here == MINE
    profile = Profile.objects.get()
    assert (profile.name, profile.occupation, profile.place) == ("Aylin Kaya", elektro, fuerth)
    assert (profile.radius_km, profile.montage, profile.goal) == (25, False, "open")
    assert (profile.searchable, profile.public, profile.open) == (True, False, True)
    assert profile.available_from == date(2199, 3, 1)
    tasks = [task for _head, group in client.get(MINE).context["groups"] for task in group]
    assert {task.state for task in tasks} == {"done", ""}


def test_task_list_says_what_is_open(client, fremder) -> None:
    client.force_login(fremder)
    client.post(MINE)
    tasks = {task.title: task.state for _head, group in client.get(MINE).context["groups"] for task in group}
    todo = [title for title, state in tasks.items() if state == "todo"]
    assert len(todo) == 6
    assert set(tasks.values()) == {"", "todo"}
    assert client.get(MINE).context["following"] == f"{MINE}name/"


def test_answers_can_be_changed_at_any_time(worker, anna) -> None:
    shown = worker.get(f"{MINE}name/")
    assert "Anna Gärtner" in shown.content.decode()
    worker.post(f"{MINE}name/", {"name": "Anna  Neumann", "name_shown": "full"})
    anna.profile.refresh_from_db()
    assert (anna.profile.name, anna.profile.name_shown) == ("Anna Neumann", "full")


@pytest.mark.parametrize(
    ("key", "data", "field"),
    [
        ("name", {"name": " ", "name_shown": "initial"}, "name"),
        ("name", {"name": "...", "name_shown": "initial"}, "name"),
        ("name", {"name": "x" * 81, "name_shown": "initial"}, "name"),
        ("name", {"name": "Anna", "name_shown": "nick"}, "name_shown"),
        ("occupation", {"occupation": ""}, "occupation"),
        ("occupation", {"occupation": "Zauberer"}, "occupation"),
        ("place", {"place": "00000", "radius_km": "25"}, "place"),
        ("place", {"place": "90762", "radius_km": "500"}, "radius_km"),
        ("place", {"place": "90762"}, "radius_km"),
        ("goal", {}, "goal"),
        ("goal", {"goal": "open", "available_from_month": "13"}, "available_from"),
        ("visibility", {"visibility": "all"}, "visibility"),
        ("about", {"about": "x" * 301}, "about"),
    ],
)
def test_bad_answer_is_named_and_changes_nothing(worker, anna, key: str, data, field: str) -> None:
    before = Profile.objects.values().get()
    page = worker.post(f"{MINE}{key}/", data)
    assert page.status_code == 200
    assert list(page.context["form"].errors) == [field]
    assert Profile.objects.values().get() == before


def test_typed_text_stays_after_an_error(worker) -> None:
    page = worker.post(f"{MINE}occupation/", {"occupation": "Zauberer"})
    assert 'value="Zauberer"' in page.content.decode()


@pytest.mark.parametrize("key", QUESTIONS)
def test_every_question_shows_its_answer_again(worker, key: str) -> None:
    page = worker.get(f"{MINE}{key}/")
    assert page.status_code == 200
    assert page.content.decode().count("<h1") == 1


def test_unknown_question_is_not_found(worker) -> None:
    assert worker.get(f"{MINE}salary/").status_code == 404


def test_every_step_has_a_page(worker) -> None:
    for step in STEPS:
        assert worker.get(step.url, follow=True).status_code == 200


def test_about_is_optional_and_one_paragraph(worker, anna) -> None:
    worker.post(f"{MINE}about/", {"about": "Altbau mag ich.\n\nErst messen."})
    anna.profile.refresh_from_db()
    assert anna.profile.about == "Altbau mag ich. Erst messen."
    worker.post(f"{MINE}about/", {"about": ""})
    anna.profile.refresh_from_db()
    assert anna.profile.about == ""


@pytest.mark.parametrize("rows", [1, 30])
def test_task_list_costs_the_same_with_many_rows(worker, anna, count_reads, rows: int) -> None:
    for year in range(rows):
        factories.make_station(anna.profile, name=f"Firma {year}", start=date(1990 + year, 1, 1))
        actions.block(by=anna, profile=anna.profile, employer=f"Firma {year}")
    assert count_reads(MINE) == 5


def test_signed_out_visitor_is_asked_to_sign_in(client, anna) -> None:
    answer = client.get(MINE)
    assert answer.status_code == 302
    assert reverse("account_login") in answer.url

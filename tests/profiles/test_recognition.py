"""The recognition of a paper from abroad: its steps, in words, and when it counts."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st

from network.occupations.models import QualificationKind
from network.profiles import actions, recognition
from network.profiles.models import Profile, Qualification
from tests.profiles.conftest import make_kind

pytestmark = pytest.mark.usefixtures("english")
PAPERS = "/me/profile/qualifications/"


@pytest.fixture
def anerkennung(db) -> QualificationKind:
    return make_kind("anerkennung", 55, "Anerkennung")


@pytest.fixture
def paper(anna, anerkennung, pflege) -> Qualification:
    return actions.add_qualification(by=anna, profile=anna.profile, kind=anerkennung, recognised_as=pflege)


def test_adding_one_leads_to_its_steps(worker, anerkennung, pflege) -> None:
    sent = {"recognised_as": "Pflegefachfrau/-mann", "issuer": "", "number": "", "issued_day": ""}
    answer = worker.post(f"{PAPERS}new/anerkennung/", sent)
    held = Qualification.objects.get()
    assert (answer.url, held.recognised_as) == (f"{PAPERS}{held.pk}/recognition/", pflege)


def test_steps_are_saved_in_their_order(worker, paper) -> None:
    sent = {"notice": "on", "applied_month_month": "9", "applied_month_year": "2022", "course": "on"}
    assert worker.post(f"{PAPERS}{paper.pk}/recognition/", sent).url == f"{PAPERS}{paper.pk}/"
    paper.refresh_from_db()
    assert paper.recognition == {"applied": "2022-09", "notice": "", "course": ""}
    shown = worker.get(f"{PAPERS}{paper.pk}/").content.decode()
    assert "September\N{NO-BREAK SPACE}2022" in shown
    form = worker.get(f"{PAPERS}{paper.pk}/recognition/").content.decode()
    assert form.count("checked") == 3


def test_same_steps_saved_again_keep_the_mark(anna, monika, brandt, paper) -> None:
    """Whatever order the database gives the keys back in."""
    months = {"applied": date(2022, 9, 1), "notice": None, "recognised": date(2024, 5, 1)}
    actions.save_recognition(by=anna, qualification=paper, months=dict(months))
    code = actions.show_original(by=anna, qualification=paper)
    facts = actions.facts_of(Qualification.objects.get())
    actions.confirm_seen(by=monika, code=code, facts=facts, employer=brandt)
    actions.save_recognition(by=anna, qualification=paper, months=dict(months))
    assert paper.seen_by == "Elektro Brandt"
    actions.save_recognition(by=anna, qualification=paper, months={**months, "permitted": None})
    assert paper.seen_by == ""


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"applied_month_month": "1", "applied_month_year": "2199"}, "applied_month"),
        (
            {
                "applied_month_month": "5",
                "applied_month_year": "2024",
                "notice_month_month": "4",
                "notice_month_year": "2024",
            },
            "notice_month",
        ),
        ({"exam_month_month": "5"}, "exam_month"),
    ],
)
def test_months_that_cannot_be_are_refused(worker, paper, sent, field) -> None:
    page = worker.post(f"{PAPERS}{paper.pk}/recognition/", sent)
    assert list(page.context["form"].errors) == [field]
    paper.refresh_from_db()
    assert paper.recognition == {}


def test_other_papers_have_no_steps(worker, anna, stapler) -> None:
    other = actions.add_qualification(by=anna, profile=anna.profile, kind=stapler)
    assert worker.get(f"{PAPERS}{other.pk}/recognition/").status_code == 404
    with pytest.raises(PermissionDenied):
        actions.save_recognition(by=anna, qualification=other, months={"applied": None})


@pytest.mark.parametrize(
    ("steps", "words", "counts"),
    [
        ({}, "not applied for yet", False),
        ({"applied": "2024-01"}, "applied for", False),
        ({"applied": "", "notice": ""}, "partly recognised", False),
        ({"notice": "", "course": ""}, "being made up for", False),
        ({"notice": "", "exam": ""}, "being made up for", False),
        ({"exam": "", "recognised": "2024-05"}, "recognised", True),
        ({"permitted": ""}, "recognised", True),
    ],
)
def test_standing_says_how_far_and_only_recognised_counts(anna, paper, steps, words, counts) -> None:
    months = {key: recognition.month_of(text) for key, text in steps.items()}
    actions.save_recognition(by=anna, qualification=paper, months=months)
    assert words in recognition.standing(paper.recognition)
    assert bool(Profile.objects.get().quals) is counts


def test_public_page_shows_what_is_reached_and_no_more(client, anna, paper) -> None:
    actions.save_recognition(by=anna, qualification=paper, months={"applied": date(2022, 9, 1), "notice": None})
    text = client.get(f"/p/{anna.profile.handle}/").content.decode()
    for words in ("as Pflegefachfrau/-mann", "Application sent", "Notice received", "Partly recognised"):
        assert words in text, words
    assert "Knowledge test" not in text


def test_no_country_is_asked_or_stored(worker, paper) -> None:
    """Law 11."""
    names = [field.name for field in Qualification._meta.get_fields()]
    assert not any(word in name for name in names for word in ("country", "origin", "nation"))
    for page in (f"{PAPERS}{paper.pk}/recognition/", f"{PAPERS}{paper.pk}/change/"):
        form = worker.get(page).context["form"]
        assert not any(word in name for name in form.fields for word in ("country", "origin", "nation"))


@given(st.dictionaries(st.sampled_from(recognition.KEYS), st.none() | st.dates(date(1950, 1, 1), date(2026, 11, 1))))
def test_what_is_stored_is_read_again(months) -> None:
    stored = recognition.stored(months)
    assert list(stored) == [key for key in recognition.KEYS if key in months]
    for key, when in months.items():
        assert recognition.month_of(stored[key]) == (when and when.replace(day=1))
    assert [view.done for view in recognition.step_views(stored)] == [key in months for key in recognition.KEYS]

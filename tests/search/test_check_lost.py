"""The check of a firm ends while its recruiter works: with the next click all of the search is that of a stranger, and what was kept rests."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from network.employers.models import Employer
from network.profiles.models import Look, Profile
from network.search.models import SavedSearch, Shortlisted
from network.search.saved import upkeep
from tests import factories
from tests.committing import commit_at_once

pytestmark = pytest.mark.django_db
QUERY = "postcode=90762&radius=25&occupation=elektroniker-energie-gebaeudetechnik"
NOTE = "Kennt alte Anlagen."


@pytest.fixture
def session(rita, monkeypatch) -> Client:
    """One browser that stays signed in."""
    commit_at_once(monkeypatch)
    client = Client(headers={"accept-language": "en"})
    client.force_login(rita)
    return client


@pytest.fixture
def hidden_from_strangers(anna) -> Profile:
    """Only members of checked employers find her; she is on no page of anybody else."""
    moved = {"visibility": "employers", "public": False, "moved_at": timezone.now() - timedelta(hours=1)}
    Profile.objects.filter(pk=anna.profile.pk).update(**moved)
    anna.profile.refresh_from_db()
    return anna.profile


@pytest.fixture
def shortlist(talheim) -> str:
    return f"/employer/{talheim.public_id}/shortlist/"


@pytest.fixture
def working(session, talheim, hidden_from_strangers, shortlist) -> Client:
    """The recruiter has found and noted her, and has saved the search."""
    handle = hidden_from_strangers.handle
    assert handle in session.get(f"/search/?{QUERY}").content.decode()
    assert session.post(f"{shortlist}{handle}/", {"note": NOTE}).status_code == 302
    assert session.post(f"/search/save/?{QUERY}", {"rhythm": "daily"}).status_code == 302
    SavedSearch.objects.update(last_run=timezone.now() - timedelta(days=1))
    Look.objects.all().delete()
    return session


def lose(firm: Employer) -> None:
    Employer.objects.filter(pk=firm.pk).update(checked_until=timezone.localdate() - timedelta(days=1))


def regain(firm: Employer) -> None:
    Employer.objects.filter(pk=firm.pk).update(checked_until=timezone.localdate())


def test_search_is_that_of_a_stranger_with_the_next_click(working, talheim, hidden_from_strangers):
    factories.make_profile(None, hidden_from_strangers.occupation, hidden_from_strangers.place, shifts=1 << 3)
    lose(talheim)
    stranger = Client(headers={"accept-language": "en"})
    for way in ("", "narrow/", "map/"):
        page = working.get(f"/search/{way}?{QUERY}").content.decode()
        assert hidden_from_strangers.handle not in page
        for word in ("Night shift", "/search/save/", "Can start"):
            assert word not in page
    asked = f"/search/?{QUERY}&shift=night"
    assert "/p/" not in working.get(asked).content.decode(), "times of work cannot be asked for any more"
    found = [client.get(f"/search/?{QUERY}").content.decode() for client in (working, stranger)]
    assert found[0].count('href="/p/') == found[1].count('href="/p/') > 0
    assert working.get(f"/p/{hidden_from_strangers.handle}/").status_code == 404
    assert not Look.objects.exists(), "nobody looks in the name of a firm that is not checked"


def test_list_and_notes_are_gone_and_a_page_opened_before_stores_nothing(
    working, talheim, hidden_from_strangers, shortlist
):
    handle = hidden_from_strangers.handle
    note = f"{shortlist}{handle}/"
    pages = (shortlist, f"{shortlist}compare/?p={handle}", f"{shortlist}paper/", note, f"/p/{handle}/shortlist/")
    for address in pages:
        assert working.get(address).status_code in (200, 302)
    lose(talheim)
    before = list(Shortlisted.objects.values())
    for address in pages:
        answer = working.get(address)
        assert answer.status_code == 404
        assert NOTE not in answer.content.decode()
    for said in ({"note": "Anders."}, {"do": "take-off"}):
        assert working.post(note, said).status_code == 404
    assert list(Shortlisted.objects.values()) == before
    assert shortlist not in working.get(f"/employer/{talheim.public_id}/").content.decode()
    regain(talheim)
    assert NOTE in working.get(shortlist).content.decode()


def test_saved_searches_rest_at_once_and_a_page_opened_before_saves_nothing(working, talheim):
    """They can be ended all the same: stopping is always possible."""
    save = f"/search/save/?{QUERY}&montage=1"
    assert working.get(save).status_code == 200
    lose(talheim)
    assert working.get(save).status_code == 404
    assert working.post(save, {"rhythm": "daily"}).status_code == 404
    search = SavedSearch.objects.get()
    assert "Rests:" in working.get("/me/searches/").content.decode()
    mail.outbox.clear()
    upkeep.daily()
    assert mail.outbox == []
    assert SavedSearch.objects.get().last_run == search.last_run, "nothing is lost while it rests"
    regain(talheim)
    upkeep.daily()
    assert len(mail.outbox) == 1
    lose(talheim)
    assert working.post(f"/me/searches/{search.public_id}/", {"do": "end"}).status_code == 302
    assert not SavedSearch.objects.exists()


def test_other_firm_that_is_checked_keeps_its_own_list_and_searches(
    working, rita, talheim, brandt, shortlist, hidden_from_strangers
):
    """Who recruits for two loses one: the lists were never mixed."""
    factories.make_member(brandt, rita, "Rita", is_recruiter=True)
    lose(talheim)
    assert working.get(shortlist).status_code == 404
    page = working.get(f"/employer/{brandt.public_id}/shortlist/").content.decode()
    assert NOTE not in page
    mail.outbox.clear()
    upkeep.daily()
    assert mail.outbox == [], "a search saved for the one does not run in the name of the other"
    assert hidden_from_strangers.handle in working.get(f"/search/?{QUERY}").content.decode()

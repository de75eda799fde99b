"""A recruiter saves a search, gets a mail when somebody new fits, and ends it with one button."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from network.employers.models import Employer
from network.profiles.actions import refresh
from network.profiles.models import Block, Profile
from network.search import registers
from network.search.models import SavedSearch
from network.search.saved import actions, links, reading, rules, upkeep
from tests import factories
from tests.committing import commit_at_once
from tests.desk.casework import at_desk
from tests.employers.helpers import become_one, entered

pytestmark = pytest.mark.django_db
QUERY = "postcode=90762&radius=25&occupation=elektroniker-energie-gebaeudetechnik"


@pytest.fixture(autouse=True)
def _commit(monkeypatch):
    commit_at_once(monkeypatch)


@pytest.fixture
def search(rita, talheim, anna) -> SavedSearch:
    """Saved yesterday, before Anna's page moved."""
    entered(rita).post(f"/search/save/?{QUERY}", {"rhythm": "daily"})
    SavedSearch.objects.update(last_run=timezone.now() - timedelta(days=1))
    Profile.objects.filter(pk=anna.profile.pk).update(moved_at=timezone.now() - timedelta(hours=1))
    return SavedSearch.objects.get()


def run() -> list[str]:
    """The nightly run; the texts of its mails."""
    mail.outbox.clear()
    upkeep.daily()
    return [f"{message.subject}\n{message.body}" for message in mail.outbox]


def test_from_the_search_to_the_list_of_saved_ones(rita, talheim, anna):
    client = entered(rita)
    assert "/search/save/?" in client.get(f"/search/?{QUERY}").content.decode()
    page = client.get(f"/search/save/?{QUERY}&shift=night").content.decode()
    assert "Night shift" in page
    assert not SavedSearch.objects.exists(), "opening it changes nothing"
    assert client.post(f"/search/save/?{QUERY}&shift=night", {"rhythm": "weekly"}).url == "/me/searches/"
    saved = SavedSearch.objects.get()
    assert (saved.groups, saved.radius, saved.conditions) == (
        ["elektroniker-energie-gebaeudetechnik"],
        25,
        [["shift", "night"]],
    )
    assert "Night shift" in client.get("/me/searches/").content.decode()


def test_same_search_again_is_one_with_the_new_rhythm(rita, search):
    entered(rita).post(f"/search/save/?{QUERY}", {"rhythm": "weekly"})
    assert SavedSearch.objects.get().rhythm == "weekly"


def test_strangers_and_members_who_do_not_recruit_cannot_save(client, fremder, monika, anna):
    for user in (fremder, monika, anna):
        assert entered(user).get(f"/search/save/?{QUERY}").status_code == 404
        assert entered(user).post(f"/search/save/?{QUERY}", {"rhythm": "daily"}).status_code == 404
        assert "/search/save/" not in entered(user).get(f"/search/?{QUERY}").content.decode()
    assert client.get(f"/search/save/?{QUERY}").status_code == 302


def test_address_that_is_no_search_leads_to_the_search(rita, anna):
    for wrong in ("", "postcode=90762", f"{QUERY}&shift=no-such"):
        assert (
            entered(rita).post(f"/search/save/?{wrong}", {"rhythm": "daily"}).url
            == f"/search/?{QueryDict(wrong).urlencode()}"
        )
    page = entered(rita).post(f"/search/save/?{QUERY}", {"rhythm": "hourly"}).content.decode()
    assert "Choose how often you want a mail" in page


def test_a_thousand_searches_of_one_person_end_at_twenty(rita, talheim, anna):
    client = entered(rita)
    for number in range(rules.MOST + 2):
        answer = client.post(f"/search/save/?{QUERY}&hours={number + 1}", {"rhythm": "daily"})
    assert "You have 20 saved searches, and that is the most" in answer.content.decode()
    assert SavedSearch.objects.count() == rules.MOST


def test_somebody_elses_search_is_not_there(rita, talheim, search, fremder):
    colleague = factories.make_user()
    factories.make_member(talheim, colleague, "Karl", is_recruiter=True)
    for user in (colleague, fremder):
        assert search.words not in entered(user).get("/me/searches/").content.decode()
        for act in ("end", "renew"):
            assert entered(user).post(f"/me/searches/{search.public_id}/", {"do": act}).status_code == 404
    assert SavedSearch.objects.get().ends_on == search.ends_on


def test_mail_says_how_many_and_names_nobody(rita, anna, search):
    factories.make_profile(
        None, anna.profile.occupation, anna.profile.place, moved_at=timezone.now() - timedelta(hours=2)
    )
    (text,) = run()
    assert mail.outbox[0].to == [rita.email]
    assert "2 " in text.splitlines()[0]
    assert "/search/?postcode=90762" in text
    assert not any(word in text for word in ("Anna", "Gärtner", anna.profile.handle, anna.email))
    assert run() == [], "at most one for each day"


@pytest.mark.parametrize(
    "why", ["nobody", "blocked", "keeps", "not checked", "left", "no recruiter", "weekly", "over", "old"]
)
def test_no_mail(why, anna, rita, talheim, search):
    member, old = talheim.memberships.filter(user=rita), timezone.now() - timedelta(days=2)
    if why == "nobody":
        refresh(anna.profile, visibility="off")
    elif why == "blocked":
        Block.objects.create(profile=anna.profile, employer=talheim)
    elif why == "keeps":
        refresh(anna.profile, goal="keep")
    elif why == "not checked":
        Employer.objects.filter(pk=talheim.pk).update(checked_until=timezone.localdate() - timedelta(days=1))
    elif why == "left":
        member.update(until=timezone.now())
    elif why == "no recruiter":
        member.update(is_recruiter=False)
    elif why == "weekly":
        SavedSearch.objects.update(rhythm="weekly")
    elif why == "over":
        SavedSearch.objects.update(ends_on=timezone.localdate())
    else:
        Profile.objects.filter(pk=anna.profile.pk).update(moved_at=old)
    assert run() == []


def test_search_of_a_firm_rests_until_it_is_checked_again(rita, talheim, anna, search):
    day = timezone.localdate()
    Employer.objects.filter(pk=talheim.pk).update(checked_until=day - timedelta(days=1))
    assert run() == []
    assert "Rests:" in entered(rita).get("/me/searches/").content.decode()
    Employer.objects.filter(pk=talheim.pk).update(checked_until=day)
    assert len(run()) == 1


def test_check_that_ends_between_matching_and_sending_stops_the_mail(talheim, anna, search):
    Employer.objects.filter(pk=talheim.pk).update(checked_until=timezone.localdate() - timedelta(days=1))
    assert not actions.tell(search=search, pks=[anna.profile.pk], now=timezone.now())
    Employer.objects.filter(pk=talheim.pk).update(checked_until=timezone.localdate())
    Block.objects.create(profile=anna.profile, employer=talheim)
    assert not actions.tell(search=search, pks=[anna.profile.pk], now=timezone.now())


def test_of_two_runs_at_once_one_writes(anna, search):
    now = timezone.now()
    assert actions.tell(search=search, pks=[anna.profile.pk], now=now)
    assert not actions.tell(search=search, pks=[anna.profile.pk], now=now)


def test_one_mail_that_fails_does_not_stop_the_others(rita, anna, search, monkeypatch):
    entered(rita).post(f"/search/save/?{QUERY}&level=2", {"rhythm": "daily"})
    SavedSearch.objects.update(last_run=search.last_run)
    real = reading.criteria_of

    def broken(viewer, query):
        if "level" not in query:
            raise ValueError("x")
        return real(viewer, query)

    monkeypatch.setattr(reading, "criteria_of", broken)
    assert len(run()) == 1


def test_opening_the_link_of_a_mail_changes_nothing_and_its_button_ends_the_search(anna, search):
    (text,) = run()
    address = links.address(search)
    assert address in text
    client, path = Client(headers={"accept-language": "en"}), f"/search/mail/{links.token(search)}/"
    for _open in range(2):
        assert "End these mails" in client.get(path).content.decode()
    assert SavedSearch.objects.count() == 1
    for _click in range(2):
        assert client.post(path).url == path
    assert "This search has ended" in client.get(path).content.decode()
    assert not SavedSearch.objects.exists()


def test_wrong_link_is_nothing(client, search):
    token = links.token(search)
    for wrong in (token[:-1] + ("a" if token[-1] != "a" else "b"), search.public_id, "x.y"):
        assert client.get(f"/search/mail/{wrong}/").status_code == 404
        assert client.post(f"/search/mail/{wrong}/").status_code == 404
    assert SavedSearch.objects.count() == 1


def test_a_button_renews_and_a_visit_does_not(rita, search):
    SavedSearch.objects.update(ends_on=timezone.localdate() + timedelta(days=3))
    page = f"/me/searches/{search.public_id}/"
    entered(rita).get(page)
    assert SavedSearch.objects.get().ends_on == timezone.localdate() + timedelta(days=3)
    entered(rita).post(page, {"do": "renew"})
    assert SavedSearch.objects.get().ends_on > timezone.localdate() + timedelta(days=170)
    entered(rita).post(page, {"do": "end"})
    assert entered(rita).post(page, {"do": "end"}).status_code == 404
    assert not SavedSearch.objects.exists()


def test_search_for_a_start_ends_after_that_day(rita, anna, talheim):
    day = timezone.localdate() + timedelta(days=20)
    entered(rita).post(f"/search/save/?{QUERY}&start={day}", {"rhythm": "daily"})
    assert SavedSearch.objects.get().ends_on == day + timedelta(days=1)


def test_what_is_over_goes_and_so_does_what_belongs_to_former_members(rita, talheim, search):
    assert actions.purge() == 0
    talheim.memberships.filter(user=rita).update(until=timezone.now())
    assert actions.purge() == 1


@pytest.mark.parametrize("number", [1, 20])
def test_queries_do_not_grow(number, rita, talheim, search):
    for each in range(1, number):
        SavedSearch.objects.create(
            employer=talheim, user=rita, rhythm="daily", query=f"{each}", words="x", place=search.place, radius=5,
            groups=["x"], ends_on=search.ends_on,
        )  # fmt: skip
    client = entered(rita)
    client.get("/me/searches/")
    with CaptureQueriesContext(connection) as counted:
        assert client.get("/me/searches/").status_code == 200
    assert len(counted) == 4


def test_export_holds_the_search_and_leaving_forgets_it(rita, search):
    (row,) = registers.export(rita).data["saved_searches"]
    assert (row["words"], row["rhythm"], row["query"]) == (search.words, "daily", search.query)
    registers.erase(rita)
    assert not SavedSearch.objects.exists()


def test_two_firms_become_one_and_searches_go_along(rita, talheim, brandt, search):
    become_one(talheim, brandt, at_desk())
    assert SavedSearch.objects.alive().get().employer == brandt


def test_constraints_hold(search):
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedSearch.objects.update(groups=[])
    search.pk, search.public_id = None, "bbbbbbbbbb"
    with pytest.raises(IntegrityError), transaction.atomic():
        search.save()

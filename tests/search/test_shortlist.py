"""The list of a firm: who sees it, who is on it, what stands where, and when it ends."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from network.contacts.models import Offer
from network.employers.models import Employer
from network.profiles.actions import refresh
from network.profiles.models import Block, Look
from network.search.models import Shortlisted
from network.search.shortlist import actions, registers, rules
from tests import factories
from tests.desk.casework import at_desk
from tests.employers.helpers import become_one, entered

pytestmark = pytest.mark.django_db
NOTE = "Kennt alte Anlagen."


@pytest.fixture
def page(talheim):
    return f"/employer/{talheim.public_id}/shortlist/"


@pytest.fixture
def listed(rita, talheim, anna) -> Shortlisted:
    actions.put(by=rita, employer=talheim, profile=anna.profile, note=NOTE)
    return Shortlisted.objects.get()


def read(user, address: str) -> str:
    answer = entered(user).get(address)
    assert answer.status_code == 200
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())


def test_from_the_page_of_a_person_to_the_list(rita, talheim, anna, page):
    handle, client = anna.profile.handle, entered(rita)
    assert f"/p/{handle}/shortlist/" in client.get(f"/p/{handle}/").content.decode()
    way = client.get(f"/p/{handle}/shortlist/").url
    assert way == f"{page}{handle}/"
    assert "Write only about the work" in client.get(way).content.decode()
    assert not Shortlisted.objects.exists(), "opening it changes nothing"
    assert client.post(way, {"note": NOTE}).url == page
    shown = client.get(page).content.decode()
    assert NOTE in shown
    assert handle in shown
    assert "Anna" not in shown
    assert "Gärtner" not in shown


def test_note_changes_and_the_day_of_the_end_stays(rita, anna, page, listed):
    Shortlisted.objects.update(added_on=timezone.localdate() - timedelta(days=30))
    end = listed.ends_on
    entered(rita).post(f"{page}{anna.profile.handle}/", {"note": "Hat zugesagt."})
    listed.refresh_from_db()
    assert (listed.note, listed.ends_on) == ("Hat zugesagt.", end)


def test_note_over_300_characters_is_named_and_nothing_lost(rita, anna, page):
    shown = entered(rita).post(f"{page}{anna.profile.handle}/", {"note": "x" * 301}).content.decode()
    assert "This is too long" in shown
    assert "x" * 301 in shown
    assert not Shortlisted.objects.exists()


def test_taken_off_is_gone_and_twice_is_the_same(rita, anna, page, listed):
    for _click in range(2):
        assert entered(rita).post(f"{page}{anna.profile.handle}/", {"do": "take-off"}).url == page
    assert not Shortlisted.objects.exists()


def test_nobody_else_finds_the_list(page, listed, anna, rita, fremder, monika, talheim, brandt, fuerth):
    colleague, former = factories.make_user(), factories.make_user()
    factories.make_member(talheim, colleague, "Karl", is_admin=False, is_referee=True)
    factories.make_member(talheim, former, "Fritz", is_recruiter=True)
    talheim.memberships.filter(user=former).update(until=timezone.now())
    rival = factories.make_user()
    factories.make_member(brandt, rival, "Rolf", is_recruiter=True)
    handle = anna.profile.handle
    for address in (page, f"{page}compare/?p={handle}", f"{page}paper/", f"{page}{handle}/"):
        assert entered(rita).get(address).status_code == 200
        for other in (fremder, monika, anna, colleague, former, rival):
            assert entered(other).get(address).status_code == 404
            assert entered(other).post(address, {"note": "x", "do": "take-off"}).status_code in (404, 405)
        assert Client().get(address).status_code == 302
    for other in (fremder, monika, anna, colleague, former):
        assert entered(other).get(f"/p/{handle}/shortlist/").status_code == 404
    assert Shortlisted.objects.get().note == NOTE


@pytest.mark.parametrize("how", ["blocks", "hides", "keeps"])
def test_who_hides_vanishes_at_once_without_a_trace(how, rita, talheim, anna, page, listed):
    """With somebody else on the list every byte is as if she had never been there."""
    other = factories.make_profile(None, anna.profile.occupation, anna.profile.place)
    actions.put(by=rita, employer=talheim, profile=other, note="")
    if how == "blocks":
        Block.objects.create(profile=anna.profile, employer=talheim)
    else:
        refresh(anna.profile, **({"visibility": "off"} if how == "hides" else {"goal": "keep"}))
    handle = anna.profile.handle
    with_row = [read(rita, f"{page}{way}") for way in ("", f"compare/?p={handle}&p={other.handle}", "paper/")]
    assert not any(word in shown for shown in with_row for word in (NOTE, f"/p/{handle}/"))
    assert entered(rita).get(f"{page}{handle}/").status_code == 404
    assert entered(rita).post(f"{page}{handle}/", {"note": "x"}).status_code == 404
    Shortlisted.objects.filter(profile=anna.profile).delete()
    assert with_row == [read(rita, f"{page}{way}") for way in ("", f"compare/?p={handle}&p={other.handle}", "paper/")]


def test_a_hidden_person_takes_no_place(rita, talheim, anna, listed, monkeypatch):
    monkeypatch.setattr(rules, "MOST", 1)
    other = factories.make_profile(None, anna.profile.occupation, anna.profile.place)
    with pytest.raises(actions.Full):
        actions.put(by=rita, employer=talheim, profile=other, note="")
    shown = entered(rita).post(f"/employer/{talheim.public_id}/shortlist/{other.handle}/", {"note": ""})
    assert "The list is full" in shown.content.decode()
    Block.objects.create(profile=anna.profile, employer=talheim)
    actions.put(by=rita, employer=talheim, profile=other, note="")


def test_firm_that_loses_its_check_has_no_list_in_the_next_click(rita, talheim, anna, page, listed):
    Employer.objects.filter(pk=talheim.pk).update(checked_until=timezone.localdate() - timedelta(days=1))
    assert entered(rita).get(page).status_code == 404
    assert entered(rita).post(f"{page}{anna.profile.handle}/", {"do": "take-off"}).status_code == 404
    with pytest.raises(actions.NotAllowed):
        actions.put(by=rita, employer=talheim, profile=anna.profile, note="")


def test_who_recruits_for_two_chooses_whose_list(rita, anna, brandt):
    factories.make_member(brandt, rita, "Rita", is_recruiter=True)
    shown = read(rita, f"/p/{anna.profile.handle}/shortlist/")
    assert f"/employer/{brandt.public_id}/shortlist/{anna.profile.handle}/" in shown


def test_worker_reads_firm_day_and_note_even_after_hiding(anna, talheim, listed, fremder):
    Block.objects.create(profile=anna.profile, employer=talheim)
    shown = read(anna, "/me/noted/")
    assert talheim.name in shown
    assert NOTE in shown
    assert "/me/noted/" in read(anna, reverse("profiles:looks"))
    assert NOTE not in read(fremder, "/me/noted/")
    (row,) = registers.export(anna)
    assert (row["employer"], row["note"]) == (talheim.name, NOTE)
    assert row["added_on"] == timezone.localdate().isoformat()


def test_list_is_noted_for_the_worker(rita, anna, page, listed):
    entered(rita).get(page)
    assert Look.objects.filter(profile=anna.profile, where="list").exists()


def test_after_six_months_it_is_gone_and_can_begin_anew(rita, talheim, anna, page, listed):
    Shortlisted.objects.update(added_on=timezone.localdate() - timedelta(days=190), ends_on=timezone.localdate())
    assert NOTE not in read(rita, page), "the rules do not wait for the nightly run"
    actions.put(by=rita, employer=talheim, profile=anna.profile, note="")
    assert Shortlisted.objects.get().ends_on > timezone.localdate()
    assert actions.purge() == 0
    Shortlisted.objects.update(added_on=timezone.localdate() - timedelta(days=190), ends_on=timezone.localdate())
    assert actions.purge() == 1


def test_four_are_compared_by_the_same_facts(rita, talheim, anna, page, listed):
    others = [factories.make_profile(None, anna.profile.occupation, anna.profile.place) for _number in range(4)]
    for each in others:
        actions.put(by=rita, employer=talheim, profile=each, note="")
    handles = [anna.profile.handle, *(each.handle for each in others)]
    four = read(rita, f"{page}compare/?" + "&".join(f"p={each}" for each in handles[:4]))
    assert [four.count(f'href="/p/{each}/"') for each in handles[:4]] == [1] * 4, (
        "one way to each, not one with each fact"
    )
    assert four.count("Person 4<") == four.count("Person 1<") == four.count('class="beside__fact"') > 10
    for wrong in ("&".join(f"p={each}" for each in handles), "", "p=nobody"):
        assert "Tick 2 to 4 people" in read(rita, f"{page}compare/?{wrong}")


def test_paper_has_no_name_before_a_yes_and_never_times_of_work(rita, talheim, anna, page, listed):
    refresh(anna.profile, shifts=1, available_from=timezone.localdate() + timedelta(days=40))
    said = {"employer": talheim, "profile": anna.profile, "title": "x", "place": talheim.place, "shift": "day"}
    said |= {"pay_min": 20, "pay_max": 21, "pay_unit": "hour", "permanent": True, "contact_name": "x"}
    said |= {"expires_at": timezone.now() + timedelta(days=14), "contact_phone": "+491713920071"}
    offer = Offer.objects.create(**said)
    before = read(rita, f"{page}paper/")
    assert "Person 1" in before
    assert not any(word in before for word in ("Gärtner", "Can start", "Day shift", NOTE))
    assert "Day shift" in read(rita, f"{page}compare/?p={anna.profile.handle}")
    given = {"worker_name": "Anna Gärtner", "worker_phone": "+491713920088"}
    Offer.objects.filter(pk=offer.pk).update(state="yes", answered_at=timezone.now(), **given)
    assert "Anna Gärtner" in read(rita, f"{page}paper/")
    assert "Anna Gärtner" in read(rita, page)


@pytest.mark.parametrize("way", ["", "compare/?p={0}&p={1}&p={2}&p={3}", "paper/"])
def test_queries_do_not_grow(way, rita, talheim, anna, page, listed):
    counts = []
    for number in (0, 29):
        for _each in range(number):
            other = factories.make_profile(None, anna.profile.occupation, anna.profile.place)
            factories.make_station(other)
            actions.put(by=rita, employer=talheim, profile=other, note="")
        handles = [*Shortlisted.objects.values_list("profile__handle", flat=True)[:4]]
        client, address = entered(rita), page + way.format(*(handles * 4))
        client.get(address)
        with CaptureQueriesContext(connection) as counted:
            assert client.get(address).status_code == 200
        counts.append(len(counted))
    assert counts[0] == counts[1] <= 8


def test_two_firms_become_one_and_so_do_their_lists(rita, talheim, anna, brandt, listed):
    rosa = factories.make_user()
    factories.make_member(brandt, rosa, "Rosa", is_recruiter=True)
    both = factories.make_profile(None, anna.profile.occupation, anna.profile.place)
    actions.put(by=rita, employer=talheim, profile=both, note="alt")
    actions.put(by=rosa, employer=brandt, profile=both, note="neu")
    become_one(talheim, brandt, at_desk())
    assert set(Shortlisted.objects.values_list("employer", "profile", "note")) == {
        (brandt.pk, anna.profile.pk, NOTE),
        (brandt.pk, both.pk, "neu"),
    }


def test_note_that_is_over_does_not_take_the_place_of_one_that_lives(rita, talheim, anna, brandt, listed):
    today = timezone.localdate()
    over = {"added_on": today - timedelta(days=200), "ends_on": today - timedelta(days=10)}
    Shortlisted.objects.create(employer=brandt, profile=anna.profile, note="alt", **over)
    become_one(talheim, brandt, at_desk())
    assert [*Shortlisted.objects.values_list("employer", "note")] == [(brandt.pk, NOTE)]


def test_address_of_the_old_list_leads_to_the_one_of_today(rita, talheim, brandt, page):
    become_one(talheim, brandt, at_desk())
    there = f"/employer/{brandt.public_id}/shortlist/"
    assert entered(rita).get(page).url == there
    assert entered(rita).get(there).status_code == 200


def test_constraints_hold(listed):
    with pytest.raises(IntegrityError), transaction.atomic():
        Shortlisted.objects.create(
            employer=listed.employer, profile=listed.profile, added_on=listed.added_on, ends_on=listed.ends_on
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Shortlisted.objects.update(ends_on=listed.added_on)

"""Somebody has held the original in hand: it begins with the worker, and who confirms it is fixed that day."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from accounts.models import SpokenCode
from accounts.throttle import Limit
from network.profiles import actions, seeing
from network.profiles.models import Qualification
from tests import factories

pytestmark = pytest.mark.usefixtures("english")
PAPERS = "/me/profile/qualifications/"
WRONG = "These digits do not work, or no longer."


@pytest.fixture
def paper(anna, ersthelfer) -> Qualification:
    return actions.add_qualification(
        by=anna, profile=anna.profile, kind=ersthelfer, issuer="DRK", number="A-17", issued=date(2026, 5, 12)
    )


@pytest.fixture
def boss(monika) -> Client:
    client = Client()
    client.force_login(monika)
    return client


def digits_for(worker: Client, paper: Qualification) -> str:
    """As the worker reads them."""
    page = worker.post(f"{PAPERS}{paper.pk}/show/").content.decode()
    return re.search(r'class="code">(\d{3} \d{3})<', page)[1]


def seen(client: Client, door: str, code: str, **sent: str):
    """The other person types the digits, reads, ticks, confirms."""
    answer = client.post(door, {"code": code})
    if answer.status_code != 302:
        return answer
    page = client.get(answer.url)
    facts = re.search(r'name="facts" value="(\w+)"', page.content.decode())[1]
    return client.post(answer.url, {"held": "on", "facts": facts, **sent})


def door_of(employer) -> str:
    return f"/employer/{employer.public_id}/seen/"


def test_employer_confirms_and_everybody_reads_it(worker, boss, anna, paper, brandt, monika) -> None:
    answer = seen(boss, door_of(brandt), digits_for(worker, paper))
    assert answer.url == f"/employer/{brandt.public_id}/"
    assert "Original seen by Elektro Brandt" in boss.get(answer.url).content.decode()
    paper.refresh_from_db()
    today = timezone.localdate()
    assert (paper.seen_by, paper.seen_employer) == ("Elektro Brandt", brandt)
    assert (paper.seen_on, paper.seen_level) == (today, 4)
    public = Client().get(f"/p/{anna.profile.handle}/").content.decode()
    assert f"Original seen by Elektro Brandt, {today:%B}" in public
    assert "A checked employer at that time" in public
    assert "tag--4" in public


def test_who_looks_reads_the_full_name_and_the_number(worker, boss, paper, brandt) -> None:
    answer = boss.post(door_of(brandt), {"code": digits_for(worker, paper)})
    text = boss.get(answer.url).content.decode()
    for words in ("Anna Gärtner", "Ersthelfer", "DRK", "A-17", "12 May"):
        assert words.replace(" ", "\N{NO-BREAK SPACE}") in text or words in text, words


def test_opening_and_typing_store_nothing(worker, boss, paper, brandt) -> None:
    """GET shows, POST acts (law 8); and without the tick nothing is confirmed."""
    worker.get(f"{PAPERS}{paper.pk}/show/")
    assert not SpokenCode.objects.exists()
    boss.get(door_of(brandt))
    answer = seen(boss, door_of(brandt), digits_for(worker, paper), held="")
    assert list(answer.context["form"].errors) == ["held"]
    paper.refresh_from_db()
    assert (paper.seen_by, SpokenCode.objects.count()) == ("", 1)


def test_every_role_may_look_and_who_has_left_may_not(worker, paper, talheim, rita) -> None:
    client = Client()
    client.force_login(rita)
    assert seen(client, door_of(talheim), digits_for(worker, paper)).status_code == 302
    talheim.memberships.update(until=timezone.now())
    assert client.get(door_of(talheim)).status_code == 404
    assert client.get(f"{door_of(talheim)}paper/").status_code == 404


def test_level_of_an_employer_that_is_not_checked(worker, boss, anna, paper, brandt) -> None:
    brandt.checked_until = timezone.localdate() - timedelta(days=1)
    brandt.save()
    seen(boss, door_of(brandt), digits_for(worker, paper))
    paper.refresh_from_db()
    assert paper.seen_level == 3
    assert "An employer not checked at that time" in Client().get(f"/p/{anna.profile.handle}/").content.decode()


def test_mark_stays_when_the_check_ends(worker, boss, paper, brandt) -> None:
    seen(boss, door_of(brandt), digits_for(worker, paper))
    brandt.checked_until = None
    brandt.name = "Elektro Neu"
    brandt.save()
    paper.refresh_from_db()
    assert (paper.seen_level, paper.seen_by) == (4, "Elektro Brandt")


def test_digits_work_once_and_for_ten_minutes(worker, boss, paper, brandt) -> None:
    code = digits_for(worker, paper)
    seen(boss, door_of(brandt), code)
    assert WRONG in boss.post(door_of(brandt), {"code": code}).content.decode()
    later = digits_for(worker, paper)
    SpokenCode.objects.update(expires_at=timezone.now())
    assert WRONG in boss.post(door_of(brandt), {"code": later}).content.decode()


def test_new_digits_end_the_older_ones(worker, boss, paper, brandt) -> None:
    first, second = digits_for(worker, paper), digits_for(worker, paper)
    assert first == second or WRONG in boss.post(door_of(brandt), {"code": first}).content.decode()
    assert boss.post(door_of(brandt), {"code": second}).status_code == 302


def test_blocked_employer_reads_what_a_wrong_code_says(worker, boss, anna, paper, brandt) -> None:
    """Law 4, byte for byte."""
    actions.block(by=anna, profile=anna.profile, employer=brandt)
    right = boss.post(door_of(brandt), {"code": digits_for(worker, paper)})
    SpokenCode.objects.all().delete()
    nothing = boss.post(door_of(brandt), {"code": "123 456"})

    def plain(answer) -> str:
        text = re.sub(r'csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
        return re.sub(r'value="[\d ]+"', "", text)

    assert plain(right) == plain(nothing)
    assert WRONG in plain(right)
    paper.refresh_from_db()
    assert paper.seen_by == ""


def test_block_after_the_digits_were_typed_holds(worker, boss, anna, paper, brandt) -> None:
    look = boss.post(door_of(brandt), {"code": digits_for(worker, paper)}).url
    facts = re.search(r'name="facts" value="(\w+)"', boss.get(look).content.decode())[1]
    actions.block(by=anna, profile=anna.profile, employer=brandt)
    assert boss.get(look).url == door_of(brandt)
    boss.post(door_of(brandt), {"code": "000000"})
    assert boss.post(look, {"held": "on", "facts": facts}).url == door_of(brandt)
    paper.refresh_from_db()
    assert paper.seen_by == ""


def test_nobody_confirms_the_own_paper(worker, anna, paper, brandt) -> None:
    """Also not as a member of the own firm."""
    factories.make_member(brandt, anna, "Anna Gärtner", is_admin=True)
    page = worker.post(door_of(brandt), {"code": digits_for(worker, paper)})
    assert "This is your own paper." in page.content.decode()
    code = actions.show_original(by=anna, qualification=paper)
    with pytest.raises(actions.Stale):
        actions.confirm_seen(by=anna, code=code, facts=actions.facts_of(paper), employer=brandt)


def test_facts_that_changed_meanwhile_are_not_confirmed(worker, boss, anna, paper, brandt) -> None:
    look = boss.post(door_of(brandt), {"code": digits_for(worker, paper)}).url
    facts = re.search(r'name="facts" value="(\w+)"', boss.get(look).content.decode())[1]
    actions.change_qualification(by=anna, qualification=paper, issuer="TÜV", number="A-17", issued=date(2026, 5, 12))
    assert boss.post(look, {"held": "on", "facts": facts}).url == door_of(brandt)
    paper.refresh_from_db()
    assert paper.seen_by == ""
    assert "Nothing was stored." in boss.get(door_of(brandt)).content.decode()


def test_forged_facts_are_not_confirmed(worker, boss, paper, brandt) -> None:
    seen(boss, door_of(brandt), digits_for(worker, paper), facts="0" * 32)
    paper.refresh_from_db()
    assert paper.seen_by == ""


def test_second_click_confirms_once(worker, boss, paper, brandt) -> None:
    look = boss.post(door_of(brandt), {"code": digits_for(worker, paper)}).url
    facts = re.search(r'name="facts" value="(\w+)"', boss.get(look).content.decode())[1]
    answers = [boss.post(look, {"held": "on", "facts": facts}).url for _ in range(2)]
    assert answers == [f"/employer/{brandt.public_id}/", door_of(brandt)]


@pytest.fixture
def marked(paper, monika, brandt, anna) -> Qualification:
    code = actions.show_original(by=anna, qualification=paper)
    return actions.confirm_seen(by=monika, code=code, facts=actions.facts_of(paper), employer=brandt)


SAME = {"issuer": "DRK", "number": "A-17", "issued": date(2026, 5, 12), "valid_until": None}


@pytest.mark.parametrize(
    "change",
    [
        {"issuer": "TÜV"},
        {"number": "A-18"},
        {"number": ""},
        {"issued": date(2026, 5, 13)},
        {"valid_until": date(2027, 1, 1)},
        {},
    ],
)
def test_change_of_a_fact_takes_the_mark_off(anna, marked, change) -> None:
    actions.change_qualification(by=anna, qualification=marked, **{**SAME, **change})
    assert marked.seen_by == ("" if change else "Elektro Brandt")
    assert marked.seen_level == (0 if change else 4)


def test_page_says_before_saving_that_the_mark_goes(worker, marked) -> None:
    text = worker.get(f"{PAPERS}{marked.pk}/change/").content.decode()
    assert "Original seen by Elektro Brandt" in text
    assert "the mark disappears" in text


def test_worker_takes_the_mark_off_after_a_question(worker, marked) -> None:
    address = f"{PAPERS}{marked.pk}/unseen/"
    assert "Original seen by Elektro Brandt" in worker.get(address).content.decode()
    marked.refresh_from_db()
    assert marked.seen_by
    worker.post(address)
    marked.refresh_from_db()
    assert (marked.seen_by, marked.seen_level) == ("", 0)
    assert worker.get(address).status_code == 302


def test_tries_are_limited_per_person(boss, brandt) -> None:
    answers = [boss.post(door_of(brandt), {"code": "123456"}).status_code for _ in range(11)]
    assert answers == [200] * 10 + [429]


def test_digits_of_a_removed_paper_lead_nowhere(worker, boss, anna, paper, brandt) -> None:
    code = digits_for(worker, paper)
    actions.remove_qualification(by=anna, qualification=paper)
    assert WRONG in boss.post(door_of(brandt), {"code": code}).content.decode()
    assert not SpokenCode.objects.exists()


def test_second_page_without_digits_leads_to_the_first(boss, brandt) -> None:
    assert boss.get(f"{door_of(brandt)}paper/").url == door_of(brandt)


def test_area_of_the_employer_leads_there(boss, brandt) -> None:
    assert f'href="{door_of(brandt)}"' in boss.get(f"/employer/{brandt.public_id}/").content.decode()


def test_only_members_and_the_desk_say_that_they_have_seen_it(anna, paper, brandt, monika, fremder) -> None:
    """The action asks by itself: somebody may have left the firm since the page was loaded."""
    facts, code = actions.facts_of(paper), actions.show_original(by=anna, qualification=paper)
    for employer in (brandt, None):
        with pytest.raises(PermissionDenied):
            actions.confirm_seen(by=fremder, code=code, facts=facts, employer=employer)
    paper.refresh_from_db()
    assert not paper.seen_by
    assert actions.confirm_seen(by=monika, code=code, facts=facts, employer=brandt).seen_by == "Elektro Brandt"


def test_tries_of_many_accounts_are_limited_together(boss, brandt, fremder, monkeypatch) -> None:
    monkeypatch.setattr(seeing, "NETWORK", Limit("paper-code-network", "3/h"))
    other = Client()
    other.force_login(factories.make_member(brandt, fremder).user)
    answers = [client.post(door_of(brandt), {"code": "123456"}).status_code for client in (boss, other) * 2]
    assert answers == [200, 200, 200, 429]

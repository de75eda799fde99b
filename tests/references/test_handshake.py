"""The handshake between two screens: digits shown, typed, used up, guessed, hidden."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from accounts import registry, spoken
from accounts.models import SpokenCode
from network.desk import registry as desk
from network.desk.models import Case
from network.employers.viewer import STRANGER
from network.profiles.models import Block
from references.handshake import actions, phrases
from references.models import ReferenceRequest, Trace
from tests import factories
from tests.references import handshakes, helpers
from tests.references.test_referee_pages import url

pytestmark = pytest.mark.django_db
ENTER = "/h/"
WRONG = "These are not the digits"
State = ReferenceRequest.State


@pytest.fixture
def worker(client, anna):
    client.force_login(anna)
    return client


def room(station) -> str:
    return reverse("references:handshake", args=[station.pk])


def near(code: str) -> str:
    """Wrong digits that begin the same."""
    plain = code.replace(" ", "")
    return plain[:3] + ("000" if plain[3:] != "000" else "001")


def test_digits_lead_to_the_pages_of_the_mail_route(worker, boss, station):
    token = handshakes.shake(worker, boss, station)
    page = boss.get(url(token)).content.decode()
    assert "Elektro Brandt" in page
    assert "has shown you the digits" in page
    assert "I do not want to be asked again" not in page  # no mailbox was named
    assert handshakes.the_request().channel == "room"
    assert Trace.objects.get().side == "worker"


def test_get_shows_no_digits_and_writes_nothing(worker, station):
    page = worker.get(room(station))
    assert not handshakes.DIGITS.findall(page.content.decode())
    assert not ReferenceRequest.objects.exists()
    assert "no-store" in page["Cache-Control"]


def test_square_brings_the_digits_and_opening_it_spends_nothing(worker, boss, station):
    code = handshakes.show(worker, station).replace(" ", "")
    for _ in range(2):
        assert f'value="{code}"' in boss.get(f"{ENTER}?code={code}").content.decode()
    assert handshakes.token_in(handshakes.type_in(boss, code))


def test_digits_are_good_for_one_phone(worker, boss, station):
    code = handshakes.show(worker, station)
    handshakes.token_in(handshakes.type_in(boss, code))
    other = Client(headers={"accept-language": "en"})
    assert WRONG in handshakes.type_in(other, code).content.decode()


def test_second_click_of_the_same_browser_opens_the_same_request(worker, boss, station):
    code = handshakes.show(worker, station)
    boss.get(ENTER)  # sets the cookie of the forms
    first, second = (handshakes.token_in(handshakes.type_in(boss, code)) for _ in range(2))
    assert boss.get(url(first)).status_code == boss.get(url(second)).status_code == 200
    assert ReferenceRequest.objects.count() == 1
    boss.cookies.clear()
    assert WRONG in handshakes.type_in(boss, code).content.decode()


def test_both_screens_show_the_same_two_words(worker, boss, station):
    code = handshakes.show(worker, station)
    words = phrases.phrase(handshakes.the_request(), "en")
    assert f'lang="en">{words}<' in worker.get(room(station)).content.decode()
    token = handshakes.token_in(handshakes.type_in(boss, code))
    assert f'lang="en">{words}<' in boss.get(url(token)).content.decode()
    german = boss.get(url(token), headers={"accept-language": "de"}).content.decode()
    assert f'lang="en">{words}<' in german
    assert f"({phrases.phrase(handshakes.the_request(), 'de')})" in german


def test_words_are_not_made_of_the_digits(anna, station, monkeypatch):
    monkeypatch.setattr(spoken, "secrets", SimpleNamespace(choice=lambda _: "1"))
    first, same = actions.show_digits(by=anna, station=station)
    second, again = actions.show_digits(by=anna, station=station)
    assert same == again
    both = [{phrases.phrase(request, language) for language in ("de", "en")} for request in (first, second)]
    assert both[0].isdisjoint(both[1])


def test_words_are_known_to_everybody_and_each_is_there_once():
    for column in zip(*phrases.words(), strict=True):
        assert len(column) == len(set(column)) > 120
        assert all(2 <= len(word) <= 11 and word.isalpha() for word in column)


def test_old_digits_are_wrong_and_the_page_offers_new_ones(worker, boss, station):
    code = handshakes.show(worker, station)
    SpokenCode.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    ReferenceRequest.objects.update(created_at=timezone.now() - timedelta(minutes=11))
    assert WRONG in handshakes.type_in(boss, code).content.decode()
    page = worker.get(room(station)).content.decode()
    assert "are too old to be typed" in page
    assert "Show new digits" in page


def test_new_digits_end_what_the_old_ones_opened(worker, boss, station):
    token = handshakes.shake(worker, boss, station)
    handshakes.show(worker, station)
    assert "This handshake is over" in boss.get(url(token)).content.decode()
    assert ReferenceRequest.objects.open().count() == 1


def test_opened_is_not_shown(worker, boss, station):
    code = handshakes.show(worker, station)
    before = [worker.get(path).content for path in (room(station), reverse("references:mine"))]
    token = handshakes.token_in(handshakes.type_in(boss, code))
    handshakes.answer(boss, token)
    after = [worker.get(path).content for path in (room(station), reverse("references:mine"))]
    hide = [page.split(b"csrfmiddlewaretoken")[0] for page in (*before, *after)]
    assert hide[:2] == hide[2:]


def test_no_of_the_boss_stands_on_the_worker_page(worker, boss, station):
    token = handshakes.shake(worker, boss, station)
    assert "no reason" in boss.get(url(token, "no")).content.decode()
    boss.post(url(token, "no"))
    assert "sees only that nothing was confirmed" in boss.get(url(token)).content.decode()
    assert "Nothing was confirmed" in worker.get(room(station)).content.decode()


def test_never_is_not_offered_where_no_mailbox_was_named(worker, boss, station):
    token = handshakes.shake(worker, boss, station)
    assert boss.post(url(token, "never")).status_code == 404
    assert boss.post(url(token), {"answer": "never"}).status_code == 404
    assert handshakes.the_request().state == State.OPEN


def test_worker_is_refused_in_friendly_words_and_spends_nothing(worker, boss, station):
    code = handshakes.show(worker, station)
    assert "These are your own digits" in handshakes.type_in(worker, code).content.decode()
    token = handshakes.token_in(handshakes.type_in(boss, code))
    assert "This link is for your boss" in worker.get(url(token)).content.decode()


def test_member_of_a_blocked_firm_sees_wrong_digits(worker, boss, station, anna, brandt, monika):
    Block.objects.create(profile=anna.profile, employer=brandt)
    code = handshakes.show(worker, station)
    boss.force_login(monika)
    assert WRONG in handshakes.type_in(boss, code).content.decode()
    assert SpokenCode.objects.exists()


def test_wrong_used_old_and_hidden_digits_look_the_same(worker, boss, station):
    code = handshakes.show(worker, station)
    handshakes.token_in(handshakes.type_in(boss, code))
    other = Client(headers={"accept-language": "en"})
    plain = code.replace(" ", "")
    pages = [
        handshakes.type_in(other, typed).content.decode().split("csrfmiddlewaretoken")[1].replace(typed, "")[100:]
        for typed in (plain, "000000")
    ]
    assert pages[0] == pages[1]


def test_typing_is_limited_per_network(boss):
    codes = [handshakes.type_in(boss, f"{number:06}").status_code for number in range(31)]
    assert codes[:30] == [200] * 30
    assert codes[30] == 429


def test_showing_is_limited_per_worker(worker, station):
    assert [worker.post(room(station)).status_code for _ in range(31)][-2:] == [200, 429]


def guess(code: str, times: int) -> None:
    """From many networks: below the limit of each."""
    for _ in range(times):
        actions.enter(by=None, viewer=STRANGER, code=near(code), browser="")


def test_fifteen_wrong_ones_that_begin_alike_end_the_digits(worker, boss, station, anna):
    code = handshakes.show(worker, station)
    guess(code, spoken.MISSES - 1)
    assert handshakes.the_request().state == State.OPEN
    guess(code, 1)
    assert WRONG in handshakes.type_in(boss, code).content.decode()
    request = handshakes.the_request()
    assert request.state == State.CANCELLED
    case = Case.objects.get()
    assert (case.kind, case.subject, case.profile) == ("guessed", f"handshake:{request.public_id}", anna.profile)
    assert case.employer is None  # the firm would learn that somebody asks there
    assert "Nobody got in" in worker.get(room(station)).content.decode()
    assert "Somebody tried many digits" in [str(task.title) for task in registry.tasks_for(anna)]
    assert "Nobody got in" in worker.get(reverse("references:guessed")).content.decode()
    assert handshakes.token_in(handshakes.type_in(boss, handshakes.show(worker, station)))


def test_guesses_elsewhere_end_nobody(worker, boss, station):
    code = handshakes.show(worker, station)
    wrong = f"{(int(code[:3]) + 1) % 1000:03}000"
    for _ in range(40):
        actions.enter(by=None, viewer=STRANGER, code=wrong, browser="")
    assert handshakes.token_in(handshakes.type_in(boss, code))


def test_desk_reads_neither_worker_nor_firm_of_guessed_digits(worker, station):
    guess(handshakes.show(worker, station), spoken.MISSES)
    case = Case.objects.get()
    matter = desk.matter_of(case)
    assert matter
    assert "Brandt" not in repr(matter)
    assert [side.who for side in desk.sides_of(case)] == ["worker"]


def test_station_of_another_is_not_found(worker, brandt, fuerth, elektro):
    other = factories.make_user("bea@example.org")
    factories.make_profile(other, elektro, fuerth, name="Bea Bauer")
    foreign = helpers.make_station(other, brandt)
    for name in ("references:handshake", "references:paper"):
        assert worker.get(reverse(name, args=[foreign.pk])).status_code == 404
        assert worker.post(reverse(name, args=[foreign.pk]), {"size": "a6"}).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.show_digits(by=factories.make_user(), station=foreign)
    assert not ReferenceRequest.objects.exists()


def test_signed_out_is_asked_to_sign_in(client, station):
    assert client.get(room(station))["Location"].startswith(reverse("account_login"))


def test_ten_mails_a_day_are_not_used_up_by_handshakes(worker, anna, station):
    for _ in range(12):
        handshakes.show(worker, station)
    assert helpers.ask(anna, station)


def test_purge_leaves_nothing_of_handshakes_nobody_finished(worker, boss, station):
    handshakes.shake(worker, boss, station)
    handshakes.show(worker, station)
    ReferenceRequest.objects.filter(state=State.OPEN).update(expires_at=timezone.now())
    ReferenceRequest.objects.filter(state=State.CANCELLED).update(closed_at=timezone.now() - timedelta(days=31))
    registry.purgers["references"]()
    registry.purgers["references"]()
    assert not ReferenceRequest.objects.exists()


def test_take_back_ends_the_digits(worker, boss, station):
    code = handshakes.show(worker, station)
    worker.post(reverse("references:take_back", args=[handshakes.the_request().public_id]))
    assert WRONG in handshakes.type_in(boss, code).content.decode()


def test_words_follow_the_reader(worker, boss, station):
    with translation.override("de"):
        request, _code = actions.show_digits(by=station.profile.user, station=station)
    assert phrases.shown(request, "en")["means"] == phrases.phrase(request, "en")
    assert phrases.shown(request, "de")["means"] == ""

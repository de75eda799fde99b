"""11: a boss is pressed or paid, a worker is pressed. Harmless: a team with one kind of words, and a no without a reason."""

import pytest
from django.core import mail

from accounts import actions as accounts
from accounts import registry
from network.desk.models import Case
from references.models import Reference, ReferenceRequest
from tests.references import helpers
from tests.references.helpers import fresh_token
from tests.trust.attacks import Person, queue, read_by_strangers, stands

pytestmark = pytest.mark.django_db
TEXT = "Als die Anlage nachts ausfiel, kam sie sofort und blieb bis zum Morgen."
TWIN = "Nearly the same words stand in another statement."
WORDS = "Mein Chef stand daneben."
TELL = "I was pressed to sign this"


@pytest.fixture
def chief(monika, town) -> Person:
    return Person("198.51.100.5", monika).with_app()


@pytest.fixture
def signed(worker, boss, station) -> Reference:
    """By somebody without account, shown."""
    reference = boss.sign(worker.ask(station))
    worker.show(reference)
    return reference


def own_page(reference: Reference) -> str:
    """By a fresh link to the mailbox."""
    return f"/r/mine/{fresh_token()}/reference/{reference.public_id}/"


def decide(desk: Person, outcome: str) -> None:
    case = Case.objects.open().get()
    said = {"outcome": outcome, "reason": "Das Wort ist nicht mehr zu halten.", "sure": "1"}
    assert desk.browser.post(f"/desk/cases/{case.pk}/", said).status_code == 200


def everything_of(person: Person, reference: Reference) -> str:
    """All that a side can read: area, cases, the reference, what it takes along."""
    case = Case.objects.get()
    pages = ["/me/", "/me/desk/", f"/me/references/{reference.public_id}/", f"/me/desk/{case.pk}/", "/me/signed/"]
    if reference.employer:
        pages.append(f"/employer/{reference.employer.public_id}/references/")
    taken = [str(export(person.user).data) for export in registry.exporters.values()]
    return "".join([*map(person.page, pages), *taken])


def test_attack_same_text_for_two_people(worker, bernd, boss, brandt, station, desk):
    boss.sign(worker.ask(station), text=TEXT)
    token = bernd.ask(helpers.make_station(bernd.user, brandt), "other@brandt-elektro.example")
    assert TWIN in queue(desk, Person("203.0.113.7").sign(token, text=TEXT.replace("sofort", "gleich")))


def test_attack_referee_was_pressed_and_tells_the_desk_alone(signed, worker, chief, boss, desk):
    here = own_page(signed)
    assert TELL in boss.page(here)
    assert boss.browser.post(f"{here}pressed/", {"words": WORDS})["Location"] == here
    assert "Only the desk and you know that." in boss.page(here)
    assert "Whoever said it was pressed to" in desk.page("/desk/")
    page = desk.page(f"/desk/cases/{Case.objects.get().pk}/")
    assert WORDS in page
    assert "Only whoever told it can be asked" in page
    for other in (worker, chief):
        words = everything_of(other, signed)
        assert WORDS not in words
        assert "pressed to</" not in words
        assert other.browser.get(f"/me/desk/{Case.objects.get().pk}/").status_code == 404
    assert stands(signed, worker)


@pytest.mark.parametrize("outcome", ["stays", "ended"])
def test_attack_decision_tells_only_who_told_it(signed, worker, chief, boss, desk, outcome):
    here = own_page(signed)
    boss.browser.post(f"{here}pressed/", {"words": WORDS})
    mail.outbox.clear()
    decide(desk, outcome)
    assert mail.outbox == []  # nobody of the other sides, and no mailbox of the one is known any more
    assert "Das Wort ist nicht mehr zu halten." in boss.page(here)
    assert "It decided on" in boss.page(here)
    for other in (worker, chief):
        assert "was pressed" not in everything_of(other, signed).replace("Were you pressed", "")
    assert ("Withdrawn on" in read_by_strangers(signed)) is (outcome == "ended")


def test_attack_referee_with_an_account_reads_and_contests_in_private(worker, chief, station, monika, desk):
    reference = chief.sign(worker.ask(station, monika.email))
    here = f"/me/signed/reference/{reference.public_id}/"
    chief.browser.post(f"{here}pressed/", {"words": WORDS})
    mail.outbox.clear()
    decide(desk, "stays")
    assert {each.to[0] for each in mail.outbox} == {monika.email}
    case = Case.objects.get()
    assert chief.browser.post(f"/me/desk/{case.pk}/contest/", {"words": "Doch."}).status_code == 302
    again = Case.objects.open().get()
    assert again.kind == "pressed"
    assert worker.browser.get(f"/me/desk/{again.pk}/").status_code == 404
    assert "At the desk" not in worker.page("/me/")


def test_attack_worker_was_pressed_and_tells_the_desk_alone(signed, worker, chief, boss, desk):
    here = f"/me/references/{signed.public_id}/"
    assert "Were you pressed" in worker.page(here)
    assert worker.browser.post(f"{here}pressed/", {"words": WORDS})["Location"] == here
    assert "Only the desk and you know that." in worker.page(here)
    assert WORDS in desk.page(f"/desk/cases/{Case.objects.get().pk}/")
    for words in (everything_of(chief, signed), boss.page(own_page(signed))):
        assert WORDS not in words
        assert "The worker was pressed" not in words
    decide(desk, "ended")
    assert "It decided on" not in boss.page(own_page(signed))
    assert WORDS in str(registry.exporters["desk"](worker.user).data)


def test_both_sides_can_tell_without_learning_of_each_other(signed, worker, boss, desk):
    here = own_page(signed)
    boss.browser.post(f"{here}pressed/", {"words": WORDS})
    worker.browser.post(f"/me/references/{signed.public_id}/pressed/", {"words": "Ich musste."})
    assert sorted(Case.objects.values_list("kind", "words")) == [("forced", "Ich musste."), ("pressed", WORDS)]


def test_desk_asks_only_who_told_it(signed, boss, desk):
    here = own_page(signed)
    boss.browser.post(f"{here}pressed/", {"words": WORDS})
    page = desk.browser.get(f"/desk/cases/{Case.objects.get().pk}/ask/")
    assert [value for value, _words in page.context["form"].fields["who"].choices] == ["referee"]


def test_second_click_is_one_case_and_empty_words_are_none(signed, boss):
    here = own_page(signed)
    assert boss.browser.post(f"{here}pressed/", {"words": " "}).status_code == 200
    for _click in range(2):
        boss.browser.post(f"{here}pressed/", {"words": WORDS})
    assert Case.objects.count() == 1


def test_strangers_find_nothing_to_tell_about(signed, bernd, worker, elektro):
    for address in (f"/me/references/{signed.public_id}/pressed/", f"/me/signed/reference/{signed.public_id}/pressed/"):
        assert bernd.browser.post(address, {"words": WORDS}).status_code == 404
    other = own_page(signed).replace(signed.public_id, "bbbbbbbbbb")
    assert bernd.browser.post(f"{other}pressed/", {"words": WORDS}).status_code == 404
    assert worker.browser.post(f"/me/signed/reference/{signed.public_id}/pressed/").status_code == 404
    assert not Case.objects.exists()


def test_words_go_with_the_name_and_with_the_worker(signed, worker, boss):
    here = own_page(signed)
    boss.browser.post(f"{here}pressed/", {"words": WORDS})
    boss.browser.post(f"{here}name/")
    assert Case.objects.get().words == ""
    accounts.close(by=worker.user)
    assert not Case.objects.exists()


def test_twin_two_of_one_team(worker, bernd, boss, brandt, station, desk):
    boss.sign(worker.ask(station), text=TEXT)
    token = bernd.ask(helpers.make_station(bernd.user, brandt), "other@brandt-elektro.example")
    text = "Hat die Baustelle am Bahnhof allein aufgemacht und abends den Schlüssel gebracht."
    reference = Person("203.0.113.7").sign(token, text=text)
    assert queue(desk, reference) == ""
    assert stands(reference, bernd)


def test_twin_short_words_are_alike_by_chance(worker, bernd, boss, brandt, station, desk):
    boss.sign(worker.ask(station), text="Kam immer gern.")
    token = bernd.ask(helpers.make_station(bernd.user, brandt), "other@brandt-elektro.example")
    assert queue(desk, Person("203.0.113.7").sign(token, text="Kam immer gern.")) == ""


def test_twin_no_needs_no_reason(worker, boss, station, desk):
    token = worker.ask(station)
    boss.browser.post(f"/r/{token}/", {"answer": "no"})
    request = ReferenceRequest.objects.get()
    assert request.state == "declined"
    assert "Nothing was confirmed" in worker.page(f"/me/references/request/{request.public_id}/")
    assert not Case.objects.exists()

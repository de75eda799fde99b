"""Three colleagues in the place of a boss: never before there are three people, and no longer than all three stand for it."""

from datetime import date
from itertools import combinations

import pytest
from django.core.exceptions import PermissionDenied

from accounts import actions as accounts
from network.desk import cases
from network.desk.models import Case
from network.desk.registry import matter_of, sides_of
from network.profiles.models import Confirmation
from references.voices import actions, answering, ending, together
from tests import factories
from tests.desk import casework
from tests.references import voices

pytestmark = pytest.mark.django_db
WORDS = "Three colleagues confirm this station together, because the firm no longer exists"


@pytest.fixture
def station(anna):
    return voices.station_of(anna)


def page_of(client, anna) -> str:
    return client.get(f"/p/{anna.profile.handle}/").content.decode().replace("\xa0", " ")


def test_three_confirm_the_months_that_all_of_them_name(client, anna, station):
    about = voices.at(station, instead=True)
    spans = [("2013-09", "2018-03"), ("2014-05", "2020-06"), ("2014-01", "2019-12")]
    for number, (first, last) in enumerate(spans):
        assert not Confirmation.objects.exists()
        voices.shown(about, f"{number}@x.example", name=f"Person {number}", first=first, last=last)
    (said,) = Confirmation.objects.all()
    assert (said.level, said.first, said.last) == (2, date(2014, 5, 1), date(2018, 3, 1))
    page = page_of(client, anna)
    assert f"{WORDS}: Elektro Alt, Fürth, May 2014 to March 2018." in page
    assert f"{WORDS}, " in page  # at the station itself


def test_two_of_three_is_told_to_the_worker_alone(client, anna, station):
    voices.three(station, ("a@x.example", "b@x.example"))
    assert WORDS not in page_of(client, anna)
    assert "2 of 3" not in page_of(client, anna)
    client.force_login(anna)
    page = client.get(f"/me/voices/instead/{station.pk}/").content.decode()
    assert "2 of 3 people stand on your page." in page


@pytest.mark.parametrize("how", ["hidden", "taken back", "account closed", "desk"])
def test_when_one_goes_the_confirmation_falls(client, anna, station, fremder, how):
    voices.three(station, ("a@x.example", "b@x.example"))
    last = voices.shown(voices.at(station, instead=True), fremder.email, fremder, by_code=False, name="Drei")
    assert Confirmation.objects.exists()
    if how == "hidden":
        actions.hide(by=anna, voice=last)
    elif how == "taken back":
        ending.withdraw(voice=last)
    elif how == "desk":
        ending.end_by_desk(voice=last, reason="x")
    else:
        accounts.close(by=fremder)
    assert not Confirmation.objects.exists()
    assert WORDS not in page_of(client, anna)


def test_fourth_person_takes_the_place_of_one_who_goes(anna, station):
    three = voices.three(station)
    voices.shown(voices.at(station, instead=True), "d@x.example", name="Vier", first="2015-01", last="2016-12")
    ending.withdraw(voice=three[0])
    (said,) = Confirmation.objects.all()
    assert (said.first, said.last) == (date(2015, 1, 1), date(2016, 12, 1))


def test_same_account_with_two_mailboxes_is_one_person(anna, station, fremder):
    fremder.emailaddress_set.create(email="zweite@x.example", verified=True)
    voices.three(station, ("a@x.example", fremder.email, "zweite@x.example"))
    assert not Confirmation.objects.exists()


def test_who_is_only_in_the_room_is_not_known(anna, station):
    about = voices.at(station, instead=True)
    voices.three(station, ("a@x.example", "b@x.example"))
    voices.typed(about)
    voice = anna.profile.voices.get(channel="room")
    with pytest.raises(PermissionDenied):
        voices.confirm(voice, by_code=False)
    voice.refresh_from_db()
    assert voice.state == "open"


def test_in_the_room_the_own_mailbox_and_its_code_make_a_person(client, boss, anna, station, outbox):
    about = voices.at(station, instead=True)
    voices.three(station, ("a@x.example", "b@x.example"))
    here = f"/voice/{voices.typed(about)}/"
    voice = anna.profile.voices.get(channel="room")
    seal = voices.answer(voice, name="Dritte Person")
    assert boss.post(f"{here}check/", {"seen": seal}).url == f"{here}mailbox/"
    for wrong, words in (("anna@example.org", "Enter your own"), ("a+x@x.example", "confirmed this with this mailbox")):
        assert words in boss.post(f"{here}mailbox/", {"email": wrong}).content.decode()
    assert boss.post(f"{here}mailbox/", {"email": "c@x.example"}).url == f"{here}code/?sent"
    code = next(part.strip() for part in outbox[-1].body.split("\n\n") if part.strip().isdecimal())
    assert "Thank you" in boss.post(f"{here}code/", {"code": code}, follow=True).content.decode()
    voice.refresh_from_db()
    assert (voice.how, voice.email) == ("code", "")
    actions.release(by=anna, voice=voice)
    assert Confirmation.objects.count() == 1


def test_months_that_do_not_meet_confirm_nothing(client, anna, station):
    about = voices.at(station, instead=True)
    for number, (first, last) in enumerate([("2013-09", "2014-01"), ("2015-01", "2016-01"), ("2018-01", "2019-01")]):
        voices.shown(about, f"{number}@x.example", first=first, last=last)
    assert not Confirmation.objects.exists()
    client.force_login(anna)
    page = client.get(f"/me/voices/instead/{station.pk}/").content.decode()
    assert "no month is one that all three name" in page


def test_other_readers_of_one_are_those_of_the_confirmation(client, anna, station, rita):
    voice = voices.three(station)[0]
    actions.show_to(by=anna, profile=anna.profile, audiences={voice.key_of_item: "employers"})
    assert WORDS not in page_of(client, anna)
    client.force_login(rita)
    assert WORDS in page_of(client, anna)


def test_ordinary_voices_never_stand_in_for_a_boss(anna, station):
    for number in range(3):
        voices.shown(voices.at(station), f"{number}@x.example")
    assert not Confirmation.objects.exists()


def test_firm_that_is_here_is_asked_itself(client, anna, brandt):
    client.force_login(anna)
    here = voices.station_of(anna, brandt)
    still = voices.station_of(anna, end=None)
    for station, words in ((here, "ask a boss there"), (still, "you still work there")):
        address = f"/me/voices/instead/{station.pk}/"
        assert words in client.get(address).content.decode()
        assert client.get(f"{address}ask/").url == address
        with pytest.raises(actions.NotReady):
            voices.asked(voices.at(station, instead=True))


def test_three_do_not_make_others_colleagues_who_worked_there_too(anna, station, elektro, fuerth):
    """Months on the second rung carry nobody else to it: no circle."""
    voices.three(station)
    other = factories.make_user()
    factories.make_profile(other, elektro, fuerth)
    theirs = voices.shown(voices.at(voices.station_of(other)), anna.email, anna, by_code=False)
    assert theirs.level == 1


def test_order_of_answers_does_not_matter(anna, station):
    everyone = voices.three(station)
    found = [together.three(some) for some in (everyone, everyone[::-1])]
    assert {(each.first, each.last) for each in found if each} == {(date(2014, 1, 1), date(2019, 12, 1))}
    assert all(together.three(some) is None for some in combinations(everyone, 2))


def test_desk_reads_and_ends_one_of_three(anna, station):
    petra, voice = casework.at_desk(), voices.three(station)[0]
    case = cases.open_case(
        by=anna,
        kind=Case.Kind.CONTEST,
        subject=voice.key_of_item,
        profile=anna.profile,
        employer=None,
        words="Nicht echt.",
    )
    matter = matter_of(case)
    assert matter
    assert "Person a@x.example" in dict(matter.lines).values()
    assert [side.who for side in sides_of(case)] == ["worker", "referee"]
    cases.decide(by=petra, case=case, outcome=Case.Outcome.ENDED, reason="Alle drei waren dieselbe Person.")
    assert not Confirmation.objects.exists()
    voice.refresh_from_db()
    assert voice.context == {"reason": "Alle drei waren dieselbe Person."}
    assert answering.kept(voice) == answering.Answer()

"""What comes after a yes: the employer's word, the worker who waits for it, and the places that hang on it (decision 0044)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from network.contacts import actions, following, rules
from network.contacts.models import Offer
from network.contacts.rules import Hindrance, Places
from network.employers.models import Employer
from tests import factories

pytestmark = pytest.mark.django_db
GIVEN = {"worker_name": "Aylin Karaca", "worker_phone": "+491713920088"}
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _english(client):
    client.cookies["django_language"] = "en"


@pytest.fixture
def said_yes(make_offer, talheim, anna, rita):
    def make(age: timedelta = DAY, **fields) -> Offer:
        return make_offer(talheim, anna.profile, "yes", age, sent_by=rita, **{**GIVEN, **fields})

    return make


def _theirs(offer, more=""):
    return f"/employer/{offer.employer.public_id}/offers/{offer.public_id}/{more}"


def _mine(offer, more=""):
    return f"/me/offers/{offer.public_id}/{more}"


def _read(client, user, path) -> str:
    client.force_login(user)
    return client.get(path).content.decode()


def test_one_click_says_what_became_of_it_and_both_sides_read_the_same(client, said_yes, rita, anna):
    offer = said_yes()
    page = _read(client, rita, _theirs(offer))
    for word in Offer.Word:
        assert f'value="{word}"' in page
    client.post(_theirs(offer, "word/"), {"word": "talked"})
    client.post(_theirs(offer, "word/"), {"word": "agreed"})
    for user, path in ((rita, _theirs(offer)), (anna, _mine(offer))):
        page = _read(client, user, path)
        told = (
            "Offer sent",
            "The answer: yes",
            "The employer says: We have talked",
            "The employer says: We have agreed",
        )
        places = [page.index(words) for words in told]
        assert places == sorted(places)
    assert 'name="word"' not in _read(client, rita, _theirs(offer))
    assert mail.outbox == [], "nobody is nagged"


def test_word_is_said_once_and_the_last_one_settles_it(said_yes, rita, talheim):
    offer = said_yes()
    say = lambda word: following.tell(by=rita, employer=talheim, offer=offer, word=word)  # noqa: E731 short on purpose
    assert say("tried")
    assert not say("tried")
    assert say("talked")
    assert say("declined")
    first = Offer.objects.get()
    assert not any(say(word) for word in Offer.Word)
    assert Offer.objects.get().said == first.said


@pytest.mark.parametrize("word", ["", "nonsense", "missed", "reported"])
def test_other_words_say_nothing(client, said_yes, rita, word):
    offer = said_yes()
    client.force_login(rita)
    assert client.post(_theirs(offer, "word/"), {"word": word}).status_code == 302
    assert Offer.objects.get().said == {}


@pytest.mark.parametrize("state", ["open", "no", "expired"])
def test_only_a_yes_can_be_followed_up(make_offer, talheim, anna, rita, state):
    offer = make_offer(talheim, anna.profile, state)
    assert not following.tell(by=rita, employer=talheim, offer=offer, word="talked")
    assert not following.miss(by=anna, offer=offer)


def test_nobody_speaks_for_others(client, said_yes, talheim, rival, colleague, fremder, anna, elektro, fuerth):
    offer = said_yes(age=10 * DAY)
    other = factories.make_profile(None, elektro, fuerth).user
    for user in (rival, colleague, fremder, anna, other):
        assert not following.tell(by=user, employer=talheim, offer=offer, word="talked")
        client.force_login(user)
        assert client.post(_theirs(offer, "word/"), {"word": "talked"}).status_code == 404
    own = rival.memberships.get().employer
    assert not following.tell(by=rival, employer=own, offer=offer, word="talked")
    for user in (rival, fremder, other):
        assert not following.miss(by=user, offer=offer)
        client.force_login(user)
        assert client.post(_mine(offer, "missed/")).status_code == 404
    assert Offer.objects.get().said == {}
    assert client.get(_mine(offer, "missed/")).status_code == 405
    assert client.get(_theirs(offer, "word/")).status_code == 405


def test_worker_says_once_that_nobody_has_been_in_touch(client, said_yes, rita, anna):
    early, offer = said_yes(age=6 * DAY), said_yes(age=7 * DAY)
    assert "Nobody has been in touch" not in _read(client, anna, _mine(early))
    assert not following.miss(by=anna, offer=early)
    assert "Nobody has been in touch" in _read(client, anna, _mine(offer))
    client.post(_mine(offer, "missed/"))
    client.post(_mine(offer, "missed/"))
    assert "Nobody has been in touch</button>" not in client.get(_mine(offer)).content.decode()
    page = _read(client, rita, _theirs(offer))
    assert page.count("The worker says: nobody has been in touch") == 1
    assert "Yes. The person says that nobody has been in touch." in _read(client, rita, f"{_theirs(offer)[:-11]}")


def test_worker_does_not_wait_any_more_once_it_is_settled(said_yes, rita, talheim, anna):
    offer = said_yes(age=10 * DAY)
    assert following.tell(by=rita, employer=talheim, offer=offer, word="declined")
    assert not following.miss(by=anna, offer=offer)


def test_who_has_talked_may_say_so_to_a_worker_who_still_waits(said_yes, rita, talheim, anna):
    offer = said_yes(age=10 * DAY)
    assert following.tell(by=rita, employer=talheim, offer=offer, word="talked")
    assert not following.tell(by=rita, employer=talheim, offer=offer, word="tried")
    assert following.miss(by=anna, offer=offer)
    assert rules.owes(Offer.objects.get())
    assert following.tell(by=rita, employer=talheim, offer=offer, word="tried")
    assert not rules.owes(Offer.objects.get())


def test_places_are_taken_by_open_offers_and_by_people_left_without_a_word(
    said_yes, make_offer, talheim, elektro, fuerth, rita, anna
):
    person = lambda: factories.make_profile(None, elektro, fuerth)  # noqa: E731 short on purpose
    make_offer(talheim, person())
    make_offer(talheim, person(), "no")
    make_offer(talheim, person(), "expired", 20 * DAY)
    make_offer(talheim, person(), age=15 * DAY)  # overdue
    said_yes(age=13 * DAY)
    late, answered, waits = said_yes(age=14 * DAY), said_yes(age=40 * DAY), said_yes(age=8 * DAY)
    following.tell(by=rita, employer=talheim, offer=answered, word="talked")
    following.miss(by=anna, offer=waits)
    assert rules.places(talheim) == Places(waiting=1, owing=2)
    assert rules.places(talheim).free == rules.MOST_OPEN - 3
    for offer in (late, waits):
        following.tell(by=rita, employer=talheim, offer=offer, word="tried")
    assert rules.places(talheim) == Places(waiting=1, owing=0)


def test_who_leaves_twenty_without_a_word_makes_no_more_offers(
    client, make_offer, talheim, rita, anna, elektro, fuerth
):
    for _number in range(rules.MOST_OPEN):
        make_offer(talheim, factories.make_profile(None, elektro, fuerth), "yes", 15 * DAY, sent_by=rita, **GIVEN)
    assert rules.hindrance(talheim, anna.profile) is Hindrance.TOO_MANY_OPEN
    page = _read(client, rita, f"/p/{anna.profile.handle}/offer/")
    assert "no free place for an offer now" in page
    page = _read(client, rita, f"/employer/{talheim.public_id}/offers/")
    assert "You can make 0 more offers now. There are 20 places." in page
    assert "20 places are taken because people said yes and wait for you." in page
    following.tell(by=rita, employer=talheim, offer=Offer.objects.first(), word="declined")
    assert rules.hindrance(talheim, anna.profile) is None


def test_page_of_a_new_offer_says_how_many_are_free(client, rita, anna):
    assert "You can make 20 more offers now." in _read(client, rita, f"/p/{anna.profile.handle}/offer/")


def test_firm_without_a_check_still_says_what_became_of_a_yes(said_yes, rita, talheim):
    offer = said_yes()
    Employer.objects.update(checked_until=None)
    assert following.tell(by=rita, employer=talheim, offer=offer, word="talked")


def test_old_yes_of_somebody_who_left_takes_no_place(said_yes, talheim, anna):
    said_yes(age=30 * DAY, missed_at=timezone.now())
    actions.forget_worker(by=anna)
    assert rules.places(talheim) == Places(0, 0)
    assert Offer.objects.get().missed_at is None


def test_yes_by_mail_alone_passes_no_number(client, offer, anna, rita):
    client.force_login(anna)
    client.post(_mine(offer, "yes/"), {"name": "Aylin Karaca", "mail": "aylin@example.org"})
    client.post(_mine(offer, "yes/check/"))
    page = _read(client, rita, _theirs(offer))
    assert 'href="mailto:aylin@example.org"' in page
    assert 'href="tel:+49171' not in page
    assert anna.email not in page


def test_mail_address_is_never_prefilled(client, offer, anna):
    page = _read(client, anna, _mine(offer, "yes/"))
    assert anna.email not in page

"""Two who confirm each other: said openly, and never to a firm that one of them hides from (laws 2 and 4)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from network.profiles import actions as profiles
from network.profiles.models import Block
from references import actions
from references.models import Reference
from tests import factories
from tests.references import helpers, inviting, witnesses

pytestmark = pytest.mark.django_db
WORDS = "These two confirm each other."


@pytest.fixture
def bernd(elektro, fuerth):
    user = factories.make_user("bernd@example.org")
    factories.make_profile(user, elektro, fuerth, name="Bernd Meier")
    return user


def word(speaker, worker, employer, *, signed_in=True, **changes) -> Reference:
    """`speaker` signs for `worker`, and the worker shows it."""
    station = helpers.make_station(worker, employer)
    asked = helpers.ask(worker, station, email=speaker.email, name="X")
    reference = helpers.sign(asked, by=speaker if signed_in else None, relation="colleague", **changes).reference
    actions.release(by=worker, reference=reference)
    return reference


@pytest.fixture
def both(anna, bernd, brandt):
    return word(bernd, anna, brandt), word(anna, bernd, brandt)


def pages(client, reference) -> list[bool]:
    """Does it stand on the check page, how-do-we-know and the worker's page?"""
    handle = reference.profile.handle
    addresses = [f"/v/{reference.public_id}/", f"/v/{reference.public_id}/how/", f"/p/{handle}/"]
    return [WORDS in client.get(address).content.decode() for address in addresses]


def test_both_pages_say_it_to_everybody(client, both):
    for reference in both:
        assert pages(client, reference) == [True, True, True]


def test_one_word_alone_is_not_mutual(client, anna, bernd, brandt):
    assert pages(client, word(bernd, anna, brandt)) == [False, False, False]


def test_three_in_a_ring_are_no_pair(client, anna, bernd, brandt, elektro, fuerth):
    carla = factories.make_user("carla@example.org")
    factories.make_profile(carla, elektro, fuerth)
    ring = [word(anna, bernd, brandt), word(bernd, carla, brandt), word(carla, anna, brandt)]
    assert [pages(client, each) for each in ring] == [[False] * 3] * 3


def test_it_is_said_where_the_other_word_is_not_shown(client, both, bernd):
    actions.hide(by=bernd, reference=both[1])
    assert pages(client, both[0]) == [True, True, True]
    profiles.choose_visibility(by=bernd, profile=bernd.profile, visibility="off")
    assert pages(client, both[0]) == [True, True, True]


def test_it_ends_with_the_other_word(client, both):
    actions.withdraw(by=None, reference=both[1])
    assert pages(client, both[0]) == [False, False, False]


def test_it_ends_when_the_other_has_left(client, both, bernd):
    actions.erase(by=bernd)
    assert pages(client, both[0]) == [False, False, False]


@pytest.mark.parametrize("hides", ["bernd", "anna"])
def test_blocked_firm_does_not_learn_that_the_speaker_has_a_page(client, both, anna, bernd, talheim, rita, hides):
    """Law 4: on a page that the firm may open, nothing tells of the other one. Everybody else still reads it."""
    hidden, open_to_it = (bernd, both[0]) if hides == "bernd" else (anna, both[1])
    Block.objects.create(profile=hidden.profile, employer=talheim)
    client.force_login(rita)
    assert pages(client, open_to_it) == [False, False, False]
    client.logout()
    assert pages(client, open_to_it) == [True, True, True]


def test_worker_reads_it_on_the_own_page(client, both, anna):
    client.force_login(anna)
    assert WORDS in client.get(f"/me/references/{both[0].public_id}/").content.decode()


@pytest.mark.parametrize("signed_in", [(True, False), (False, True), (False, False)])
def test_it_is_known_by_the_mailbox_too(client, anna, bernd, brandt, signed_in):
    """Whoever typed the code of a mailbox is the person who signs in with it."""
    one = word(bernd, anna, brandt, signed_in=signed_in[0])
    other = word(anna, bernd, brandt, signed_in=signed_in[1])
    assert pages(client, one) == pages(client, other) == [True, True, True]


def test_it_is_known_when_the_first_had_no_account_yet(client, anna, brandt, elektro, fuerth):
    station = helpers.make_station(anna, brandt)
    asked = helpers.ask(anna, station, email="spaeter@example.org")
    first = helpers.sign(asked, relation="colleague").reference
    actions.release(by=anna, reference=first)
    late = factories.make_user("spaeter@example.org")
    factories.make_profile(late, elektro, fuerth)
    assert pages(client, first) == [False, False, False]
    second = word(anna, late, brandt)
    assert pages(client, first) == pages(client, second) == [True, True, True]


def test_mailbox_of_a_stranger_is_nobody(client, anna, bernd, brandt):
    station = helpers.make_station(anna, brandt)
    asked = helpers.ask(anna, station, email="anders@example.org")
    reference = helpers.sign(asked).reference
    actions.release(by=anna, reference=reference)
    assert reference.referee_user is None
    word(anna, bernd, brandt)
    assert pages(client, reference) == [False, False, False]


def test_unconfirmed_address_of_an_account_is_nobody(anna, bernd, brandt):
    bernd.emailaddress_set.create(email="fremd@example.org", verified=False)
    asked = helpers.ask(anna, helpers.make_station(anna, brandt), email="fremd@example.org")
    assert helpers.sign(asked).reference.referee_user is None


def test_worker_cannot_sign_by_a_mailbox_that_became_the_own_one(anna, brandt):
    asked = helpers.ask(anna, helpers.make_station(anna, brandt), email="meine@example.org")
    anna.emailaddress_set.create(email="meine@example.org", verified=True)
    with pytest.raises(PermissionDenied):
        helpers.sign(asked)
    assert not Reference.objects.exists()


@pytest.mark.parametrize("vouched", [True, False])
def test_worker_reads_it_before_a_word_of_the_firm_is_signed(client, anna, monika, brandt, elektro, fuerth, vouched):
    helpers.make_statements()
    factories.make_profile(monika, elektro, fuerth, name="Monika Brandt")
    if vouched:
        word(anna, monika, brandt)
    waiting = inviting.invite(monika, brandt, inviting.words(elektro), email=anna.email)
    client.force_login(anna)
    address = f"/me/invited/{waiting.public_id}/take/"
    assert ("You two confirm each other" in client.get(address).content.decode()) is vouched
    told = client.post(address, follow=True).content.decode()
    assert Reference.objects.get(profile=anna.profile).referee_user == monika
    assert (WORDS in told) is vouched


def test_witness_of_a_sample_counts_as_a_word(client, anna, bernd, brandt):
    """Bernd signs for Anna, Anna stands for a sample of Bernd."""
    reference = word(bernd, anna, brandt)
    asked = witnesses.asked(bernd, witnesses.sample_of(bernd, brandt), anna.email)
    witnesses.confirm(asked)
    asked.__class__.objects.filter(pk=asked.pk).update(user=anna)
    assert pages(client, reference) == [True, True, True]


def test_referee_hears_of_it_before_signing(client, anna, bernd, brandt):
    word(anna, bernd, brandt)
    asked = helpers.ask(anna, helpers.make_station(anna, brandt), email=bernd.email)
    helpers.answer(asked, relation="colleague")
    address = f"{helpers.last_link(bernd.email)}check/"
    assert (
        "You two confirm each other" not in client.get(address, follow=True).content.decode()
    )  # whoever holds the link
    client.force_login(bernd)
    assert "You two confirm each other" in client.get(address).content.decode()


def test_referee_without_such_a_word_hears_nothing(client, anna, bernd, brandt):
    asked = helpers.ask(anna, helpers.make_station(anna, brandt), email=bernd.email)
    helpers.answer(asked, relation="colleague")
    client.force_login(bernd)
    assert "confirm each other" not in client.get(f"{helpers.last_link(bernd.email)}check/").content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_page_asks_no_more_for_it(client, anna, bernd, brandt, talheim, rita, count, django_assert_max_num_queries):
    for year in range(count):
        station = helpers.make_station(anna, brandt, start=date(1990 + year, 1, 1), end=date(1990 + year, 6, 1))
        asked = helpers.ask(anna, station, email=f"x{year}@example.org")
        anna.profile.reference_requests.update(created_at=asked.created_at.replace(year=2020))
        Reference.objects.filter(pk=helpers.sign(asked).reference.pk)._change(referee_user=bernd)
    for each in Reference.objects.all():
        actions.release(by=anna, reference=each)
    word(anna, bernd, brandt)
    client.force_login(rita)
    address = f"/p/{anna.profile.handle}/"
    client.get(address)
    with django_assert_max_num_queries(8):
        page = client.get(address).content.decode()
    assert page.count(WORDS) == count

"""Who signed or confirmed without a mailbox: the link on the page is the only key, so it can be copied, printed, and does all it should."""

import pytest
from django.conf import settings

from references.models import Correction, Reference, Voice
from references.payload import said_in
from tests.references import corrections, handshakes, helpers, voices, witnesses
from tests.references.test_referee_pages import url

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(client, anna):
    client.force_login(anna)
    return client


@pytest.fixture
def manage(worker, boss, station, statements):
    """The page of who signed in person and left it open who it is."""
    token = handshakes.shake(worker, boss, station)
    handshakes.answer(boss, token)
    boss.post(url(token, "code"), {"without": "1"})
    return handshakes.sign(boss, token)["Location"].partition("?")[0]


def shows_key(page: str, address: str) -> bool:
    """To copy and to print, and in plain words that nothing else withdraws."""
    there = f">{settings.PUBLIC_URL}{address}</textarea>" in page and "data-copy" in page and "data-print" in page
    return there and "nobody can send it once more. Only with this link" in page


def correct(boss, manage: str) -> str:
    """Put right by the link: the page of the new reference."""
    begun = boss.post(f"{manage}correct/")
    token = handshakes.token_in(begun)
    assert boss.get(url(token))["Location"] == url(token, "check")
    boss.post(url(token, "seen"), {**handshakes.SAID, "text": "War immer da."})
    return handshakes.sign(boss, token)["Location"]


def test_page_after_the_signature_is_the_key(boss, manage):
    for address in (f"{manage}?thanks", manage):
        assert shows_key(boss.get(address).content.decode(), manage)


def test_copy_in_a_mailbox_needs_no_key_on_the_page(boss, anna, station):
    issued = helpers.sign(helpers.ask(anna, station))
    page = boss.get(f"/r/manage/{issued.manage_token}/").content.decode()
    assert "Withdraw now" in page
    assert "Keep this link" not in page


def test_what_was_said_in_person_is_corrected_by_the_link(boss, manage):
    old = Reference.objects.get()
    kept = correct(boss, manage)
    new = Correction.objects.get(old=old).new
    assert said_in(new)["text"] == "War immer da."
    assert (new.level, said_in(new)["checked"]["how"]) == (1, "room")
    assert shows_key(boss.get(kept).content.decode(), kept.partition("?")[0])
    assert "it stood on the page after the signature" in boss.get(manage).content.decode()


def test_signed_in_member_lends_no_level_to_it(boss, manage, monika):
    boss.force_login(monika)
    correct(boss, manage)
    assert (Correction.objects.get().new.level, Correction.objects.get().new.referee_user) == (1, None)


def test_worker_corrects_nothing_with_the_link(worker, manage):
    assert "This link is for your boss" in worker.post(f"{manage}correct/").content.decode()
    assert not Correction.objects.exists()


def test_whoever_showed_a_mailbox_shows_it_again(anna, station):
    """The link alone signs nothing there."""
    old = helpers.sign(helpers.ask(anna, station)).reference
    asked = corrections.begun(old)
    corrections.actions.save_draft(by=None, request=asked, text="Anders.")
    with pytest.raises(corrections.actions.Incomplete) as missing:
        corrections.actions.issue(by=None, request=asked)
    assert missing.value.step == "code"


def test_voice_in_the_same_room_has_its_key_on_the_page(boss, anna):
    about = voices.at(voices.station_of(anna))
    token = voices.typed(about)
    voice = Voice.objects.get()
    seal = voices.answer(voice)
    boss.post(f"/voice/{token}/check/", {"seen": seal})
    assert shows_key(boss.get(f"/voice/own/{token}/?thanks").content.decode(), f"/voice/own/{token}/")


def test_witness_in_the_same_room_has_the_key_on_the_page(boss, anna, brandt):
    sample = witnesses.sample_of(anna, brandt)
    token = witnesses.typed(anna, sample)
    read = witnesses.answer(sample).read
    said = {"name": "Dirk Wolf", "shown": "full", "role": "customer", "knows": "there", "read": read}
    boss.post(f"/w/{token}/you/", said)
    assert shows_key(boss.get(f"/w/own/{token}/?thanks").content.decode(), f"/w/own/{token}/")

"""What a page says of voices, apart from references, and who reads which."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from network.profiles import actions as profiles
from network.profiles.models import Block
from references.models import Voice
from references.voices import actions, ending
from tests import factories
from tests.references import helpers, voices
from tests.references.voices import text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _sentences(db):
    voices.make_statements()


@pytest.fixture
def about(anna):
    return voices.at(voices.station_of(anna))


@pytest.fixture
def work(anna):
    return voices.of_work(anna)


@pytest.fixture
def voice(about):
    return voices.asked(about)


@pytest.fixture
def token(voice):
    return voices.mailed()


# -- on the page
def test_worker_reads_first_and_decides(client, boss, anna, voice):
    voices.confirm(voice)
    here, page = f"/me/voice/{voice.public_id}/", f"/p/{anna.profile.handle}/"
    client.force_login(anna)
    assert "colleague sentence 0." in text(client.get(here))
    assert "Jasmin" not in text(boss.get(page))
    for show, there in (("yes", True), ("yes", True), ("no", False), ("yes", True)):
        client.post(f"{here}decide/", {"show": show})
        assert ("Jasmin" in text(boss.get(page))) is there
    assert "Read what" not in text(client.get("/me/"))


def test_page_keeps_voices_apart_from_references(client, anna, brandt, about, work, statements):
    helpers.reference_for(anna, brandt)
    voices.shown(about)
    voices.shown(work, voices.CUSTOMER_BOX, name="Dirk Wolf")
    page = text(client.get(f"/p/{anna.profile.handle}/"))
    assert "Voices of colleagues" in page
    assert "Voices of customers" in page
    assert "They speak for themselves, not for the firm." in page
    assert "Not signed. Whoever said it can take it back at any time." in page


def test_how_do_we_know_says_all_that_is_known(client, anna, about):
    voice = voices.shown(about)
    page = text(client.get(f"/voice/{voice.public_id}/how/"))
    for words in (
        "Jasmin Köhler", "colleague", "Elektro Alt, Fürth", "Anna G.", "January 2014 to December 2019",
        "A code to the mailbox of whoever spoke was entered correctly.", "they are not signed", "This word stands here.",
    ):  # fmt: skip
        assert words in page.replace("\xa0", " ")


def test_word_about_a_work_that_reads_differently_now_says_so(client, anna, work):
    voice = voices.shown(work, voices.CUSTOMER_BOX)
    type(work.sample).objects.update(title="Ganzes Haus")
    page = text(client.get(f"/voice/{voice.public_id}/how/"))
    assert "The work is described differently today: Ganzes Haus" in page
    assert "Zählerschrank" in page


@pytest.mark.parametrize("what", ["hidden", "taken back", "work hidden", "work for nobody", "page off"])
def test_nobody_reads_what_is_not_shown(client, anna, work, what):
    voice = voices.shown(work, voices.CUSTOMER_BOX)
    if what == "hidden":
        actions.hide(by=anna, voice=voice)
    elif what == "taken back":
        ending.withdraw(voice=voice)
    elif what == "page off":
        profiles.choose_visibility(by=anna, profile=anna.profile, visibility="off")
    else:
        changes = {"shown": False} if what == "work hidden" else {"audience": "nobody"}
        type(work.sample).objects.update(**changes)
    assert client.get(f"/voice/{voice.public_id}/how/").status_code == 404
    assert "Jasmin" not in text(client.get(f"/p/{anna.profile.handle}/"))


def test_voice_about_a_station_for_few_is_for_the_same_few(client, anna, about, rita):
    voice = voices.shown(about)
    type(about.station).objects.filter(pk=about.pk).update(audience="employers")
    for signed_in, status in ((False, 404), (True, 200)):
        if signed_in:
            client.force_login(rita)
        assert client.get(f"/voice/{voice.public_id}/how/").status_code == status
        assert ("Jasmin" in text(client.get(f"/p/{anna.profile.handle}/"))) is signed_in


def test_each_voice_has_readers_of_its_own(client, anna, about, rita, fremder):
    voice = voices.shown(about)
    key = voice.key_of_item
    actions.show_to(by=anna, profile=anna.profile, audiences={key: "employers"})
    assert client.get(f"/voice/{voice.public_id}/how/").status_code == 404
    client.force_login(rita)
    assert client.get(f"/voice/{voice.public_id}/how/").status_code == 200
    with pytest.raises(PermissionDenied):
        actions.show_to(by=fremder, profile=anna.profile, audiences={key: "all"})
    with pytest.raises(PermissionDenied):
        actions.show_to(by=anna, profile=anna.profile, audiences={"voice:unknown": "all"})


def test_firm_she_hides_from_reads_no_voice(client, anna, about, talheim, rita):
    voice = voices.shown(about)
    Block.objects.create(profile=anna.profile, employer=talheim)
    client.force_login(rita)
    assert client.get(f"/voice/{voice.public_id}/how/").status_code == 404
    assert client.get(f"/p/{anna.profile.handle}/").status_code == 404


def test_share_link_opens_what_it_names(client, anna, about):
    voice, other = voices.shown(about), voices.shown(about, "b@x.example", name="Zoe Zwei")
    profiles.choose_visibility(by=anna, profile=anna.profile, visibility="off")
    shared = profiles.share(by=anna, profile=anna.profile, name="x", items=[voice.key_of_item], days=7, once="1")
    page = client.get(f"/s/{shared.token}/")
    assert "Jasmin" in text(page)
    assert "Zoe" not in text(page)
    address = next(part for part in text(page).split('"') if part.startswith(f"/voice/{voice.public_id}/how/"))
    assert client.get(address).status_code == 200
    assert client.get(address.replace(voice.public_id, other.public_id)).status_code == 404
    assert client.get(f"/voice/{voice.public_id}/how/").status_code == 404


def test_two_who_confirm_each_other_are_named_so(client, anna, about, brandt, elektro, fuerth):
    bernd = factories.make_user("bernd@example.org")
    factories.make_profile(bernd, elektro, fuerth, name="Bernd Meier")
    voice = voices.shown(about, bernd.email, bernd, by_code=False)
    words = "These two confirm each other."
    assert words not in text(client.get(f"/voice/{voice.public_id}/how/"))
    voices.shown(voices.at(voices.station_of(bernd)), anna.email, anna, by_code=False)
    assert words in text(client.get(f"/voice/{voice.public_id}/how/"))
    assert words in text(client.get(f"/p/{anna.profile.handle}/"))


def test_old_word_looks_older(client, anna, about):
    voice = voices.shown(about)
    Voice.objects.update(closed_at=timezone.now() - timedelta(days=1200))
    assert "Older than 3 years" in text(client.get(f"/voice/{voice.public_id}/how/"))

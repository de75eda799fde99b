"""The whole idea in one afternoon, on phones: a page, a word, a search, an offer. With JavaScript and without."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.urls import reverse
from PIL import Image

from accounts.models import User
from network.contacts.models import Offer
from network.employers import actions as employers
from network.employers.models import Employer
from network.places.models import Place
from network.profiles.models import Profile
from references.models import Reference
from tests import factories
from tests.journeys import post, steps
from tests.journeys.story import rows
from tests.samples.make_images import CANARY, phone_photo

pytestmark = pytest.mark.browser
ANNA, BOSS, ADMIN = "anna@example.org", "monika@brandt-elektro.example", "tilo@talheim.example"
DESK, RITA = "petra@desk.example", "rita@talheim.example"
VISITS = ("sessions.Session", "usersessions.UserSession")
PHONE = "0160 922 83 71"


@pytest.fixture
def brandt(region) -> Employer:
    """The old firm, registered and checked long ago."""
    owner = factories.make_user("buero@brandt-elektro.example")
    place = Place.objects.get(postcode="90762")
    firm = employers.register(by=owner, name="Elektro Brandt", place=place, member_name="Dora Brandt")
    employers.record_proof(by=None, employer=firm, kind="visit", reason="Besucht.")
    return firm


def photo_files() -> list[Path]:
    return [file for file in Path(default_storage.location).rglob("*") if file.is_file()]


def check_photos() -> None:
    """Law 12: upright, small, and not a trace of place, camera or time; the original is gone."""
    files = photo_files()
    assert len(files) == 6, files
    for file in files:
        stored = file.read_bytes()
        picture = Image.open(BytesIO(stored))
        assert picture.format == "WEBP"
        assert picture.height > picture.width, "the phone was held upright"
        assert not picture.getexif()
        assert not {"exif", "xmp", "icc_profile"} & picture.info.keys()
        assert CANARY.encode() not in stored


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "plain"])
def test_main_journey(visit, brandt, javascript):
    def person(email: str = ""):
        return visit(email, javascript=javascript)

    # A worker makes a page on her phone, and asks her boss.
    anna = person(ANNA)
    steps.make_profile(anna, brandt.public_id)
    profile = Profile.objects.get()
    assert (profile.place.postcode, profile.radius_km, profile.searchable, profile.public) == ("90762", 25, True, True)
    steps.show_work(anna, phone_photo(4032, 3024))
    check_photos()
    steps.ask_boss(anna, profile.stations.get().pk, BOSS)

    # The boss opens the link on her own phone. Opening changes nothing; signing needs no account.
    link = post.link(BOSS)
    before = rows(*VISITS)
    boss = person(BOSS)
    boss.open(link)
    assert rows(*VISITS) == before
    steps.answer(boss, link)
    reference = Reference.objects.get()
    assert not User.objects.filter(email=BOSS).exists()

    # Nobody else reads it before the worker shows it.
    page, paper = (
        reverse("profiles:page", args=[profile.handle]),
        reverse("references:verify", args=[reference.public_id]),
    )
    stranger = person()
    stranger.open(page)
    assert "nachts im Altersheim" not in stranger.text()
    steps.release(anna, post.link(ANNA))
    stranger.open(page)
    assert "nachts im Altersheim" in stranger.text()
    assert stranger.page.locator("main figure img").count() == 2
    stranger.follow(paper)
    assert "nachts im Altersheim" in stranger.text()

    # A firm registers, a human at the desk checks it, its recruiter looks for people.
    admin, desk, rita = person(ADMIN), person(DESK), person(RITA)
    firm_id = steps.register_firm(admin)
    steps.sign_up(desk, reverse("account_login"))
    call_command("add_desk_member", DESK, "Petra Hofmann")
    steps.check_firm(desk, firm_id)
    assert Employer.objects.get(public_id=firm_id).is_checked
    admin.open(reverse("employers:proof", args=[firm_id]))
    assert "Zentrale" in admin.text(), "the firm reads the reason"
    steps.invite_recruiter(admin, firm_id, RITA)
    steps.accept_invitation(rita)
    steps.find(rita, profile.handle)
    sent = steps.offer(rita, profile.handle, firm_id)

    # The worker says yes; only then is her number anywhere in the recruiter's browser.
    rita.open(sent).open(page).open(reverse("contacts:sent", args=[firm_id]))
    steps.say_yes(anna, PHONE)
    assert not [source for source in rita.read if digits_of(PHONE)[1:] in digits_of(source)]
    rita.open(post.link(RITA))
    assert "0160 9228371" in rita.text()
    assert Offer.objects.get().state == Offer.State.YES


def digits_of(text: str) -> str:
    return re.sub(r"\D", "", text)

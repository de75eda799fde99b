"""The worker's own lists and what they hand out: at most 8 queries, and the same for 1 and for 30 rows."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.ids import hash_token
from accounts.mailbox import mailbox_hash
from network.contacts.models import Offer
from network.desk.models import DeskMember
from network.occupations.models import QualificationKind
from network.profiles.models import Look
from references.models import Witness, WorkerInvitation
from tests import factories
from tests.references.helpers import ask, make_station, sign
from tests.samples.conftest import make_photo, make_sample

pytestmark = pytest.mark.django_db
MOST = 8
FEW, MANY = 1, 30
TOKEN = "secret-of-a-share-link"
LISTS = [
    *("profiles:mine", "profiles:stations", "profiles:qualifications", "profiles:items", "profiles:shares"),
    *("profiles:new_share", "profiles:looks", "profiles:languages", "profiles:deadlines", "profiles:blocks"),
    *("profiles:preview_boss", "profiles:check", "profiles:still_right", "samples:list"),
]


def grow(user, first: int, last: int) -> None:
    """Rows with these numbers on every list."""
    profile, now = user.profile, timezone.now()
    fuerth = profile.place
    for number in range(first, last):
        firm = factories.make_employer(f"Firm {number}", fuerth)
        begin = date(1990 + number, 1, 1)
        station = factories.make_station(profile, firm, f"Firm {number}", start=begin, end=begin, place=fuerth)
        names = {"de": f"Nachweis {number}", "en": f"Paper {number}"}
        kind = QualificationKind.objects.create(slug=f"paper-{number}", bit=number, names=names, rule="none")
        profile.qualifications.create(kind=kind, valid_until=date(2199, 1, 1), station=station, seen_employer=firm)
        share = profile.shares.create(token_hash=f"{number:064d}", name="x", items=[], expires_at=now)
        share.openings.create(hour=now)
        profile.blocks.create(employer=factories.make_employer(f"Hidden {number}", fuerth))
        Look.objects.create(profile=profile, employer=firm, where="page", day=now.date())
        make_photo(make_sample(user, title=f"Piece {number}", station=station))


def queries(client: Client, address: str) -> int:
    client.get(address)  # the first visit of a session is noted
    with CaptureQueriesContext(connection) as counted:
        assert client.get(address).status_code == 200
    return len(counted)


def same_for_both(client: Client, user, addresses: list[str]) -> dict[str, tuple[int, int]]:
    """What costs more with more rows, or more than it may."""
    grow(user, 0, FEW)
    few = {address: queries(client, address) for address in addresses}
    grow(user, FEW, MANY)
    many = {address: queries(client, address) for address in addresses}
    return {each: (few[each], many[each]) for each in addresses if not few[each] == many[each] <= MOST}


def test_lists_of_the_worker(client, anna):
    client.force_login(anna)
    assert same_for_both(client, anna, [reverse(name) for name in LISTS]) == {}


def test_what_others_open(client, anna, rita, fuerth):
    """The page for programs, and a share link that names everything."""
    client.force_login(rita)
    share = anna.profile.shares.create(
        token_hash=hash_token(TOKEN), name="y", items=[], expires_at=timezone.now() + timedelta(days=1)
    )
    share.items = [f"{kind}:{pk}" for kind in ("station", "paper", "sample") for pk in range(1, 200)]
    share.save()
    addresses = [reverse("moving:resume", args=[anna.profile.handle]), reverse("profiles:shared", args=[TOKEN])]
    assert same_for_both(client, anna, addresses) == {}


def test_steps_of_a_station(client, anna, brandt):
    client.force_login(anna)
    station = factories.make_station(anna.profile, brandt)
    address, counts = reverse("profiles:steps", args=[station.pk]), []
    for number in (1, 12):
        station.steps = [
            {"role": "", "title": f"Step {step}", "start": f"2015-{step + 1:02d}", "about": False}
            for step in range(number)
        ]
        station.save()
        counts.append(queries(client, address))
    assert counts[0] == counts[1] <= MOST


def test_witnesses_of_a_sample(client, anna):
    client.force_login(anna)
    sample, now, counts = make_sample(anna), timezone.now(), []
    for first, last in ((0, FEW), (FEW, MANY)):
        for number in range(first, last):
            Witness.objects.create(
                profile=anna.profile, sample=sample, channel="mail", name=f"W {number}", state="declined", created_at=now,
                expires_at=now, closed_at=now,
            )  # fmt: skip
        counts.append(queries(client, reverse("references:witnesses", args=[sample.pk])))
    assert counts[0] == counts[1] <= MOST


def wait(user, first: int, last: int) -> None:
    """So many of everything that waits for a person, in every room."""
    profile, now = user.profile, timezone.now()
    sample, later = make_sample(user), now + timedelta(days=3)
    for number in range(first, last):
        firm = factories.make_employer(f"Firm {number}", profile.place)
        factories.make_member(firm, user, is_admin=True)
        station = make_station(user, firm, start=date(1990 + number, 1, 1), end=date(1990 + number, 12, 1))
        sign(ask(user, station, email=f"boss{number}@example.com"))
        Offer.objects.create(
            employer=firm, profile=profile, title="Work", place=profile.place, shift="day", pay_min=20, pay_max=22,
            pay_unit="hour", permanent=True, contact_name="A", contact_phone="+491713920055", expires_at=later,
        )  # fmt: skip
        Witness.objects.create(
            profile=profile, sample=sample, channel="mail", name=f"W {number}", state="answered", created_at=now,
            expires_at=later, closed_at=now, level=1,
        )  # fmt: skip
        WorkerInvitation.objects.create(
            employer=firm, name="Anna", email=user.email, mailbox_hash=mailbox_hash(user.email), expires_at=later
        )


def test_own_area_with_everything_that_waits(client, anna, monkeypatch):
    """Also for who sits at the desk and speaks for firms. Rooms add rows to one statement (decision 0038)."""
    monkeypatch.setattr("references.rules.A_DAY", 99)
    DeskMember.objects.create(user=anna)
    client.force_login(anna)
    counts = []
    for first, last in ((0, FEW), (FEW, MANY)):
        wait(anna, first, last)
        counts.append(queries(client, reverse("home:me")))
        page = client.get(reverse("home:me")).content.decode()
        assert page.count("/me/offers/") == min(last, 20) + 1
        assert page.count("Read what ") + page.count("Lies, was ") == 2 * last
    assert counts[0] == counts[1] <= MOST

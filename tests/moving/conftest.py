import io
import zipfile
from datetime import date

import pytest

from accounts import exporting
from network.occupations.models import QualificationKind
from network.profiles.models import Profile
from network.samples import photo_actions, preparing
from references import actions as references
from tests import factories
from tests.references import helpers, voices
from tests.samples.conftest import make_photo, make_sample

ROLE = "foreman"
AGREED = {"people": "nobody", "place": "no", "firm": "agreed", "readable": "nothing"}


@pytest.fixture
def stapler(db) -> QualificationKind:
    names = {"de": "Staplerschein", "en": "Forklift licence"}
    return QualificationKind.objects.create(slug="staplerschein", bit=3, names=names, rule="none")


@pytest.fixture
def full(anna, brandt, monika, stapler, fuerth, elektro):
    """Anna with something in every part of her page."""
    Profile.objects.filter(pk=anna.profile.pk).update(
        about="Ich mag alte Häuser.", montage=True, licences=0b100, shifts=0b11, week=0b1, languages={"de": "c2", "ar": "b1"},
        phone="+491713920055", phone_audience="employers", mail="anna.g@example.org", mail_audience="nobody",
        notice="1-month", hours=35,
    )  # fmt: skip
    anna.profile.refresh_from_db()
    factories.make_station(
        anna.profile, None, "Lehrwerk", place=fuerth, kind="training", start=date(2009, 7, 1), start_about=True, end=date(2012, 6, 1),
        end_about=True,
    )  # fmt: skip
    factories.make_station(
        anna.profile, None, "Geheim GmbH", start=date(2012, 7, 1), end=date(2013, 8, 1), audience="nobody"
    )
    anna.profile.stations.create(kind="family", start=date(2020, 7, 1), end=date(2021, 6, 1))
    anna.profile.qualifications.create(
        kind=stapler,
        issuer="DEKRA",
        number="S-17",
        issued=date(2020, 5, 1),
        valid_until=date(2030, 5, 1),
        until_typed=True,
    )
    photo = make_photo(make_sample(anna, title="Verteiler"), alt="Ein Schrank", state="waiting")
    photo.refresh_from_db()
    if photo.state == "waiting":  # unless everything that waits for a commit happens at once
        preparing.finish(photo)
    photo_actions.agree(by=anna, photo=photo, answers=AGREED)
    make_sample(anna, title="Noch geheim", shown=False, consent_at=None)
    issued = helpers.reference_for(anna, brandt, statements=[helpers.make_statements()[0].code], text="Sehr genau.")
    references.release(by=anna, reference=issued.reference)
    station = anna.profile.stations.get(employer=brandt)
    station.steps = [{"role": ROLE, "title": "", "start": "2015-04", "about": False}]
    station.place = brandt.place  # as for every station at a firm that is registered here
    station.save()
    anna.profile.shares.create(
        token_hash="a" * 64, name="Für den Meister", items=["phone"], expires_at=issued.reference.issued_at
    )
    anna.profile.blocks.create(name="Fern AG", key="fern")
    voices.shown(voices.at(station))
    return anna


def packed(user, language: str = "de") -> zipfile.ZipFile:
    """The archive as it would be saved."""
    return zipfile.ZipFile(io.BytesIO(b"".join(exporting.archive(user, language))))

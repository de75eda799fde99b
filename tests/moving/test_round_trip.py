"""Take along, close the account, bring along: the same page, apart from what must not travel."""

import io
import json
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts import actions as accounts
from network.moving import actions
from network.moving.models import Draft
from network.profiles import actions as profiles
from network.profiles.models import Profile
from network.samples import actions as samples
from network.samples import photo_actions
from network.samples.models import Photo, WorkSample
from references.canonical import canonical
from references.keys import unb64
from references.models import SigningKey
from references.signing import verify
from references.voices import actions as voices
from tests import factories
from tests.committing import commit_at_once
from tests.moving.conftest import AGREED, packed
from tests.samples.conftest import stored

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    commit_at_once(monkeypatch)


def archive_of(user) -> bytes:
    data: bytes = packed(user).fp.getvalue()
    return data


def bring(user, data: bytes) -> Draft:
    draft = actions.keep(by=user, uploads=[SimpleUploadedFile("handschlag.zip", data)])
    actions.take(by=user, draft=draft, chosen={at: {} for at in range(len(draft.found["items"]))})
    draft.refresh_from_db()
    return draft


def page(client, user) -> str:
    """What a stranger reads: the text of the page, and the words of its pictures."""
    html = client.get(reverse("profiles:page", args=[user.profile.handle])).content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    words = re.sub(r'<img[^>]*alt="([^"]*)"[^>]*>', r" [\1] ", main)
    return " ".join(re.sub(r"<[^>]+>", " ", words).split()).replace(user.profile.handle, "HANDLE")


def agree(user) -> None:
    """The worker looks at every sample, and confirms it anew."""
    for sample in WorkSample.objects.of(user).filter(title="Verteiler"):
        for photo in sample.photos.all():
            photo_actions.agree(by=user, photo=photo, answers=AGREED)
        samples.consent(by=user, sample=sample)


def without_others(user) -> None:
    """What others said about the page stays behind, so the page before is read without it."""
    for reference in user.profile.references.all():
        from references import actions as references

        references.hide(by=user, reference=reference)
    for voice in user.profile.voices.all():
        voices.hide(by=user, voice=voice)


def test_same_page_after_erasing_and_bringing_along(client, full):
    without_others(full)
    profiles.choose_visibility(by=full, profile=full.profile, visibility="everyone")
    before, data = page(client, full), archive_of(full)
    assert "Verteiler" in before
    accounts.close(by=full)
    new = factories.make_user("anna@neu.example")
    draft = bring(new, data)
    assert draft.result["refused"] == []
    profiles.choose_visibility(by=new, profile=new.profile, visibility="everyone")
    assert "Verteiler" not in page(client, new), "a sample is hidden until it is confirmed again"
    agree(new)
    assert page(client, new) == before


def test_everything_else_comes_back_too(full):
    data = archive_of(full)
    was = json.loads(packed(full).read("profile.json"))
    accounts.close(by=full)
    new = factories.make_user("anna@neu.example")
    bring(new, data)
    now = json.loads(packed(new).read("profile.json"))
    anew = {"handle", "visibility", "visibility_chosen", "indexable", "created_at", "changed_at", "available_said"}
    assert {key: each for key, each in was["person"].items() if key not in anew} == {
        key: each for key, each in now["person"].items() if key not in anew
    }
    left = {"id", "confirmations", "created_at"}

    def rows(said: dict, key: str, more: set[str]) -> list[dict]:
        return [{name: each for name, each in row.items() if name not in left | more} for row in said[key]]

    assert rows(was, "stations", set()) == rows(now, "stations", set())
    seen = {"seen_by", "seen_on", "seen_level", "seen_employer", "station_id"}
    assert rows(was, "papers", seen) == rows(now, "papers", seen)
    hidden = {"shown", "consent_at", "photos", "station_id", "witnesses", "station"}
    assert rows(was, "samples", hidden) == rows(now, "samples", hidden)
    assert [block["name"] for block in now["blocks"]] == ["Fern AG"]
    assert (now["references"], now["voices"], now["share_links"], now["looks"]) == ([], [], [], [])


def test_twice_brings_nothing_twice(full, fremder):
    data = archive_of(full)
    for _ in range(2):
        bring(fremder, data)
    assert fremder.profile.stations.count() == full.profile.stations.count()
    assert fremder.profile.samples.count() == 2
    assert Photo.objects.filter(sample__profile=fremder.profile).count() == 1
    assert fremder.profile.qualifications.count() == 1
    assert fremder.profile.blocks.count() == 1


def test_pictures_come_back_clean_and_hidden(full, fremder):
    draft = bring(fremder, archive_of(full))
    photo = Photo.objects.get(sample__profile=fremder.profile)
    assert (photo.state, photo.raw, photo.alt) == ("ready", "", "Ein Schrank")
    assert not photo.sample.shown
    assert draft.archive == ""
    assert [name for name in stored() if name.startswith("incoming/")] == []


def test_piece_of_a_nurse_comes_without_pictures(full, fremder, pflege, fuerth):
    factories.make_profile(fremder, pflege, fuerth, name="Pia Pflege")
    data = archive_of(full)
    draft = actions.keep(by=fremder, uploads=[SimpleUploadedFile("x.zip", data)])
    kinds = {at: item["kind"] for at, item in enumerate(draft.found["items"])}
    actions.take(by=fremder, draft=draft, chosen={at: {} for at, kind in kinds.items() if kind == "sample"})
    assert not Photo.objects.filter(sample__profile=fremder.profile).exists()
    draft.refresh_from_db()
    assert draft.result["refused"][0][0] == "Verteiler"
    assert [name for name in stored() if name.startswith("incoming/")] == []


def test_storage_that_fails_leaves_no_draft(full, fremder, monkeypatch):
    data = archive_of(full)

    def full_disk(*_args, **_kwargs):
        raise OSError("no space")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full_disk)
    from network.samples.files import StorageDown

    with pytest.raises(StorageDown):
        actions.keep(by=fremder, uploads=[SimpleUploadedFile("x.zip", data)])
    assert not Draft.objects.exists()


def test_references_stay_true_after_the_account_is_gone(full, tmp_path):
    box = packed(full)
    (name,) = [each for each in box.namelist() if each.startswith("references/") and each.endswith(".json")]
    accounts.close(by=full)
    said = json.loads(box.read(name))
    key = SigningKey(public_key=said["public_key"])
    assert verify(said["payload"].encode(), said["signature"], key)
    assert not verify(said["payload"].replace("genau", "fein").encode(), said["signature"], key)
    assert canonical(json.loads(said["payload"])) == said["payload"].encode()
    assert len(unb64(said["public_key"])) == 32
    assert SigningKey.objects.get(kid=said["key"]).public_key == said["public_key"], "the house still has the key"


def test_linkedin_of_ten_years_fits_on_a_page(fremder, elektro, fuerth, stapler):
    rows = "".join(f"Firma {year},{elektro},90762,Jan {year},Dez {year}\n" for year in range(2010, 2020))
    text = "Company Name,Title,Location,Started On,Finished On\n" + rows
    draft = actions.keep(by=fremder, uploads=[SimpleUploadedFile("Positions.csv", text.encode())])
    actions.take(by=fremder, draft=draft, chosen={at: {} for at in range(10)})
    spans = list(Profile.objects.get(user=fremder).stations.values_list("start", "end"))
    assert spans == [(date(year, 1, 1), date(year, 12, 1)) for year in range(2019, 2009, -1)]


def test_archive_reads_like_any_stream(full):
    """The upload of a browser has no name on the disk."""
    assert io.BytesIO(archive_of(full)).read(2) == b"PK"

"""From the upload to the variants: nothing of the original stays, whatever happens in between."""

import errno
import uuid
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from network.samples import files, photo_actions, preparing
from network.samples.images import Problem
from network.samples.models import Photo, WorkSample
from network.samples.sweeping import sweep
from network.samples.words import REFUSED
from tests.samples import make_images as make
from tests.samples.conftest import make_photo, make_sample, stored, upload


def send(client, sample, data: bytes, name: str = "IMG_4711.jpg", **fields):
    said = {"stage": "after", "alt": "Der neue Verteiler", "once": str(uuid.uuid4()), **fields}
    return client.post(reverse("samples:photos", args=[sample.pk]), {"file": upload(data, name), **said})


@pytest.fixture
def client(client, anna):
    client.force_login(anna)
    return client


def test_upload_becomes_clean_variants(client, sample, committed) -> None:
    with committed():
        assert send(client, sample, make.phone_photo()).status_code == 302
    photo = sample.photos.get()
    assert (photo.state, photo.raw, photo.widths) == ("ready", "", [320, 640, 1200])
    assert (photo.width, photo.height) == (1200, 1600)
    assert sorted(stored()) == [f"photos/{photo.pk}/{width}.webp" for width in (1200, 320, 640)]


@pytest.mark.parametrize("data", [make.loaded_jpeg(), make.loaded_png(), make.loaded_webp(), make.heic()])
def test_no_canary_survives_in_any_stored_byte(client, sample, committed, data: bytes) -> None:
    with committed():
        send(client, sample, data, name=f"{make.CANARY}.jpg")
    assert len(stored()) == 3
    for name, each in stored().items():
        assert make.CANARY not in name
        for trace in (make.CANARY.encode(), make.CANARY.encode("utf-16-le"), b"Exif", b"EXIF", b"XMP ", b"ICCP"):
            assert trace not in each
    assert make.CANARY not in str(Photo.objects.values().get())


def test_upload_waits_under_a_random_name(client, sample) -> None:
    send(client, sample, make.jpeg(), name="Brandt.jpg")
    photo = sample.photos.get()
    assert photo.state == "waiting"
    assert list(stored()) == [photo.raw]
    assert "Brandt" not in photo.raw


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", Problem.EMPTY),
        (b"%PDF-1.7\n", Problem.PDF),
        (make.jpeg()[:2000], Problem.TRUNCATED),
        (make.bomb_png(), Problem.TOO_MANY_PIXELS),
        (make.jpeg() + bytes(26 * 1024 * 1024), Problem.TOO_BIG),
        (b"Moin", Problem.TEXT),
        (b"<svg/>", Problem.SVG),
        (b"GIF89a", Problem.GIF),
        (b"PK\x03\x04", Problem.NOT_A_PICTURE),
    ],
    ids=lambda value: str(value) if isinstance(value, Problem) else "",  # 26 MB make no name
)
def test_bad_file_gets_its_message_and_keeps_the_words(client, sample, data: bytes, problem: Problem) -> None:
    answer = send(client, sample, data, alt="Was ich getippt habe", stage="during")
    assert answer.status_code == 200
    errors = answer.context["form"].errors.as_data()
    assert [(name, error.code) for name, found in errors.items() for error in found] == [("file", problem.value)]
    page = answer.content.decode()
    assert page.count(str(REFUSED[problem])) == 2  # in the summary and at the field
    assert "Was ich getippt habe" in page
    assert stored() == {}
    assert not Photo.objects.exists()


def test_photo_without_words_is_refused(client, sample) -> None:
    assert "alt" in send(client, sample, make.jpeg(), alt=" ").context["form"].errors
    assert stored() == {}


class FullDisk(FileSystemStorage):
    """Writes the beginning, then the disk is full."""

    def _save(self, name, content):
        super()._save(name, ContentFile(content.read(10)))
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def full_disk(settings):
    def fill() -> None:
        options = settings.STORAGES["default"]["OPTIONS"]
        settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": f"{__name__}.FullDisk", "OPTIONS": options}}

    return fill


def test_full_disk_answers_503_and_leaves_nothing(client, sample, full_disk) -> None:
    full_disk()
    answer = send(client, sample, make.jpeg(), alt="Was ich getippt habe")
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert "Was ich getippt habe" in answer.content.decode()
    assert not Photo.objects.exists()
    assert stored() == {}


def test_full_disk_in_the_background_leaves_no_file(sample, full_disk) -> None:
    photo = make_photo(sample, state="waiting")
    full_disk()
    with pytest.raises(files.StorageDown):
        preparing.finish(photo)
    photo.refresh_from_db()
    assert (photo.state, photo.raw, photo.problem) == ("failed", "", "storage")
    assert stored() == {}


def test_row_that_cannot_be_written_leaves_no_file(sample, monkeypatch) -> None:
    def refuse(**fields):
        raise IntegrityError

    monkeypatch.setattr(Photo.objects, "create", refuse)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_photo(sample)
    assert stored() == {}


def test_picture_that_breaks_while_decoding_fails_and_is_deleted(sample) -> None:
    data = bytearray(make.loaded_png())
    at = data.index(b"IDAT") + 4
    data[at : at + 40] = bytes(40)
    photo = make_photo(sample, data=bytes(data))
    assert (photo.state, photo.raw, photo.problem) == ("failed", "", "truncated")
    assert stored() == {}


def test_preparing_twice_gives_the_same(sample) -> None:
    photo = make_photo(sample, state="waiting")
    raw = {photo.raw: stored()[photo.raw]}
    preparing.prepare.call(str(photo.pk))
    first = stored()
    preparing.prepare.call(str(photo.pk))
    assert stored() == first
    # cut off after writing the files, before the row: the upload is still there and the job runs again
    Photo.objects.filter(pk=photo.pk).update(state="waiting", raw=photo.raw, width=0, widths=[])
    files.keep_upload(upload(next(iter(raw.values()))))
    again = next(name for name in stored() if name.startswith("incoming/"))
    Photo.objects.filter(pk=photo.pk).update(raw=again)
    preparing.prepare.call(str(photo.pk))
    assert stored() == first


def test_photo_removed_while_it_is_prepared_leaves_no_file(sample, anna, committed) -> None:
    photo = make_photo(sample, state="waiting")
    data = stored()[photo.raw]
    with committed():
        photo_actions.remove(by=anna, photo=photo)
    assert stored() == {}
    photo.raw = files.keep_upload(upload(data))
    preparing.finish(photo)
    assert stored() == {}


def test_same_page_sent_twice_stores_one_photo(client, sample, committed) -> None:
    once = str(uuid.uuid4())
    for _ in range(2):
        with committed():
            assert send(client, sample, make.jpeg(), once=once).status_code == 302
    assert sample.photos.count() == 1
    assert len(stored()) == 3


def test_thirteenth_photo_is_refused(client, sample) -> None:
    for _ in range(12):
        make_photo(sample, state="waiting")
    answer = send(client, sample, make.jpeg())
    assert "12" in answer.context["form"].errors["file"][0]
    assert len(stored()) == 12


def test_new_photo_stays_hidden_and_the_sample_shown(client, sample, committed) -> None:
    with committed():
        send(client, sample, make.jpeg())
    sample.refresh_from_db()
    assert sample.shown
    assert sample.photos.get().agreed_at is None


def test_care_and_cases_take_no_photos(client, anna, pflege) -> None:
    case = make_sample(anna, kind="case")
    assert send(client, case, make.jpeg()).status_code == 200
    anna.profile.occupation = pflege
    anna.profile.save()
    assert send(client, make_sample(anna), make.jpeg()).status_code == 200
    assert stored() == {}
    assert not Photo.objects.exists()


def test_sweep_takes_what_was_left_for_a_day(sample, settings) -> None:
    photo = make_photo(sample, state="waiting")
    kept = make_photo(sample)
    files.keep_upload(upload())
    lost = make_photo(make_sample(sample.profile.user))
    WorkSample.objects.filter(pk=lost.sample_id).delete()
    assert sweep() == 0
    later = timezone.now() + timedelta(days=2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: later)
        assert sweep() == 4  # the photo that waits, its upload, the upload without a row, the folder without a row
    photo.refresh_from_db()
    assert (photo.state, photo.raw) == ("failed", "")
    assert {name.split("/")[1] for name in stored()} == {str(kept.pk)}

"""`manage.py check_media` names what does not fit, and only that."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from network.samples import files, media
from network.samples.containers import is_bare_webp
from network.samples.media import Finding, Wrong
from network.samples.models import Photo
from tests.samples import make_images as make
from tests.samples.conftest import make_photo, make_sample, stored, upload


def found() -> list[Finding]:
    return list(media.check(timedelta(0)))


def put(name: str, data: bytes) -> None:
    default_storage.delete(name)
    assert default_storage.save(name, ContentFile(data)) == name


def test_all_in_order(sample, photo) -> None:
    make_photo(sample, state="waiting")
    out = StringIO()
    call_command("check_media", minutes=0, stdout=out)
    assert out.getvalue() == "2 photos, all in order\n"


def test_empty_house_is_in_order(db) -> None:
    assert found() == []


def test_missing_variant_is_named(photo) -> None:
    lost = files.variant(photo.pk, 320)
    default_storage.delete(lost)
    assert found() == [Finding(Wrong.MISSING, lost)]


def test_missing_upload_is_named(sample) -> None:
    photo = make_photo(sample, state="waiting")
    default_storage.delete(photo.raw)
    assert found() == [Finding(Wrong.MISSING, photo.raw)]


def test_ready_photo_without_any_variant_is_named(photo) -> None:
    files.remove(files.variants_of(photo))
    Photo.objects.update(widths=[])
    assert found() == [Finding(Wrong.MISSING, files.folder_of(photo.pk))]


def test_failed_photo_needs_no_file(photo) -> None:
    files.remove(files.variants_of(photo))
    Photo.objects.update(state="failed", widths=[], width=0)
    assert found() == []


def test_files_without_row_are_named(sample, photo) -> None:
    old = files.variant(photo.pk, 640, 7)
    put(old, b"x")
    raw = files.keep_upload(upload())
    put("photos/readme.txt", b"x")
    gone = make_photo(make_sample(sample.profile.user))
    names = files.variants_of(gone)
    Photo.objects.filter(pk=gone.pk).delete()
    assert {each.name for each in found()} == {old, raw, "photos/readme.txt", *names}
    assert {each.wrong for each in found()} == {Wrong.STRAY}


def test_upload_that_is_under_way_is_no_stray(sample) -> None:
    files.keep_upload(upload())
    assert list(media.check()) == []
    call_command("check_media", stdout=StringIO())


@pytest.mark.parametrize(
    "data", [make.loaded_webp(), make.jpeg(), b"", b"RIFF"], ids=["metadata", "jpeg", "empty", "cut"]
)
def test_file_with_more_than_pixels_is_named(photo, data: bytes) -> None:
    name = files.variant(photo.pk, 640)
    put(name, data)
    assert found() == [Finding(Wrong.METADATA, name)]


def test_bytes_behind_the_end_are_found(photo) -> None:
    name = files.variant(photo.pk, 640)
    data = stored()[name]
    assert is_bare_webp(data)
    for more in (b"\0", b"\0\0", b"EXIF\x04\0\0\0hier"):
        assert not is_bare_webp(data + more)


def test_command_ends_with_1_and_names_each(photo, capsys) -> None:
    lost = files.variant(photo.pk, 320)
    default_storage.delete(lost)
    out = StringIO()
    with pytest.raises(CommandError) as raised:
        call_command("check_media", stdout=out)
    assert raised.value.returncode == 1
    assert out.getvalue() == f"row without file: {lost}\n"
    assert Photo.objects.exists()

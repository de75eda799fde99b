"""Whatever is sent: a plain message or a clean picture. No error, no file too many, no sample half changed."""

import logging
import uuid
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse

from network.samples import files, images, media, photo_actions, preparing
from network.samples.containers import is_bare_webp
from network.samples.models import Photo, WorkSample
from network.samples.words import REFUSED
from tests.samples import hostile
from tests.samples import make_images as make
from tests.samples.conftest import stored

BOUNDARY = b"---------------------------7da24f2e50046"
ALWAYS_READY = ("modes", "misnamed")


def body(file: hostile.Hostile, **fields: str) -> bytes:
    """As a browser without manners would send it: names are not cleaned, nor escaped."""
    parts = [f'Content-Disposition: form-data; name="{name}"\r\n\r\n{text}'.encode() for name, text in fields.items()]
    head = f'Content-Disposition: form-data; name="file"; filename="{file.name}"\r\nContent-Type: image/jpeg\r\n\r\n'
    parts.append(head.encode("utf-8", "surrogatepass") + file.data)
    return b"".join(b"--" + BOUNDARY + b"\r\n" + part + b"\r\n" for part in parts) + b"--" + BOUNDARY + b"--\r\n"


def test_there_are_more_than_300_and_always_the_same() -> None:
    made = {
        group: list(make_them()) for group, make_them in hostile.GROUPS.items() if group not in ("bombs", "metadata")
    }
    assert made["flipped"] == list(hostile.flipped())
    assert sum(len(files_of) for files_of in made.values()) > 300
    told = [file.what for files_of in made.values() for file in files_of]
    assert len(set(told)) > 300


@pytest.mark.parametrize("group", hostile.GROUPS)
def test_file_gives_a_message_or_a_clean_picture(client, anna, sample, committed, caplog, group: str) -> None:
    client.force_login(anna)
    before = WorkSample.objects.values().get()
    for file in hostile.GROUPS[group]():
        cache.clear()  # 120 uploads an hour are not the question here
        data = body(file, stage="after", alt="Was zu sehen ist", once=str(uuid.uuid4()))
        with committed():
            answer = client.post(
                reverse("samples:photos", args=[sample.pk]),
                data,
                content_type=f"multipart/form-data; boundary={BOUNDARY.decode()}",
            )
        photo = told_or_taken(file, answer)
        assert list(media.check(timedelta(0))) == [], file.what
        if photo:
            assert group not in ALWAYS_READY or photo.state == "ready", file.what
            with committed():
                photo_actions.remove(by=anna, photo=photo)
        assert stored() == {}, file.what
        assert WorkSample.objects.values().get() == before, file.what
    assert [each.getMessage() for each in caplog.records if each.levelno >= logging.ERROR] == []


def told_or_taken(file: hostile.Hostile, answer) -> Photo | None:
    photo = Photo.objects.first()
    if (
        answer.status_code == 400
    ):  # a head of the part that is longer than any: the framework stops reading, our page answers
        assert len(file.name) > 1000, file.what
        assert b"<h1" in answer.content, file.what
        assert photo is None, file.what
        return None
    if answer.status_code == 200:
        problems = answer.context["form"].errors.as_data()
        assert set(problems) == {"file"}, file.what
        assert problems["file"][0].code in {"required", "invalid", *images.Problem}, file.what
        assert photo is None, file.what
        return None
    assert answer.status_code == 302, file.what
    assert photo, file.what
    assert photo.raw == "", file.what
    if photo.state == Photo.State.FAILED:
        assert images.Problem(photo.problem) in REFUSED, file.what
        assert stored() == {}, file.what
        return photo
    assert sorted(stored()) == sorted(files.variants_of(photo)), file.what
    for each in stored().values():
        assert is_bare_webp(each), file.what
        assert make.CANARY.encode() not in each, file.what
        width, height = images.size_of(each)
        assert 1 <= width <= images.WIDTHS[0], file.what
        assert 1 <= height <= images.TALLEST, file.what
    return photo


@pytest.mark.parametrize("name", ["alt", "stage", "once"])
@pytest.mark.parametrize("text", ["", "\0", "\u202e" * 300, "e\u0301" * 200, "x" * 5000, "<script>"])
def test_words_nobody_types_are_met_at_their_field(client, anna, sample, name: str, text: str) -> None:
    client.force_login(anna)
    said = {"stage": "after", "alt": "Was zu sehen ist", "once": str(uuid.uuid4()), name: text}
    data = body(hostile.Hostile("", "a.jpg", make.jpeg()), **said)
    content = f"multipart/form-data; boundary={BOUNDARY.decode()}"
    answer = client.post(reverse("samples:photos", args=[sample.pk]), data, content_type=content)
    taken = answer.status_code == 302
    assert taken or set(answer.context["form"].errors) == {name}
    assert len(stored()) == Photo.objects.count() == int(taken)


def test_same_bytes_fail_the_same_way_twice(sample, anna) -> None:
    """A job that runs again after it was cut off must not hang on a bad file."""
    from tests.samples.conftest import make_photo

    photo = make_photo(sample, state="waiting", data=hostile.bases()["webp"])
    preparing.prepare.call(str(photo.pk))
    before = Photo.objects.values().get()
    preparing.prepare.call(str(photo.pk))
    assert Photo.objects.values().get() == before

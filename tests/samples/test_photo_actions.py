"""Turning, ordering, wording, removing."""

from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from PIL import Image

from network.samples import files, photo_actions
from network.samples.models import Photo
from network.samples.shots import in_order
from tests.samples import make_images as make
from tests.samples.conftest import make_photo, stored


def look(photo: Photo) -> list[str]:
    return make.corners(Image.open(BytesIO(stored()[files.variant(photo.pk, photo.width, photo.turned)])))


def test_turning_is_a_quarter_and_replaces_the_files(photo, anna, committed) -> None:
    with committed():
        assert photo_actions.turn(by=anna, photo=photo, turned=0)
    photo.refresh_from_db()
    assert look(photo) == ["blue", "red", "yellow", "green"]
    assert (photo.width, photo.height, photo.widths, photo.turned) == (600, 800, [320, 600], 1)
    assert sorted(stored()) == sorted(files.variants_of(photo))


def test_turning_four_times_is_upright_again(photo, anna, committed) -> None:
    for turned in range(4):
        with committed():
            photo_actions.turn(by=anna, photo=photo, turned=turned)
        photo.refresh_from_db()
    assert look(photo) == make.UPRIGHT


def test_second_click_does_not_turn_again(photo, anna, committed) -> None:
    stale = Photo.objects.select_related("sample__profile").get(pk=photo.pk)
    with committed():
        assert photo_actions.turn(by=anna, photo=photo, turned=0)
        assert not photo_actions.turn(by=anna, photo=stale, turned=0) or pytest.fail("turned twice")
    photo.refresh_from_db()
    assert photo.turned == 1
    assert sorted(stored()) == sorted(files.variants_of(photo))


def test_photos_stand_before_during_after_and_move_inside_a_stage(sample, anna) -> None:
    after = [make_photo(sample, alt=alt) for alt in "abc"]
    before = make_photo(sample, stage="before", alt="v")
    assert "".join(photo.alt for photo in in_order(sample)) == "vabc"
    for _ in range(2):
        photo_actions.move(by=anna, photo=after[2], to=0)
    assert "".join(photo.alt for photo in in_order(sample)) == "vcab"
    photo_actions.move(by=anna, photo=after[2], to=99)
    assert "".join(photo.alt for photo in in_order(sample)) == "vabc"
    photo_actions.describe(by=anna, photo=before, stage="after", alt="v")
    assert "".join(photo.alt for photo in in_order(sample)) == "abcv"


def test_removing_deletes_row_and_files(photo, anna, committed) -> None:
    with committed():
        photo_actions.remove(by=anna, photo=photo)
    assert stored() == {}
    assert not Photo.objects.exists()


def test_files_stay_when_the_removal_is_rolled_back(photo, anna) -> None:
    photo_actions.remove(by=anna, photo=photo)  # never committed here
    assert len(stored()) == 3


def test_nobody_else_may_write(photo, fremder) -> None:
    for act in (
        lambda: photo_actions.turn(by=fremder, photo=photo, turned=0),
        lambda: photo_actions.move(by=fremder, photo=photo, to=0),
        lambda: photo_actions.remove(by=fremder, photo=photo),
        lambda: photo_actions.describe(by=fremder, photo=photo, stage="after", alt="x"),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert len(stored()) == 3


def test_ready_photo_cannot_keep_its_upload(photo) -> None:
    with pytest.raises(IntegrityError):
        Photo.objects.filter(pk=photo.pk).update(raw="incoming/x")

"""Who gets the bytes of a photo, and with which headers (law 4)."""

import uuid

import pytest
from django.urls import reverse

from network.profiles.models import Block, Profile
from network.samples.models import WorkSample
from tests.samples.conftest import make_photo


def address(photo, width: int = 640) -> str:
    return reverse("samples:file", args=[photo.pk, width])


def test_everyone_sees_a_shown_photo(client, photo) -> None:
    answer = client.get(address(photo))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/webp"
    assert answer["Content-Disposition"] == 'inline; filename="handschlag-640.webp"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["Cache-Control"] == "private, no-cache"  # law 3
    assert b"".join(answer.streaming_content).startswith(b"RIFF")


def test_known_photo_is_not_sent_again(client, photo) -> None:
    etag = client.get(address(photo))["ETag"]
    assert client.get(address(photo), headers={"if-none-match": etag}).status_code == 304
    assert client.head(address(photo)).status_code == 200
    assert client.post(address(photo)).status_code == 405


def test_photo_hidden_meanwhile_is_not_confirmed_to_a_cache(client, photo) -> None:
    etag = client.get(address(photo))["ETag"]
    WorkSample.objects.update(shown=False)
    assert client.get(address(photo), headers={"if-none-match": etag}).status_code == 404


def test_owner_sees_it_hidden_or_with_the_page_off(client, anna, photo) -> None:
    WorkSample.objects.update(shown=False)
    Profile.objects.update(visibility="off", searchable=False, public=False)
    client.force_login(anna)
    assert client.get(address(photo)).status_code == 200


@pytest.mark.parametrize("who", ["nobody", "fremder", "rita"])
def test_hidden_sample_gives_404(client, photo, who, fremder, rita) -> None:
    WorkSample.objects.update(shown=False)
    sign_in(client, who, fremder, rita)
    assert client.get(address(photo)).status_code == 404


@pytest.mark.parametrize(
    ("visibility", "who", "status"),
    [
        ("off", "nobody", 404),
        ("off", "fremder", 404),
        ("off", "rita", 404),
        ("link", "nobody", 200),
        ("employers", "nobody", 404),
        ("employers", "fremder", 404),
        ("employers", "rita", 200),
        ("everyone", "nobody", 200),
    ],
)
def test_visibility_of_the_page_holds_for_its_photos(client, photo, visibility, who, status, fremder, rita) -> None:
    Profile.objects.update(visibility=visibility, searchable=False, public=False)
    sign_in(client, who, fremder, rita)
    assert client.get(address(photo)).status_code == status


def test_blocked_employer_gets_404(client, photo, anna, rita, talheim) -> None:
    client.force_login(rita)
    assert client.get(address(photo)).status_code == 200
    Block.objects.create(profile=anna.profile, employer=talheim)
    assert client.get(address(photo)).status_code == 404


def test_unknown_width_waiting_photo_and_unknown_photo_give_404(client, photo, sample) -> None:
    assert client.get(address(photo, 1280)).status_code == 404
    assert client.get(address(make_photo(sample, state="waiting"))).status_code == 404
    assert client.get(reverse("samples:file", args=[uuid.uuid4(), 640])).status_code == 404


def test_cost_of_a_photo(client, photo, rita, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(2):
        client.get(address(photo))
    client.force_login(rita)
    client.get(address(photo))  # the first request also notes the session
    with django_assert_max_num_queries(10):  # 7 of them are the session's
        client.get(address(photo))


def sign_in(client, who: str, fremder, rita) -> None:
    if who != "nobody":
        client.force_login({"fremder": fremder, "rita": rita}[who])

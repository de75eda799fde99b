"""No address of Anna's samples answers anybody else: 404, and nothing changes."""

import pytest
from django.urls import reverse

from network.samples.models import Photo, WorkSample
from tests import factories
from tests.samples.conftest import stored

OWN = ["one", "text", "when", "consent", "delete", "photos"]
OF_PHOTO = ["photo", "move", "agree", "same", "remove-photo"]
EVERYTHING = {
    "title": "x", "asked": "x", "did": "x", "share": "x", "shown": "0", "nobody": "on", "agreed": "on", "photos": "x",
    "stage": "before", "alt": "x", "turn": "0", "to": "0", "people": "nobody", "place": "no",
    "firm": "own", "readable": "nothing",
}  # fmt: skip


def addresses(photo: Photo) -> list[str]:
    own = [reverse(f"samples:{name}", args=[photo.sample_id]) for name in OWN]
    return own + [reverse(f"samples:{name}", args=[photo.sample_id, photo.pk]) for name in OF_PHOTO]


def state() -> tuple[object, ...]:
    return list(WorkSample.objects.values()), list(Photo.objects.values()), stored()


@pytest.mark.parametrize("has_page", [False, True])
def test_stranger_gets_404_everywhere(client, photo, fremder, elektro, has_page) -> None:
    if has_page:
        factories.make_profile(fremder, elektro)
    client.force_login(fremder)
    before = state()
    for url in addresses(photo):
        assert client.get(url).status_code == 404, url
        assert client.post(url, EVERYTHING).status_code == 404, url
    assert state() == before


def test_signed_out_visitor_is_asked_to_sign_in(client, photo) -> None:
    before = state()
    for url in [
        *addresses(photo),
        reverse("samples:list"),
        reverse("samples:new"),
        reverse("samples:write", args=["piece"]),
    ]:
        assert client.get(url).status_code == 302
        assert client.post(url, EVERYTHING).url.startswith(reverse("account_login"))
    assert state() == before


def test_photo_under_the_wrong_sample_gives_404(client, photo, fremder, elektro, anna) -> None:
    from tests.samples.conftest import make_sample

    other = make_sample(anna)
    client.force_login(anna)
    for name in OF_PHOTO:
        assert client.get(reverse(f"samples:{name}", args=[other.pk, photo.pk])).status_code == 404


def test_person_without_a_page_of_their_own_gets_404(client, monika) -> None:
    client.force_login(monika)
    for name in ("list", "new"):
        assert client.get(reverse(f"samples:{name}")).status_code == 404


def test_looking_changes_nothing(client, photo, anna) -> None:
    client.force_login(anna)
    before = state()
    for url in addresses(photo):
        leads_on = url.endswith(("/move/", "/same/"))  # to the photos, and on: there is no other photo
        assert client.get(url).status_code == (302 if leads_on else 200), url
    assert state() == before

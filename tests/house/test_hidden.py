"""Law 4 to the byte: where a blocked firm asks for somebody, it gets what it gets for somebody who was never there."""

import re

import pytest

from network.profiles.models import Block
from references import actions
from references.models import Reference
from tests.house.world import build, commit_at_once

pytestmark = pytest.mark.django_db
ADDRESSES = [
    "/p/{handle}/",
    "/p/{handle}/offer/",
    "/p/{handle}/offer/check/",
    "/v/{reference}/",
    "/photo/{photo_id}/{width}.webp",
]
NOBODY = {"handle": "bbbbbbbbbb", "reference": "bbbbbbbbbb", "photo_id": "00000000-0000-4000-8000-000000000000"}


def told(answer, path: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and body, without the address itself and the token of the form that no two answers share."""
    body = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode()).replace(path, "")
    return answer.status_code, {k: v for k, v in answer.headers.items() if k != "Content-Length"}, body


@pytest.mark.parametrize("address", ADDRESSES)
def test_blocked_firm_cannot_tell_hidden_from_never_there(
    monkeypatch, anna, brandt, monika, talheim, rita, fremder, fuerth, address
):
    commit_at_once(monkeypatch)
    world = build(anna, brandt, monika, talheim, rita, fremder, fuerth)
    reference = Reference.objects.get()
    actions.release(by=anna, reference=reference)
    there = {**world.objects[""], "reference": reference.public_id}
    hidden, never = address.format(**there), address.format(**{**there, **NOBODY})
    browser = world.client("rita")
    assert browser.get(hidden).status_code == 200 or "check" in hidden
    Block.objects.create(profile=anna.profile, employer=talheim)
    for headers in (
        {},
        {"if-none-match": "*"},
        {"range": "bytes=0-1"},
        {"if-modified-since": "Mon, 01 Jan 2024 00:00:00 GMT"},
    ):
        for method in ("get", "head", "post", "put", "options"):
            ask = getattr(browser, method)
            assert told(ask(hidden, headers=headers), hidden) == told(ask(never, headers=headers), never)

"""Law 4 to the byte: where a blocked firm asks for somebody, it gets what it gets for somebody who was never there."""

import re
from html import escape
from urllib.parse import urlencode

import pytest

from network.profiles import actions as profiles
from network.profiles import passes
from network.profiles.models import Block
from references import actions
from references.models import Reference
from tests.committing import commit_at_once
from tests.house.world import build

pytestmark = pytest.mark.django_db
ADDRESSES = [
    "/p/{handle}/",
    "/p/{handle}/offer/",
    "/employer/{public_id}/shortlist/{handle}/",
    "/p/{handle}/offer/check/",
    "/v/{reference}/",
    "/v/{reference}/how/",
    "/photo/{photo_id}/{width}.webp",
    "/photo/{photo_id}/{width}.webp?{photo_pass}",
    "/v/{reference}/?{reference_pass}",
    "/v/{reference}/how/?{reference_pass}",
    "/s/{share}/",
    "/s/{ended}/",
]
NOBODY = {
    "share": "x",
    "ended": "x",
    "photo_pass": "with=1:sample:1:x",
    "reference_pass": "with=1:reference:bbbbbbbbbb:x",
    "handle": "bbbbbbbbbb",
    "reference": "bbbbbbbbbb",
    "photo_id": "00000000-0000-4000-8000-000000000000",
}


def told(answer, path: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and body, without the address itself, the second and the token of the form that no two answers share."""
    body = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode()).replace(escape(path), "")
    return answer.status_code, {k: v for k, v in answer.headers.items() if k not in ("Content-Length", "Expires")}, body


def links(anna, reference, photo_id) -> dict[str, str]:
    """A share link that names a sample and a reference, its passes, and one that has ended."""
    keys = [anna.profile.samples.get(photos=photo_id).key, reference.key_of_item]
    said = {"by": anna, "profile": anna.profile, "name": "x", "items": keys, "days": 7}
    shared, ended = profiles.share(**said, once="a"), profiles.share(**said, once="b")
    profiles.end_share(by=anna, share=ended.share)
    photo_pass, reference_pass = (urlencode({passes.NAME: passes.make(shared.share.pk, key)}) for key in keys)
    return {"share": shared.token, "ended": ended.token, "photo_pass": photo_pass, "reference_pass": reference_pass}


@pytest.mark.parametrize("address", ADDRESSES)
def test_blocked_firm_cannot_tell_hidden_from_never_there(
    monkeypatch, anna, brandt, monika, talheim, rita, fremder, fuerth, address
):
    commit_at_once(monkeypatch)
    world = build(anna, brandt, monika, talheim, rita, fremder, fuerth)
    reference = Reference.objects.get()
    actions.release(by=anna, reference=reference)
    there = {
        **world.objects[""],
        "reference": reference.public_id,
        **links(anna, reference, world.objects[""]["photo_id"]),
    }
    hidden, never = address.format(**there), address.format(**{**there, **NOBODY})
    browser = world.client("rita")
    assert browser.get(hidden).status_code == (410 if "ended" in address else 200) or "check" in hidden
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


def test_sitemap_of_a_blocked_firm_is_that_of_nobody(client, anna, rita, talheim):
    profiles.choose_engines(by=anna, profile=anna.profile, indexable=True)
    client.force_login(rita)
    assert anna.profile.handle in client.get("/sitemap-people.xml").content.decode()
    Block.objects.create(profile=anna.profile, employer=talheim)
    hidden = client.get("/sitemap-people.xml")
    profiles.choose_engines(by=anna, profile=anna.profile, indexable=False)
    assert told(hidden, "") == told(client.get("/sitemap-people.xml"), "")

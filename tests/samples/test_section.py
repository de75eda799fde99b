"""The samples on the public page: what stands there for one and for twelve photos, and what the page weighs."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from network.samples import rules
from network.samples.models import Photo
from tests.samples.conftest import AGREED, make_photo, make_sample

MOST = 30 * 1024
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def page_of(client, anna) -> str:
    return client.get(reverse("profiles:page", args=[anna.profile.handle])).content.decode()


def weight(path: str) -> int:
    found = finders.find(path)
    assert found, path
    return len(gzip.compress(Path(found).read_bytes(), 6))


def loaded(html: str) -> set[str]:
    """Styles and scripts of the page, and the modules that its script fetches for what stands on it."""
    names = set(re.findall(r"/static/(ui/[\w./-]+\.(?:css|js))", html))
    script = Path(finders.find("ui/page.js")).read_text(encoding="utf-8")
    wanted = re.findall(r'querySelector\("\[(data-\w+)\]"\)\) import\("\./(\w+\.js)"\)', script)
    assert ("data-compare", "compare.js") in wanted
    return names | {f"ui/{module}" for mark, module in wanted if mark in html}


@pytest.mark.parametrize("pair", [True, False])
def test_slider_is_fetched_only_where_a_pair_stands(client, anna, sample, pair: bool) -> None:
    make_photo(sample, stage="before" if pair else "during")
    make_photo(sample, stage="after")
    assert ("ui/compare.js" in loaded(page_of(client, anna))) == pair


def test_page_with_a_pair_weighs_at_most_30_kilobytes(client, anna, sample) -> None:
    for stage in ("before", "after"):
        make_photo(sample, stage=stage)
    html = page_of(client, anna)
    assert len(gzip.compress(html.encode(), 6)) + sum(weight(name) for name in loaded(html)) <= MOST


def test_twelve_photos_stand_in_order(client, anna, sample) -> None:
    made = [make_photo(sample, stage="during", state="waiting") for _ in range(rules.MOST_PHOTOS)]
    for photo in made:
        Photo.objects.filter(pk=photo.pk).update(
            state="ready", raw="", width=640, height=480, widths=[320, 640], agreed_at=sample.consent_at, **AGREED
        )
    shown = re.findall(r'src="/photo/([\w-]+)/640\.webp"', page_of(client, anna))
    assert shown == [str(photo.pk) for photo in made]


def test_sample_without_photos_and_with_a_long_title(client, anna) -> None:
    title = LONG[:80]
    make_sample(anna, title=title, did="أصلحت المحرك", result="<b>fett</b>")
    html = page_of(client, anna)
    assert f"<bdi>{title}</bdi>" in html
    assert "<bdi>أصلحت المحرك</bdi>" in html
    assert "&lt;b&gt;fett" in html
    assert 'class="pair"' not in html

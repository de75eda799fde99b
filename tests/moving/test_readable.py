"""index.html and the readable references: complete, and nothing is loaded from anywhere."""

import re

import pytest

from tests.moving.conftest import packed

pytestmark = pytest.mark.django_db


def test_page_shows_everything_and_its_pictures(full):
    box = packed(full)
    html = box.read("index.html").decode()
    for words in (
        "Anna Gärtner",
        "Elektro Brandt",
        "Geheim GmbH",
        "Staplerschein",
        "Verteiler",
        "Noch geheim",
        "Sehr genau.",
    ):
        assert words in html
    shown = re.findall(r'<img[^>]*src="([^"]*)"', html)
    assert shown
    assert set(shown) <= set(box.namelist())


@pytest.mark.parametrize("part", ["index.html", "references"])
def test_page_loads_nothing(full, part):
    box = packed(full)
    for name in box.namelist():
        if name.startswith(part) and name.endswith(".html"):
            html = box.read(name).decode()
            assert not re.search(r"<(?:script|link|iframe|object|embed|form)\b|srcset=|@import|url\(", html)
            assert not re.search(r'src="(?:https?:|//|/)', html)
            assert not re.search(r'href="/', html)


def test_page_speaks_the_language_of_the_reader(full):
    assert '<html lang="de"' in packed(full, "de").read("index.html").decode()
    english = packed(full, "en").read("index.html").decode()
    assert '<html lang="en"' in english
    assert "What else is in this archive" in english


def test_page_says_what_a_reference_is_not(full):
    box = packed(full)
    name = next(each for each in box.namelist() if each.startswith("references/") and each.endswith(".html"))
    assert "ersetzt kein Arbeitszeugnis" in box.read(name).decode()


def test_page_escapes_what_people_type(full):
    full.profile.about = "<script>alert(1)</script>"
    full.profile.save()
    assert "<script" not in packed(full).read("index.html").decode()

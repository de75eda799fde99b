"""The German of the pages."""

import re
from pathlib import Path

import polib
import pytest

CATALOGUE = Path(__file__).resolve().parent.parent.parent / "locale/de/LC_MESSAGES/django.po"
BANNED = re.compile(r"\b(bitte|leider|ungültig\w*|pflichtfeld\w*|formular\w*|oops|hoppla)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def entries():
    return polib.pofile(str(CATALOGUE))


def test_german_is_complete(entries):
    assert [e.msgid for e in entries if not e.translated() or e.fuzzy] == []


def test_german_has_no_banned_words(entries):
    assert [e.msgstr for e in entries if BANNED.search(e.msgstr)] == []


def test_placeholders_survive_translation(entries):
    for e in entries:
        for text in [e.msgstr] if e.msgstr else e.msgstr_plural.values():
            wanted = set(re.findall(r"%\(\w+\)[sd]", e.msgid + e.msgid_plural))
            assert set(re.findall(r"%\(\w+\)[sd]", text)) <= wanted, e.msgid
            if not e.msgid_plural:
                assert set(re.findall(r"%\(\w+\)[sd]", text)) == wanted, e.msgid


def test_paragraph_sign_keeps_its_number(entries):
    assert [e.msgstr for e in entries if re.search(r"§ \d", e.msgstr)] == []

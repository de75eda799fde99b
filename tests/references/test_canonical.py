import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from references.canonical import NotCanonical, canonical, is_plain, one_line, plain

texts = st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"]), max_size=20).filter(is_plain)
trees = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcdef", max_size=3), inner, max_size=4),
    max_leaves=12,
)


@given(trees)
def test_canonical_is_stable_when_read_back(tree):
    assert canonical(json.loads(canonical(tree))) == canonical(tree)


@given(st.dictionaries(st.text("abcdef", max_size=3), texts))
def test_canonical_does_not_depend_on_order(data):
    assert canonical(dict(reversed(data.items()))) == canonical(data)


def test_canonical_composes_text():
    assert canonical(unicodedata.normalize("NFD", "Müller")) == '"Müller"'.encode()


def test_canonical_keeps_arabic_and_joiners():
    name = "محمد \u200dعلي"
    assert json.loads(canonical({"name": name})) == {"name": name}


@pytest.mark.parametrize("bad", ["a\x00b", "a\nb", "a\x7f", "\u202egnirts", "\ud800", "\u2028", "\u2066x"])
def test_canonical_refuses_what_cannot_be_seen(bad):
    with pytest.raises(NotCanonical):
        canonical({"text": bad})


@pytest.mark.parametrize("bad", [1.5, float("nan"), 2**60, b"bytes", object(), {1: "a"}])
def test_canonical_refuses_other_kinds(bad):
    with pytest.raises(NotCanonical):
        canonical(bad)


def test_canonical_refuses_keys_that_become_one():
    with pytest.raises(NotCanonical):
        canonical({"ü": 1, unicodedata.normalize("NFD", "ü"): 2})


@given(st.text())
def test_plain_text_can_be_signed(text):
    canonical(plain(text))


def test_one_line_joins_lines():
    assert one_line(" Eine\r\nZeile \t mehr ") == "Eine Zeile mehr"

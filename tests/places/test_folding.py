import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.places.folding import fold, key
from network.places.names import Fit, Name, Typed


@given(st.text())
def test_fold_any_text_leaves_plain_words(text):
    folded = fold(text)
    assert re.fullmatch(r"([a-z0-9]+( [a-z0-9]+)*)?", folded)
    assert fold(folded) == folded


@given(st.text())
def test_key_any_text_is_idempotent(text):
    assert key(key(text)) == key(text)


@given(st.text(), st.text())
def test_fit_any_text_never_raises(text, name):
    assert Typed(text).fit(Name.of(name), "Bayern") in Fit


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Fürth", "fuerth"),
        ("Fu\u0308rth", "fuerth"),
        ("FUERTH", "fuerth"),
        ("Fürth (Bay)", "fuerth bay"),
        ("Gießen", "giessen"),
        ("GIEẞEN", "giessen"),
        ("Café-Straße 3", "cafe strasse 3"),
        ("  St.\u00a0Ingbert ", "st ingbert"),
        ("<b>'; --", "b"),
    ],
)
def test_fold_examples(text, folded):
    assert fold(text) == folded


def test_fold_plain_u_is_not_an_umlaut():
    assert fold("Furth") != fold("Fürth")


def test_key_sankt_is_st():
    assert key("Sankt Augustin") == key("St. Augustin") == "st augustin"

"""Names in sentences of another direction."""

import pytest

from network.ui.text import apart


@pytest.mark.parametrize("name", ["Anna G.", "Łukasz Żak", "Müller-Öztürk", ""])
def test_name_in_latin_letters_stays_as_it_is(name):
    assert apart(name) == name


@pytest.mark.parametrize("name", ["ليلى خ.", "אנה ג."])
def test_name_from_right_to_left_stands_apart(name):
    assert apart(name) == f"\u2068{name}\u2069"

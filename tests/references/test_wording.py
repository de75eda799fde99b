import pytest
from hypothesis import given
from hypothesis import strategies as st

from references.wording import hints

CODED = [
    "Sie erledigte alles stets zu unserer vollsten Zufriedenheit.",
    "zu unserer vollen Zufriedenheit",
    "Im Großen und Ganzen war es gut.",
    "Er hat sich bemüht.",
    "Sie war STETS BEMÜHT, alles zu schaffen",
    "Er tat es nach besten Kräften.",
    "ein geselliger Kollege",
    "im Rahmen seiner Fähigkeiten",
    "im Rahmen ihrer Möglichkeiten",
    "Sie zeigte reges Interesse.",
    "Er war immer pünktlich.",
    "Nach der Elternzeit kam sie zurück.",
    "Sie war selten krank.",
    "Er ist in der Gewerkschaft.",
    "spricht wie ein Muttersprachler",
    "mit Kopftuch",
]
PLAIN = [
    "",
    "Am liebsten hätte ich 3 von ihr gehabt. Sie fehlt uns auf dem Bau.",
    "Kommt pünktlich, erklärt den Azubis jeden Handgriff und räumt auf.",
    "Hat die ganze Station im Griff behalten, als wir zu zweit waren.",
    "Interessiert sich für neue Anlagen und baut sie dann auch ein.",
    "Die Kundinnen fragen nach ihm.",
    "Arbeitet sauber und kennt den Rahmen der Tür.",
    "Achtet auf die Gesundheit der Bewohner.",
    "Hat als Krankenschwester auf der 3 gearbeitet.",
]


@pytest.mark.parametrize("text", CODED)
def test_coded_words_get_one_hint_with_an_alternative(text):
    found = hints(text)
    assert len(found) == 1
    assert str(found[0].read_as)
    assert str(found[0].instead)
    assert found[0].words.casefold() in text.casefold()


@pytest.mark.parametrize("text", PLAIN)
def test_plain_words_get_none(text):
    assert hints(text) == []


def test_each_kind_is_named_once_in_its_order():
    text = "Er war gesellig und bemüht, sehr bemüht, zu unserer Zufriedenheit."
    assert [hint.words for hint in hints(text)] == ["gesellig", "bemüht", "zu unserer Zufriedenheit"]


@given(st.text(max_size=500))
def test_any_text_is_read(text):
    assert all(hint.words for hint in hints(text))

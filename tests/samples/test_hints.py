import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.samples import diagnoses, hints


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Im Zimmer 12 war es laut", "Zimmer 12"),
        ("Zi. 4b links", "Zi. 4b"),
        ("zimmer nr. 7", "zimmer nr. 7"),
        ("am 3.5.1938 geboren", "3.5.1938"),
        ("am 03. 05. 38", "03. 05. 38"),
        ("3. Mai 1938", "3. Mai 1938"),
        ("Jahrgang 1941 und rüstig", "Jahrgang 1941"),
        ("Frau Gärtner läuft nachts", "Frau Gärtner"),
        ("mit Herrn K. geübt", "Herrn K."),
        ("Hr. Dr. Özdemir", "Hr. Dr. Özdemir"),
        ("Eine Frau mit Demenz", "Demenz"),
        ("ein dementer Bewohner", "dementer"),
        ("Nach dem Schlaganfall sprach sie wieder", "Schlaganfall"),
        ("nach einem SCHLAGANFALL", "SCHLAGANFALL"),
        ("a person with dementia", "dementia"),
        ("after a heart attack", "heart attack"),
        ("mit Brustkrebs", "Brustkrebs"),
        ("MRSA im Haus", "MRSA"),
        ("laut Akte F32.1", "F32.1"),
        ("E11.90, neu eingestellt", "E11.90"),
        ("ICD-10: G30", "ICD-10: G30"),
    ],
)
def test_telling_words_are_pointed_at(text: str, found: str) -> None:
    assert [hint.found for hint in hints.in_text(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Eine Frau, die viel lief",
        "Auf der Demenzstation war es ruhig",
        "Eine Fortbildung zu Demenz-WGs",
        "Quiet nights on the dementia ward",
        "Die Parkinson-Gruppe turnt im Garten",
        "Im Fall eines Bruchs der Welle dreht der Kran nicht",
        "Wir haben dementsprechend gewartet",
        "walking aids and hearing aids",
        "Vitamin B12, Schraube M12, Blatt A4",
        "IP 44.5 und Version 10.2",
        "Der Herr rief nachts oft",
        "2 Nächte ruhig, 3 Kollegen",
        "34 Stromkreise 1.5 mm",
        "",
        "Raum für Ruhe",
    ],
)
def test_plain_words_are_left_alone(text: str) -> None:
    assert hints.in_text(text) == []


def test_every_place_is_named_once_in_order() -> None:
    found = hints.in_text("Frau Berg, Zimmer 3", "Frau Berg wieder")
    assert [hint.found for hint in found] == ["Frau Berg", "Zimmer 3"]


SAID = st.sampled_from(
    [
        "Demenz",
        "Diabetes",
        "Epilepsie",
        "COPD",
        "leukaemia",
        "Leukämie",
        "Lungenentzündung",
        "multiple sclerosis",
        "C50.1",
    ]
)
AROUND = st.text("abcxyzäöü ,.\n", max_size=60)


@given(AROUND, SAID, AROUND)
def test_diagnosis_is_found_wherever_it_stands(before: str, said: str, after: str) -> None:
    assert said in [hint.found for hint in hints.in_text(f"{before} {said} {after}")]


@given(st.lists(st.text(max_size=400), max_size=6))
def test_whatever_is_typed_the_words_found_are_those_typed(texts: list[str]) -> None:
    for hint in hints.in_text(*texts):
        assert any(hint.found in text for text in texts)
        assert str(hint.says)


@pytest.mark.parametrize("piece", ["a", "krebs", "Herr ", "1.", "dement", "A12", "multiple ", "- "])
def test_long_texts_are_read_at_once(piece: str) -> None:
    """Would take minutes if a pattern went back and forth."""
    hints.in_text((piece * 20_000)[:20_000])


def test_words_of_the_list_stand_there_once() -> None:
    words = diagnoses._WHOLE.split()
    assert len(set(words)) == len(words)
    assert all(re.compile(word) for word in words)


def test_every_hint_says_how_to_say_it_without() -> None:
    for text in ("Frau Berg", "Zimmer 3", "3.5.1938", "Demenz"):
        [hint] = hints.in_text(text)
        assert "“" in str(hint.says) or "„" in str(hint.says)

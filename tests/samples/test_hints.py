import pytest

from network.samples import hints


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
    ],
)
def test_telling_words_are_pointed_at(text: str, found: str) -> None:
    assert [hint.found for hint in hints.in_text(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Eine Frau mit Demenz",
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

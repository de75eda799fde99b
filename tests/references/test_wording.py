"""What the hint points out in own words (law 5), and what it leaves alone. Sources: domain.md d.1; § 109 (2) GewO, AGG § 1, GDPR Art. 9."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from references import wording
from references.coded import PATTERNS, Kind
from references.wording import hints

PUNCTUAL = "punctual"
READ = {id(words[0]): kind.value for kind, words in wording._WORDS.items()} | {id(wording._PUNCTUAL[0]): PUNCTUAL}

CODED = [
    # the ladder of grades
    ("Sie erledigte alles stets zu unserer vollsten Zufriedenheit.", "grade-1"),
    ("Er arbeitete jederzeit zur allervollsten Zufriedenheit", "grade-1"),
    ("Always to our complete satisfaction.", "grade-1"),
    ("Er zeigte stets sehr gute Leistungen.", "grade-1"),
    ("stets zu unserer vollen Zufriedenheit", "grade-2"),
    ("zu unserer vollsten Zufriedenheit", "grade-2"),
    ("always to our full satisfaction", "grade-2"),
    ("zu unserer vollen Zufriedenheit", "grade-3"),
    ("immer zu meiner Zufriedenheit", "grade-3"),
    ("to our full satisfaction", "grade-3"),
    ("Sie arbeitete zu unserer Zufriedenheit.", "grade-4"),
    ("mit ihren Leistungen zufrieden", "grade-4"),
    ("Das entsprach unseren Erwartungen.", "grade-4"),
    ("He worked to our satisfaction.", "grade-4"),
    ("Im Großen und Ganzen war es gut.", "grade-5"),
    ("im Wesentlichen in Ordnung", "grade-5"),
    ("insgesamt zu unserer Zufriedenheit", "grade-5"),
    ("On the whole we were satisfied.", "grade-5"),
    ("Er hat sich bemüht.", "tried"),
    ("Sie war STETS BEMÜHT, alles zu schaffen", "tried"),
    ("Er tat es nach besten Kräften.", "tried"),
    ("Sie gab sich große Mühe.", "tried"),
    ("He tried his best.", "tried"),
    ("She made every effort.", "tried"),
    # as people type
    ("Er hat sich bemueht.", "tried"),
    ("Er hat sich be\u00admüht.", "tried"),
    ("Er hat sich bemu\u0308ht.", "tried"),
    ("zu unserer\nvollen   Zufriedenheit", "grade-3"),
    ("zu unserer vollen Zufrie-\ndenheit", "grade-3"),
    ("IM GROSSEN UND GANZEN", "grade-5"),
    # half said
    ("ein geselliger Kollege", "social"),
    ("Er trug zur Verbesserung des Betriebsklimas bei.", "social"),
    ("Einfühlungsvermögen für die Belegschaft", "social"),
    ("a sociable colleague", "social"),
    ("im Rahmen seiner Fähigkeiten", "within"),
    ("im Rahmen ihrer Möglichkeiten", "within"),
    ("ihren Fähigkeiten entsprechend", "within"),
    ("within his abilities", "within"),
    ("to the best of her ability", "within"),
    ("Sie zeigte reges Interesse.", "interest"),
    ("Er war mit Interesse dabei.", "interest"),
    ("She showed great interest.", "interest"),
    ("Er war immer pünktlich.", PUNCTUAL),
    ("Pünktlichkeit", PUNCTUAL),
    ("She was always on time.", PUNCTUAL),
    # double negation
    ("Er war nicht unpünktlich.", "negated"),
    ("nicht unfreundlich zu den Gästen", "negated"),
    ("Es gab keine Beanstandungen.", "negated"),
    ("gab keinen Anlass zur Klage", "negated"),
    ("Da war nichts auszusetzen.", "negated"),
    ("There were no complaints.", "negated"),
    ("not unfriendly", "negated"),
    # between the lines
    ("Er wusste sich gut zu verkaufen.", "between"),
    ("zeigte Verständnis für seine Arbeit", "between"),
    ("Die Aufgaben hat er ordnungsgemäß erledigt.", "between"),
    ("Wir trennten uns in gegenseitigem Einvernehmen.", "between"),
    ("Wir wünschen ihm alles Gute, vor allem Gesundheit.", "between"),
    ("He knows how to sell himself.", "between"),
    # not ours to say
    ("Sie war selten krank.", "health"),
    ("trotz ihrer Behinderung", "health"),
    ("Er hatte keine Fehlzeiten.", "health"),
    ("She was rarely sick.", "health"),
    ("Nach der Elternzeit kam sie zurück.", "family"),
    ("als Mutter von zwei Kindern", "family"),
    ("Er ist geschieden.", "family"),
    ("a single mother", "family"),
    ("Er ist in der Gewerkschaft.", "union"),
    ("Sie saß im Betriebsrat.", "union"),
    ("setzte sich für die Belange der Belegschaft ein", "union"),
    ("active in the works council", "union"),
    ("mit Kopftuch", "belief"),
    ("Er ist Muslim.", "belief"),
    ("a devout christian", "belief"),
    ("spricht wie ein Muttersprachler", "origin"),
    ("Für einen Ausländer gut.", "origin"),
    ("a native speaker", "origin"),
    ("unsere junge Kollegin", "age"),
    ("Er ist noch recht jung.", "age"),
    ("ein älterer Mitarbeiter", "age"),
    ("für sein Alter flott", "age"),
    ("very quick for her age", "age"),
    ("Für eine Frau packt sie zu.", "sex"),
    ("steht ihren Mann", "sex"),
    ("strong for a woman", "sex"),
]
PLAIN = [
    "",
    "Am liebsten hätte ich 3 von ihr gehabt. Sie fehlt uns auf dem Bau.",
    "Kommt pünktlich, erklärt den Azubis jeden Handgriff und räumt auf.",
    "Hat die ganze Station im Griff behalten, als wir zu zweit waren.",
    "Interessiert sich für neue Anlagen und baut sie dann auch ein.",
    "Jeden Interessenten hat sie zurückgerufen.",
    "Die Kundinnen fragen nach ihm.",
    "Arbeitet sauber und kennt den Rahmen der Tür.",
    "Im Rahmen des Umbaus hat er die Heizung getauscht.",
    "Hat die Gesellenprüfung abgenommen und Gesellen geführt.",
    "Eine Gesellschaft aus dem Ort hat sie gleich wieder gebucht.",
    "Trägt auch mühelos die schweren Platten.",
    "Mit vereinten Kräften war das Dach in zwei Tagen zu.",
    "Hat die Beanstandungen der Prüferin am selben Tag behoben.",
    "Nicht unter Strom, sondern freigeschaltet: so arbeitet er.",
    "Achtet auf die Gesundheit der Bewohner.",
    "Hat als Krankenschwester auf der 3 gearbeitet.",
    "Hat die Ausbildung in der Krankenpflege geleitet.",
    "Kennt die Krankheiten der Obstbäume.",
    "Hat Kranke mit dem Krankentransport gefahren.",
    "Arbeitet mit Menschen mit Behinderung.",
    "Betreut Schwangere vor der Geburt.",
    "Hat das Gewerkschaftshaus in der Altstadt gestrichen.",
    "Stellt Streifen und Fugen genau ein.",
    "Verkauft auf dem Christkindlmarkt und behält die Ruhe.",
    "Christian und Christine haben die Halle geräumt.",
    "Hat mit dem Gläubiger einen Plan gemacht.",
    "Hat Jungpflanzen pikiert und Jungtiere versorgt.",
    "Dreht Mutter und Schraube mit dem richtigen Moment.",
    "Hat den Alten Markt gepflastert.",
    "Bringt alte Anlagen und ältere Motoren zum Laufen.",
    "Lediglich der Kran hat gefehlt.",
    "Ihr ehemaliger Chef und seine Eheringe, das war nicht das Thema.",
    "Fachgerecht, wie im Familienbetrieb gelernt.",
    "Fragt die Herkunft der Ware nach.",
    "Hat im Flüchtlingsheim die Elektrik erneuert.",
    "Die Mannschaft hört auf sie, auch die Leute vom Nachbarlos.",
    "Spricht Deutsch auf B2 und übersetzt auf der Baustelle.",
    "Frau Brandt und Herr Yıldız haben die Anlage übergeben.",
    "Tried and tested: her way of stacking pallets.",
    "Fitted the pipe union and the single cable.",
    "Removed foreign matter from the old boiler.",
    "Cares for ill animals at night.",
    "Christian fixed the lift in an hour.",
    "Planted young trees along the old wall.",
    "Came on time, swept the site and labelled every circuit in the flat.",
]


def kinds(text: str) -> list[str]:
    return [READ[id(hint.read_as)] for hint in hints(text)]


@pytest.mark.parametrize(("text", "kind"), CODED)
def test_coded_words_get_one_hint_with_an_alternative(text, kind):
    (hint,) = hints(text)
    assert READ[id(hint.read_as)] == kind
    assert str(hint.instead)
    assert hint.words


@pytest.mark.parametrize("text", PLAIN)
def test_plain_words_get_none(text):
    assert kinds(text) == []


def test_every_kind_has_a_row_and_words_of_its_own():
    assert {kind for _text, kind in CODED} == {kind.value for kind in Kind} | {PUNCTUAL}
    said = {str(words[0]) for words in [*wording._WORDS.values(), wording._PUNCTUAL]}
    assert len(said) == len(Kind) + 1
    assert len(CODED) + len(PLAIN) >= 80
    assert set(PATTERNS) == set(Kind)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Er hat sich be\u00admüht, sagt man.", "be\u00admüht"),
        ("Sie war zu unserer\n\nvollen Zufriedenheit da.", "zu unserer\n\nvollen Zufriedenheit"),
        ("Im GROẞEN und Ganzen", "Im GROẞEN und Ganzen"),
        ("Er war stets bemueht!", "stets bemueht"),
    ],
)
def test_hint_names_the_words_as_they_were_typed(text, words):
    assert [hint.words for hint in hints(text)] == [words]


def test_each_kind_is_named_once_in_its_order():
    text = "Er war gesellig und bemüht, sehr bemüht, zu unserer Zufriedenheit."
    assert [hint.words for hint in hints(text)] == ["gesellig", "bemüht", "zu unserer Zufriedenheit"]


def test_words_of_one_grade_are_not_read_as_a_second_one():
    assert kinds("stets zu unserer vollsten Zufriedenheit, im Großen und Ganzen") == ["grade-1", "grade-5"]


SLOW = settings(deadline=1000)  # milliseconds; a pattern that explodes takes minutes
pieces = st.sampled_from(
    [
        *(
            "stets",
            "zu",
            "unserer",
            "vollen",
            "Zufriedenheit",
            "nicht",
            "un",
            "kein",
            "Anlass",
            "zur",
            "wünschen",
            "ihm",
        ),
        *(
            "insgesamt",
            "always",
            "to",
            "our",
            "largely",
            "satisf",
            "jung",
            "ist",
            "war",
            "mit",
            "ihrer",
            "-\n",
            "\u00ad",
            "a",
            "ß",
        ),
    ]
)


@SLOW
@given(st.text(max_size=500))
def test_any_text_is_read(text):
    assert all(hint.words for hint in hints(text))


@SLOW
@given(st.lists(pieces, max_size=250), st.sampled_from([" ", "", "\n", "  "]))
def test_text_made_of_half_a_pattern_is_read_quickly(words, between):
    hints(between.join(words)[:500])


@SLOW
@given(st.text(alphabet="aäouü zuU-\n\u00ad", max_size=500))
def test_letters_of_the_plain_text_know_where_they_come_from(text):
    flat, places = wording.plain(text)
    assert len(flat) == len(places)
    assert places == sorted(places)
    assert all(place < len(text) for place in places)

"""Every paper that people in these trades hold: its rule, what returns meanwhile, and the words they say for it."""

from datetime import date

import pytest

from network.occupations import catalogue, lookup
from network.occupations.models import QualificationKind
from network.occupations.validity import valid_until

# One row for each proof of the trades: what people call it, kind, rule, amount, months between duties, bound to one firm.
PROOFS = [
    ("Gesellenbrief", "gesellenbrief", "none", None, None, False),
    ("Facharbeiterbrief", "gesellenbrief", "none", None, None, False),
    ("Meisterbrief", "meisterbrief", "none", None, None, False),
    ("Staplerschein", "staplerschein", "yearly-duty", None, 12, False),
    ("Mitgängerflurförderzeug", "mitgaengerstapler", "yearly-duty", None, 12, True),
    ("Teleskopstapler", "teleskopstapler", "yearly-duty", None, 12, False),
    ("Schlüsselzahl 95", "fahrerqualifizierung", "years", 5, None, False),
    ("Fahrerqualifizierungsnachweis", "fahrerqualifizierung", "years", 5, None, False),
    ("Führerschein CE", "fuehrerschein-c-d", "years", 5, None, False),
    ("Führerschein D", "fuehrerschein-c-d", "years", 5, None, False),
    ("Gefahrgutschein", "adr", "years", 5, None, False),
    ("Ladungssicherung (VDI 2700)", "ladungssicherung", "none", None, None, False),
    ("Schweißerpass", "schweisser-stahl", "years", 3, 6, False),
    ("Aluschein", "schweisser-aluminium", "years", 2, 6, False),
    ("Elektrofachkraft", "elektrofachkraft", "yearly-duty", None, 12, False),
    ("EFKffT", "elektrofachkraft-festgelegt", "yearly-duty", None, 12, True),
    ("Kälteschein", "kaelteschein", "years", 7, None, False),
    ("TRGS 519", "asbest", "years", 6, None, False),
    ("SCC", "scc", "years", 10, None, False),
    ("SGU", "scc", "years", 10, None, False),
    ("SHK Kundendienst", "shk-kundendienst", "none", None, None, False),
    ("TRGI", "installateurverzeichnis", "none", None, None, True),
    ("TRWI", "installateurverzeichnis", "none", None, None, True),
    ("Hubarbeitsbühne", "hubarbeitsbuehne", "yearly-duty", None, 12, False),
    ("Kranschein", "kranschein", "yearly-duty", None, 12, False),
    ("PSAgA", "absturzsicherung", "yearly-duty", None, 12, False),
    ("Ersthelfer", "ersthelfer", "years", 2, None, False),
    ("Urkunde als Pflegefachkraft", "pflegefachkraft", "none", None, None, False),
    ("Pflegefachassistenz", "pflegehilfe", "none", None, None, False),
    ("Betreuungskraft nach 43b", "betreuungskraft", "yearly-duty", None, 12, False),
    ("Praxisanleitung", "praxisanleitung", "yearly-duty", None, 12, False),
    ("Wundexperte ICW", "wundexperte", "years", 5, 12, False),
    ("Wundzertifikat DGfW", "wundassistent", "years", 3, None, False),
    ("RbP", "rbp", "years", 2, None, False),
    ("Anerkennungsbescheid", "anerkennung", "none", None, None, False),
    ("B2-Zertifikat", "deutsch-zertifikat", "none", None, None, False),
    ("Validierung", "validierung", "none", None, None, False),
]
OLD_TITLES = {
    "pflegefachkraft": (
        "Gesundheits- und Krankenpfleger/in",
        "Gesundheits- und Krankenpflegerin",
        "Gesundheits- und Kinderkrankenpfleger",
        "Altenpfleger",
        "Altenpflegerin",
        "Krankenschwester",
        "Krankenpfleger",
        "Kinderkrankenschwester",
        "Pflegefachmann",
        "Pflegefachfrau",
    ),
    "pflegehilfe": (
        "Krankenpflegehelfer",
        "Krankenpflegehelferin",
        "Altenpflegehelfer",
        "Altenpflegehelferin",
        "Gesundheits- und Krankenpflegehelfer/in",
        "Krankenpflegehelfer/in",
        "Schwesternhelferin",
        "Pflegeassistent",
        "Pflegehelferin",
    ),
    "betreuungskraft": ("87b", "Betreuungsassistentin", "Alltagsbegleiterin"),
    "fahrerqualifizierung": ("Module", "BKF-Module"),
    "elektrofachkraft-festgelegt": ("EFKffT", "EFKfT"),
}


@pytest.fixture(scope="module")
def kinds() -> dict[str, QualificationKind]:
    return {kind.slug: kind for kind in catalogue.read().kinds}


@pytest.mark.parametrize(("called", "slug", "rule", "amount", "duty", "bound"), PROOFS, ids=[row[0] for row in PROOFS])
def test_proof_follows_its_rule(kinds, called, slug, rule, amount, duty, bound):
    kind = kinds[slug]
    assert (kind.rule, kind.amount, kind.duty_months, kind.bound_to_firm) == (rule, amount, duty, bound)
    assert all(kind.note[language].endswith(".") for language in ("de", "en"))
    assert kind.source


def test_proof_is_found_by_what_people_call_it(catalogue):
    found = {called: [hit.slug for hit in lookup.find_qualifications(called)][:1] for called, *_rest in PROOFS}
    assert found == {called: [slug] for called, slug, *_rest in PROOFS}


def test_old_titles_are_equal_to_new_ones(catalogue):
    found = {title: lookup.find_qualifications(title)[0].slug for titles in OLD_TITLES.values() for title in titles}
    assert found == {title: slug for slug, titles in OLD_TITLES.items() for title in titles}


def test_papers_from_before_a_law_hold_as_it_says(kinds):
    refrigerant = kinds["kaelteschein"]
    assert valid_until(refrigerant, date(2010, 5, 1)) == date(2029, 3, 12)
    assert valid_until(refrigerant, date(2024, 3, 10)) == date(2029, 3, 12)
    assert valid_until(refrigerant, date(2024, 3, 11)) == date(2031, 3, 11)


def test_no_sentence_of_a_note_is_long(kinds):
    for kind in kinds.values():
        for note in kind.note.values():
            plain = note.replace(".\N{NO-BREAK SPACE}", "")
            assert all(len(sentence.split()) <= 20 for sentence in plain.split(". ")), note

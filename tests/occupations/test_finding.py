"""What people type leads to what they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.occupations import lookup
from network.occupations.matching import LONGEST, Rank, _distance, key_of
from network.occupations.models import Occupation, Term
from network.ui.text import fold


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("elektrika", "elektroniker-energie-gebaeudetechnik"),
        ("Elektirker", "elektroniker-energie-gebaeudetechnik"),
        ("  ELEKTRIKER ", "elektroniker-energie-gebaeudetechnik"),
        ("Elektriker (m/w/d)", "elektroniker-energie-gebaeudetechnik"),
        ("Elektriker*in", "elektroniker-energie-gebaeudetechnik"),
        ("elektroniker-energie-gebaeudetechnik", "elektroniker-energie-gebaeudetechnik"),
        ("electrician", "elektroniker-energie-gebaeudetechnik"),
        ("Krankenschwester", "pflegefachkraft"),
        ("krankenschwster", "pflegefachkraft"),
        ("Krankenschweser", "pflegefachkraft"),
        ("Pflegefachmann", "pflegefachkraft"),
        ("pielęgniarka", "pflegefachkraft"),
        ("Altenpflegerin", "altenpfleger"),
        ("altnpfleger", "altenpfleger"),
        ("Altenpflgerin", "altenpfleger"),
        ("Gabelstapler", "staplerfahrer"),
        ("Gabelstaplr", "staplerfahrer"),
        ("Schreinerin", "tischler"),
        ("Metzger", "fleischer"),
        ("Flaschner", "anlagenmechaniker-shk"),
        ("Kaminkehrer", "schornsteinfeger"),
        ("MFA", "medizinische-fachangestellte"),
        ("PDL", "pflegedienstleitung"),
        ("ATA", "ata"),
        ("Putzfrau", "reinigungskraft"),
        ("Lkw Fahrer", "berufskraftfahrer"),
        ("LKW-Fahrer", "berufskraftfahrer"),
        ("Bäcker", "baecker"),
        ("Backer", "baecker"),
        ("Gebaudereiniger", "gebaeudereiniger"),
        ("dachdek", "dachdecker"),
        ("Gebäudetechnik Elektroniker", "elektroniker-energie-gebaeudetechnik"),
        ("Lokführerin", "lokfuehrer"),
    ],
)
def test_find_leads_to_occupation(catalogue, typed, slug):
    assert lookup.find(typed)[0].slug == slug


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("Gabelstapler", "staplerschein"),
        ("Stapler", "staplerschein"),
        ("Staplerscheinn", "staplerschein"),
        ("Flurförderschein", "staplerschein"),
        ("Gefahrgut", "adr"),
        ("95", "fahrerqualifizierung"),
        ("43b", "betreuungskraft"),
        ("87b", "betreuungskraft"),
        ("Erste Hilfe", "ersthelfer"),
        ("AdA", "ausbilderschein"),
        ("Meister", "meisterbrief"),
        ("Schweisserschein", "schweisser-stahl"),
        ("Gesundheitszeugnis", "infektionsschutz"),
    ],
)
def test_find_qualifications_leads_to_kind(catalogue, typed, slug):
    assert lookup.find_qualifications(typed)[0].slug == slug


@pytest.mark.parametrize(
    "word", ["Heizungsbauer", "Klempner", "Monteur", "Disponent", "Landwirt", "Maschinist", "Kurier", "Gärtner"]
)
def test_find_gives_the_same_for_every_gender(catalogue, word):
    """Most words in the catalogue are of one gender only; finding makes no difference (§ 1 AGG)."""
    found = lookup.find(word)
    assert lookup.find(f"{word}in") == found
    assert lookup.find(f"{word}/in (m/w/d)") == lookup.find(f"{word}:innen") == found


def test_find_gives_both_trades_for_a_word_with_two_meanings(catalogue):
    assert [each.slug for each in lookup.find("Spengler")][:2] == ["anlagenmechaniker-shk", "bauklempner"]


@pytest.mark.parametrize("typed", ["", " ", "x", "!!!", "🧱🧱", "كهربائي", "a" * 81, "qqqqqqqq", "\x00\x00"])
def test_find_gives_nothing_for_what_means_nothing(catalogue, typed):
    assert lookup.find(typed) == []


def test_find_keeps_to_its_limit_and_its_order(catalogue):
    many = lookup.find("helfer", limit=100)
    assert len(many) > 8
    assert lookup.find("helfer") == many[:8] == lookup.find("helfer")


def test_find_leaves_out_what_is_retired(catalogue):
    Occupation.objects.filter(slug="maurer").update(current=False)
    assert "maurer" not in [each.slug for each in lookup.find("Maurer")]


def test_find_asks_the_database_once_when_warm(catalogue, django_assert_num_queries):
    lookup.find("Maurer")
    with django_assert_num_queries(1):
        assert str(lookup.find("Krankenschwester")[0].field) == "Pflege"


def test_every_word_is_found_by_itself(catalogue):
    """Every tenth word of the catalogue leads to its occupation; all have a key, see test_catalogue."""
    for term in list(Term.objects.order_by("pk"))[::10]:
        hits = [hit for hit in lookup.occupation_hits(term.text) if hit.rank <= Rank.EXACT]
        assert term.occupation_id in [hit.thing.pk for hit in hits], term.text


@given(st.text(max_size=90))
def test_fold_is_plain_and_stays_so(text):
    folded = fold(text)
    assert folded == fold(folded)
    assert set(folded) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")


@given(st.text(max_size=LONGEST))
def test_key_has_no_marks_of_gender(text):
    assert key_of(text + "Maurer/in") == key_of(text + "Maurer")


words = st.text(alphabet="abcde", max_size=6)


@given(words, words)
def test_distance_is_symmetric_and_zero_only_for_equals(a, b):
    assert _distance(a, b, 9) == _distance(b, a, 9)
    assert (_distance(a, b, 9) == 0) == (a == b)


def test_distance_counts_a_swap_as_one():
    assert _distance("elektirker", "elektriker", 2) == 1


def test_statements_for_begins_with_its_own_and_mixes_aspects(catalogue, django_assert_num_queries):
    occupation = Occupation.objects.select_related("field").get(slug="elektroniker-energie-gebaeudetechnik")
    with django_assert_num_queries(1):
        found = lookup.statements_for(occupation)
    scopes = [0 if occupation.slug in each.fits else 1 if "haustechnik-elektro" in each.fits else 2 for each in found]
    assert set(scopes) == {0, 1, 2}
    assert scopes[0] == 0
    assert len({each.aspect for each in found[:12]}) == 6
    assert "safety.isolates-first" in [each.code for each in found[:6]]
    assert "people.keeps-dignity" not in [each.code for each in found]


def test_statements_for_leaves_out_the_retired(catalogue):
    occupation = Occupation.objects.get(slug="maurer")
    first = lookup.statements_for(occupation)[0]
    first.retired = True
    first.save()
    assert first not in lookup.statements_for(occupation)

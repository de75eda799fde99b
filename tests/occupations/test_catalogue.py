"""The rules the catalogue keeps. They hold for the data files as they are committed."""

import re
from collections import Counter

import pytest

from network.occupations import catalogue
from network.occupations.matching import key_of

FIELDS = [
    "bau", "ausbau", "haustechnik-elektro", "metall-maschine", "fahrzeug", "lager-verkehr", "pflege", "betreuung-soziales",
    "gesundheit", "verkauf-lebensmittel", "reinigung-haus", "garten",
]  # fmt: skip


@pytest.fixture(scope="module")
def made() -> catalogue.Catalogue:
    return catalogue.read()


def test_fields_are_the_12_in_their_order(made):
    assert [field.slug for field in made.fields] == FIELDS
    assert {field.slug for field in made.fields if field.care} == {"pflege", "betreuung-soziales", "gesundheit"}


def test_occupations_are_many_and_every_field_has_some(made):
    assert len(made.occupations) >= 160
    assert min(Counter(made.field_of.values()).values()) >= 10


def test_codes_have_5_digits_and_end_in_the_level(made):
    assert all(re.fullmatch(r"\d{4}[1-4]", each.kldb) and each.level == int(each.kldb[-1]) for each in made.occupations)


@pytest.mark.parametrize(
    ("slug", "kldb", "group"),
    [
        ("elektroniker-energie-gebaeudetechnik", "26212", "elektroniker-energie-gebaeudetechnik"),
        ("pflegefachkraft", "81302", "pflegefachkraft"),
        ("altenpfleger", "82102", "pflegefachkraft"),
        ("kinderkrankenpfleger", "81302", "pflegefachkraft"),
        ("ambulante-pflegefachkraft", "82182", "pflegefachkraft"),
        ("pflegehelfer", "81301", "pflegehelfer"),
        ("altenpflegehelfer", "82101", "pflegehelfer"),
        ("staplerfahrer", "52531", "staplerfahrer"),
        ("tiefbauhelfer", "32201", "bauhelfer"),
    ],
)
def test_occupation_keeps_its_code_and_group(made, slug, kldb, group):
    (found,) = [each for each in made.occupations if each.slug == slug]
    assert (found.kldb, found.group) == (kldb, group)


def test_names_are_there_in_german_and_english(made):
    for each in [*made.fields, *made.occupations, *made.kinds, *made.statements]:
        assert set(each.names) == {"de", "en"}
        assert all(name.strip() == name and name for name in each.names.values())


def test_shown_names_are_neutral(made):
    """Law 11: no name shows a sex. A person's own form is found but never stored."""
    both = re.compile(r"/|kraft|leitung|hilfe|Hebamme")
    assert [each.slug for each in made.occupations if not both.search(each.names["de"])] == []


def test_every_word_folds_to_something(made):
    assert all(key_of(word) for words in made.words.values() for word in words)
    assert all(key_of(word) for kind in made.kinds for word in kind.aliases)


def test_bits_of_kinds_never_move(made):
    """Stored in every profile. Add lines at the end; never change one."""
    bits = {kind.slug: kind.bit for kind in made.kinds}
    first = [
        "gesellenbrief", "meisterbrief", "ausbilderschein", "staplerschein", "mitgaengerstapler", "teleskopstapler",
        "hubarbeitsbuehne", "kranschein", "baumaschinenschein", "motorsaegenschein", "absturzsicherung", "geruestpruefer",
        "leitern-pruefer", "fahrerqualifizierung", "adr", "ladungssicherung", "fahrerkarte", "personenbefoerderung",
        "triebfahrzeugfuehrerschein", "schweisser-stahl", "schweisser-aluminium", "schweissfachmann", "elektrofachkraft",
        "elektrofachkraft-festgelegt", "elektrotechnisch-unterwiesen", "schaltberechtigung", "arbeiten-unter-spannung",
        "brandmeldeanlagen", "hochvolt", "kaelteschein", "installateurverzeichnis", "asbest", "scc", "sivv", "sprengschein",
        "pflanzenschutz", "ersthelfer", "brandschutzhelfer", "sicherheitsbeauftragte", "sachkunde-bewachung",
        "infektionsschutz", "lebensmittelhygiene", "pflegefachkraft", "pflegehilfe", "behandlungspflege", "betreuungskraft",
        "praxisanleitung", "wundexperte", "wundassistent", "palliativpflege", "intensivpflege", "gerontopsychiatrie",
        "leitung-pflege", "hygienebeauftragte", "strahlenschutz", "anerkennung", "validierung", "fuehrerschein-c-d",
        "shk-kundendienst", "rbp", "deutsch-zertifikat",
    ]  # fmt: skip
    assert bits == {slug: bit for bit, slug in enumerate(first)}


def test_kinds_say_rule_note_and_source(made):
    assert len(made.kinds) >= 40
    for kind in made.kinds:
        assert kind.source
        assert set(kind.note) == {"de", "en"}
        assert bool(kind.amount) == (kind.rule in ("years", "months"))


@pytest.mark.parametrize(
    ("slug", "rule", "amount", "bound"),
    [
        ("gesellenbrief", "none", None, False),
        ("staplerschein", "yearly-duty", None, False),
        ("fahrerqualifizierung", "years", 5, False),
        ("adr", "years", 5, False),
        ("schweisser-stahl", "years", 3, False),
        ("schweisser-aluminium", "years", 2, False),
        ("elektrofachkraft-festgelegt", "yearly-duty", None, True),
        ("kaelteschein", "years", 7, False),
        ("asbest", "years", 6, False),
        ("scc", "years", 10, False),
        ("installateurverzeichnis", "none", None, True),
        ("ersthelfer", "years", 2, False),
        ("betreuungskraft", "yearly-duty", None, False),
        ("praxisanleitung", "yearly-duty", None, False),
        ("wundexperte", "years", 5, False),
        ("wundassistent", "years", 3, False),
    ],
)
def test_kind_follows_its_source(made, slug, rule, amount, bound):
    (kind,) = [each for each in made.kinds if each.slug == slug]
    assert (kind.rule, kind.amount, kind.bound_to_firm) == (rule, amount, bound)


def test_source_note_names_the_codes():
    assert "KldB" in (text := (catalogue.DATA / "SOURCE.md").read_text()) or "Klassifikation der Berufe 2010" in text


BASE = {
    "fields.toml": '[bau]\nde = "Bau"\nen = "Construction"\n[holz]\nde = "Holz"\nen = "Wood"\n',
    "occupations/holz.toml": '[tischler]\nkldb = "22342"\nde = "Tischler/in"\nen = "Joiner"\nwords = ["Schreiner"]\n',
    "occupations/bau.toml": '[maurer]\nkldb = "32122"\nde = "Maurer/in"\nen = "Bricklayer"\nwords = ["Mauerer"]\n',
    "qualifications.toml": '[schein]\nbit = 0\nde = "Schein"\nen = "Paper"\nrule = "years"\namount = 5\nnote.de = "5 Jahre."'
    '\nnote.en = "5 years."\nsource = "X"\nwords = []\n',
    "statements/bau.toml": '[craft.plumb]\nfits = ["maurer"]\nde = "Mauert im Lot."\nen = "Lays plumb."\n',
}


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("occupations/bau.toml", "32122", "3212", "maurer: KldB"),
        ("occupations/bau.toml", "[maurer]", '[maurer]\ngroup = "bauleute"', "bauleute"),
        ("occupations/bau.toml", "[maurer]", '[maurer]\ngroup = "tischler"', "another field"),
        ("occupations/bau.toml", '"Mauerer"', '"🧱"', "nobody can find"),
        ("occupations/bau.toml", 'en = "Bricklayer"\n', "", "lacks 'en'"),
        ("occupations/bau.toml", '"Bricklayer"', '""', "a name is empty"),
        ("qualifications.toml", "bit = 0", "bit = 63", "bit 63"),
        ("qualifications.toml", '"years"', '"forever"', "rule 'forever'"),
        ("qualifications.toml", "amount = 5\n", "", "amount"),
        ("qualifications.toml", "amount = 5\n", "amount = 5\nold_before = 2024-01-01\n", "old_until"),
        ("statements/bau.toml", "Mauert im Lot.", "Mauert stets im Lot.", "stets"),
        ("statements/bau.toml", "Mauert im Lot.", "Mauert " + "lange " * 20, "longer than 90"),
        ("statements/bau.toml", "craft.plumb", "looks.plumb", "aspect 'looks'"),
        ("statements/bau.toml", '"maurer"', '"maurerin"', "maurerin"),
        ("statements/bau.toml", "[craft", "[[craft", "not TOML"),
        ("fields.toml", "bau", "b" * 51, "longer than 50"),
    ],
)
def test_read_says_what_is_wrong(tmp_path, file, old, new, says):
    for folder in ("occupations", "statements"):
        (tmp_path / folder).mkdir()
    for name, text in BASE.items():
        (tmp_path / name).write_text(text.replace(old, new) if name == file else text)
    with pytest.raises(catalogue.CatalogueError, match=re.escape(says)):
        catalogue.read(tmp_path)

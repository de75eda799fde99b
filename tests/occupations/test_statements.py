"""The sentences of the catalogue: what may be said about whom, and what never is (laws 5 and 11)."""

import re
from collections import Counter

import pytest

from network.occupations import catalogue, faults, lookup, vocabulary
from network.occupations.models import Occupation
from references.groups import FIRST
from references.wording import hints

ASPECTS = {aspect.slug for aspect in vocabulary.ASPECTS}
SLUGS = [each.slug for each in catalogue.read().occupations]
# Law 11: what we never take is never said about anybody either.
NEVER = re.compile(
    r"\b(alter|jung\w*|jugendlich\w*|geschlecht|mann|frau|männ\w*|weib\w*|mutter\w*|vater|schwanger\w*|familie|kinderlos"
    r"|herkunft|deutsche[rn]?|ausländ\w*|nation\w*|religi\w*|glaub\w*|kirch\w*|gesund\w*|krank\w*|fehltag\w*|behinder\w*"
    r"|gewerkschaft\w*|betriebsrat\w*|partei\w*|young|old|male|female|healthy|sick\w*|religio\w*|union|pregnan\w*)\b",
    re.IGNORECASE,
)
# A clause turned round says that others do the opposite, or that this one once did.
NEGATIVE = re.compile(
    r"\b(nicht mehr|nie|kein\w*|selten|manchmal|meist\w*|kaum|never|no longer|rarely|sometimes|mostly|hardly)\b", re.I
)
WHOLE = {"safety.works-sterile"}  # says what is done when something happened


@pytest.fixture(scope="module")
def made() -> catalogue.Catalogue:
    return catalogue.read()


@pytest.fixture(scope="module")
def offered(made):
    return [each for each in made.statements if not each.retired]


def of(offered, speaker):
    return [each for each in offered if each.speaker == speaker]


def test_there_are_enough_of_every_aspect_for_every_speaker(offered):
    assert len(of(offered, "boss")) >= 260
    assert len(of(offered, "colleague")) >= 14
    assert len(of(offered, "customer")) >= 12
    for speaker in faults.SPEAKERS[:2]:
        assert {each.aspect for each in of(offered, speaker)} == ASPECTS


def test_sentences_are_short_plain_and_in_both_languages(made):
    for each in made.statements:
        assert set(each.names) == {"de", "en"}
        for sentence in each.names.values():
            assert len(sentence) <= 90
            assert sentence[0].isupper()
            assert sentence.endswith(".")
            assert not faults.CODED.search(sentence), sentence
            assert not NEVER.search(sentence), sentence
            assert each.code in WHOLE or not NEGATIVE.search(sentence), sentence


def test_no_sentence_is_what_we_would_warn_a_boss_of(made):
    """Law 5: the catalogue says nothing that the hint would point out in own words."""
    assert {each.code: found for each in made.statements if (found := hints(" ".join(each.names.values())))} == {}


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_sentence_is_there_twice_whatever_its_spelling(offered, language):
    bare = Counter(re.sub(r"\W+", " ", each.names[language]).casefold().strip() for each in offered)
    assert [sentence for sentence, times in bare.items() if times > 1] == []


def test_german_sentences_start_with_a_verb(made):
    """Right for every gender, and observable: somebody does something."""
    for each in made.statements:
        first = each.names["de"].split()[0].strip(",")
        assert first in {"Ist", "Hat"} or first.endswith("t"), each.names["de"]


def test_sentences_for_everybody_cover_every_aspect(offered):
    assert {each.aspect for each in of(offered, "boss") if each.fits == ["*"]} == ASPECTS


def test_what_colleagues_and_customers_say_fits_every_trade(offered):
    """No sentence of a customer says whose patient somebody is: none knows the field."""
    assert {tuple(each.fits) for each in offered if each.speaker != "boss"} == {("*",)}


@pytest.mark.parametrize("slug", SLUGS)
def test_every_occupation_gets_20_to_30_and_some_of_its_own(made, offered, slug):
    field = made.field_of[slug]
    fitting = [each for each in of(offered, "boss") if {"*", field, slug} & set(each.fits)]
    assert 20 <= len(fitting) <= 30
    assert sum(slug in each.fits for each in fitting) >= 2
    assert {each.aspect for each in fitting} == ASPECTS


def test_first_12_show_all_aspects_and_begin_with_the_own_trade(catalogue, db):
    for occupation in Occupation.objects.filter(current=True).select_related("field"):
        first = lookup.statements_for(occupation)[:FIRST]
        assert len({each.aspect for each in first}) >= 4, occupation.slug
        assert len(first) == FIRST
        assert occupation.slug in first[0].fits, occupation.slug


def test_no_sentence_fits_nobody(made, offered):
    assert [each.code for each in offered if not each.fits] == []


def test_who_speaks_is_offered_the_own_set_only(catalogue, db):
    occupation = Occupation.objects.select_related("field").get(slug="maurer")
    sets = [{each.code for each in lookup.statements_for(occupation, speaker)} for speaker in faults.SPEAKERS]
    assert all(sets)
    assert not sets[0] & sets[1]
    assert not sets[1] & sets[2]
    assert not sets[0] & sets[2]


def test_retired_sentence_is_not_offered_and_still_readable(catalogue, db):
    nurse = Occupation.objects.select_related("field").get(slug="pflegefachkraft")
    assert "people.takes-time" not in {each.code for each in lookup.statements_for(nurse)}
    assert lookup.statements_called(["people.takes-time"])["people.takes-time"].names["en"] == "Takes time for a talk."

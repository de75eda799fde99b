"""The questions of each trade: all there, short, in plain words; and on every page that asks or shows."""

import re
import tomllib
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import translation

import network.occupations.catalogue
from network.occupations.models import Field
from network.samples import hints, presenters, prompts
from tests import factories
from tests.house.test_words import BANNED
from tests.samples.conftest import TEXTS, make_sample

FIELDS = list(
    tomllib.loads(
        (Path(network.occupations.catalogue.__file__).parent / "data/fields.toml").read_text(encoding="utf-8")
    )
)
EVERY = [
    (slug, kind, language, answer, *pair)
    for slug, kinds in prompts.catalogue().items()
    for kind, languages in kinds.items()
    for language, answers in languages.items()
    for answer, pair in answers.items()
]
JARGON = re.compile(
    r"\b(optimier\w*|prozess\w*|workflow\w*|ressourc\w*|kompetenz\w*|implementier\w*|stakeholder\w*|projektmanagement|leverag\w*"
    r"|skills?|herausforderung\w*|lösungsorientiert\w*|challeng\w*|deliverable\w*|utili[sz]e\w*|process\w*|bzw|etc|ggf|u\.a|z\.b)\b",
    re.IGNORECASE,
)


def test_every_field_has_its_own_words_for_both_kinds_in_both_languages() -> None:
    assert set(prompts.catalogue()) == {*FIELDS, prompts.UNKNOWN}
    for slug, kinds in prompts.catalogue().items():
        assert set(kinds) == {"piece", "case"}, slug
        for languages in kinds.values():
            assert set(languages) == {"de", "en"}, slug
            for answers in languages.values():
                assert tuple(answers) == prompts.ANSWERS, slug


@pytest.mark.parametrize(("slug", "kind", "language", "answer", "question", "example"), EVERY, ids=str)
def test_question_and_example_are_short_and_plain(slug, kind, language, answer, question, example) -> None:
    most = 80 if answer == "title" else 200 if answer == "share" else 400
    assert question.endswith("?")
    assert len(question) <= 50
    assert len(example) <= min(most, 110)
    for text in (question, example):
        assert not BANNED.search(text)
        assert not JARGON.search(text)
        assert text == text.strip()
        assert all(len(sentence.split()) <= 20 for sentence in re.split(r"[.?!]", text))


def test_examples_are_written_for_the_trade() -> None:
    for kind in ("piece", "case"):
        for language in ("de", "en"):
            for answer in prompts.ANSWERS:
                told = [prompts.catalogue()[slug][kind][language][answer][1] for slug in prompts.catalogue()]
                assert len(set(told)) == len(told), (kind, language, answer)


def test_examples_of_cases_give_nobody_away() -> None:
    for slug, kind, _language, _answer, _question, example in EVERY:
        if kind == "case":
            assert hints.in_text(example) == [], slug


@pytest.mark.parametrize("slug", FIELDS)
def test_answers_are_asked_for_in_the_readers_language(db, slug: str) -> None:
    field = Field(slug=slug, names={"de": slug}, care=False, order=1)
    for language in ("de", "en"):
        with translation.override(language):
            title = prompts.prompts(field, "piece")["title"]
        assert [title.question, title.example] == prompts.catalogue()[slug]["piece"][language]["title"]


def test_unknown_field_gets_general_questions(db) -> None:
    assert prompts.prompts(None, "case") == prompts.prompts(factories.make_field("raumfahrt"), "case")


def test_form_asks_in_the_words_of_the_trade(client, anna) -> None:
    client.force_login(anna)
    anna.profile.occupation = factories.make_occupation("gaertner", "Gärtner/in", factories.make_field("garten"))
    anna.profile.save()
    asked = prompts.catalogue()["garten"]["piece"]["de"]["watched"]
    page = client.get(reverse("samples:write", args=["piece"])).content.decode()
    assert asked[0] in page
    assert asked[1] in page
    assert f'placeholder="{asked[1]}' not in page
    answer = client.post(reverse("samples:write", args=["piece"]), {**TEXTS, "did": ""})
    assert prompts.catalogue()["garten"]["piece"]["de"]["did"][0] in str(answer.context["form"].errors)


def test_trade_of_the_station_decides(client, anna) -> None:
    client.force_login(anna)
    gardener = factories.make_occupation("gaertner", "Gärtner/in", factories.make_field("garten"))
    sample = make_sample(anna, station=factories.make_station(anna.profile, occupation=gardener))
    question = prompts.catalogue()["garten"]["piece"]["de"]["asked"][0]
    assert question in client.get(reverse("samples:text", args=[sample.pk])).content.decode()
    assert (question, sample.asked) in presenters.facts(sample)


def test_what_was_watched_out_for_is_kept_and_told(client, anna, sample) -> None:
    client.force_login(anna)
    client.post(reverse("samples:text", args=[sample.pk]), {**TEXTS, "watched": "Drehsinn"})
    sample.refresh_from_db()
    assert sample.watched == "Drehsinn"
    assert "Drehsinn" in [answer for _question, answer in presenters.facts(sample)]

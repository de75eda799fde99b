"""Who stands for a sample, and for which words of it."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from network.samples import actions, witnessing
from network.samples.contexts import context_of, digest, missing
from network.samples.models import WorkSample
from tests import factories
from tests.samples.conftest import make_sample

WORDS = st.text(max_size=200)
CONTEXTS = st.fixed_dictionaries({"title": WORDS, "place": WORDS, "month": WORDS, "share": WORDS})


def copy(sample, **changes):
    said = {
        "id": "bcdfghjkmn", "who": "Dirk W.", "role": "customer", "knows": "ordered", "how": "link", "level": 1,
        "on": "2026-11-02", "context": digest(context_of(sample)),
    }  # fmt: skip
    return {**said, **changes}


@pytest.fixture
def confirmed(anna, fuerth):
    station = factories.make_station(anna.profile, place=fuerth)
    sample = make_sample(anna, month=date(2026, 5, 1), station=station)
    witnessing.put(sample=sample, copy=copy(sample))
    return sample


@given(CONTEXTS, CONTEXTS)
def test_two_contexts_are_the_same_only_word_for_word(one, other):
    assert (digest(one) == digest(other)) == (one == other)


@given(CONTEXTS, st.sampled_from(["title", "place", "month", "share"]), WORDS)
def test_any_other_word_in_any_part_is_another_context(context, name, word):
    assert (digest({**context, name: word}) == digest(context)) == (context[name] == word)


def test_context_holds_four_lines_and_nothing_else(confirmed):
    assert context_of(confirmed) == {
        "title": "Neuer Verteiler in einem Haus von 1963",
        "place": "Fürth",
        "month": "2026-05",
        "share": "Planung und Umbau allein.",
    }


def test_context_says_what_is_missing(anna):
    assert missing(context_of(make_sample(anna, share=" "))) == ["place", "month", "share"]


def test_line_ends_and_spaces_are_no_change(anna):
    one = make_sample(anna, share="Planung\r\nund  Umbau")
    other = make_sample(anna, share="Planung und Umbau ")
    assert digest(context_of(one)) == digest(context_of(other))


def test_witness_stands_on_the_page_with_name_role_day_and_check(client, confirmed, anna):
    page = client.get(f"/p/{anna.profile.handle}/", headers={"accept-language": "en"}).content.decode()
    assert "Confirmed by a customer" in page
    assert "Dirk W.</bdi> stands for title, place, month and own share, 2" in page
    assert "Answered by a link in a mail. Not checked further." in page


TEXTS = {"asked": "x", "did": "y", "result": "z"}


@pytest.mark.parametrize("name", ["title", "share", "asked", "did", "result"])
def test_changed_words_lose_the_witness_only_where_she_stands_for_them(anna, confirmed, name):
    texts = {each: getattr(confirmed, each) for each in ("title", "asked", "did", "share", "result")}
    actions.describe(by=anna, sample=confirmed, texts={**texts, name: "Anderes"})
    assert bool(witnessing.standing(confirmed)) == (name in TEXTS)


def test_other_month_or_place_loses_the_witness_and_the_old_one_brings_it_back(anna, confirmed, nuernberg):
    station, elsewhere = confirmed.station, factories.make_station(anna.profile, place=nuernberg)
    for month, where in ((date(2026, 6, 1), station), (date(2026, 5, 1), elsewhere), (date(2026, 5, 1), None)):
        actions.place_in_time(by=anna, sample=confirmed, month=month, station=where)
        assert witnessing.standing(confirmed) == []
    actions.place_in_time(by=anna, sample=confirmed, month=date(2026, 5, 1), station=station)
    assert len(witnessing.standing(confirmed)) == 1


def test_edit_pages_say_before_saving_what_is_lost(client, anna, confirmed):
    client.force_login(anna)
    for page in ("text", "when"):
        address = f"/me/samples/{confirmed.pk}/{page}/"
        told = client.get(address, headers={"accept-language": "en"}).content.decode()
        assert "1 person has confirmed title, place, month and own share" in told
        WorkSample.objects.filter(pk=confirmed.pk).update(witnesses=[])
        assert "has confirmed title" not in client.get(address).content.decode()
        witnessing.put(sample=confirmed, copy=copy(confirmed))


def test_pages_of_the_station_say_that_its_town_is_confirmed(client, anna, confirmed):
    client.force_login(anna)
    other = factories.make_station(anna.profile, place=anna.profile.place)
    told = "1 work sample from here is confirmed with this town"
    for station, expected in ((confirmed.station, True), (other, False)):
        for address in ("profiles:change_station", "profiles:remove_station"):
            page = client.get(reverse(address, args=[station.pk]), headers={"accept-language": "en"})
            assert (told in page.content.decode()) == expected


def test_put_twice_is_once_and_drop_leaves_the_others(confirmed):
    witnessing.put(sample=confirmed, copy=copy(confirmed, who="Dirk Wolf"))
    witnessing.put(sample=confirmed, copy=copy(confirmed, id="other"))
    assert [each["who"] for each in witnessing.standing(confirmed)] == ["Dirk Wolf", "Dirk W."]
    witnessing.drop(sample=confirmed, name="other")
    witnessing.drop(sample=confirmed, name="never")
    confirmed.refresh_from_db()
    assert [each["id"] for each in confirmed.witnesses] == ["bcdfghjkmn"]


def test_every_role_check_and_knowledge_has_words():
    with translation.override("de"):
        for level in range(1, 5):
            assert all(witnessing.plate(level, role) for role in ("boss", "colleague", "customer"))
        assert all(witnessing.how(code) for code in ("member", "account", "code", "link", "room"))
        assert all(witnessing.knows(code) for code in ("there", "result", "together", "ordered"))

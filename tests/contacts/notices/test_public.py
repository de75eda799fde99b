"""What everybody reads: list, page, feed, structured data, sitemap."""

import json
import re
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from network.contacts.notices.browsing import Wanted, found
from network.places.distance import RADII, km
from tests import factories
from tests.house.test_budgets import MOST, queries

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def titles(page: str) -> list[str]:
    return re.findall(r'<a href="/notices/\w{10}/">(.*?)</a>', page)


@pytest.fixture
def three(talheim, brandt, fuerth, nuernberg, field):
    munich = factories.make_place("80331", "München", 48.137, 11.575)
    other = factories.make_field("elektro")
    now = timezone.now()
    for title, employer, area, place, age in (
        ("near old", brandt, field, fuerth, 9), ("near new", brandt, field, fuerth, 1),
        ("city", talheim, other, nuernberg, 3), ("far", talheim, field, munich, 2),
    ):  # fmt: skip
        pinned = now - timedelta(days=age)
        factories.make_notice(employer, title=title, field=area, place=place, pinned_at=pinned)


def test_everybody_reads_the_list_newest_first(client, three, over):
    assert titles(client.get("/notices/").content.decode()) == ["near new", "far", "city", "near old"]


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("postcode=90762&radius=25", ["near new", "near old", "city"]),
        ("postcode=90762&radius=5", ["near new", "near old"]),
        ("postcode=90762&radius=25&field=pflege", ["near new", "near old"]),
        ("field=elektro", ["city"]),
        ("postcode=&radius=25&field=", ["near new", "far", "city", "near old"]),
    ],
)
def test_by_place_radius_and_field_nearest_first(client, three, query, there):
    assert titles(client.get(f"/notices/?{query}").content.decode()) == there


def test_facts_of_a_line_break_between_and_never_inside(client, talheim, field):
    factories.make_notice(talheim, field=field, shift="two-shift")
    page = client.get("/notices/").text
    assert "\xa0· 2\u2011shift system\xa0· " in page


def test_town_in_words_leads_to_the_address_to_share(client, three):
    assert client.get("/notices/?postcode=Fürth&field=pflege").url == "/notices/?postcode=90762&radius=25&field=pflege"


def test_nothing_there_is_said_calmly(client, fuerth, field):
    page = client.get("/notices/?postcode=90762&field=pflege").content.decode()
    assert "Nothing hangs here right now." in page
    assert '<option value="25" selected>' in page, "what an address without radius means is shown"
    assert "No notice in the field Pflege within 25 kilometres of 90762 Fürth" in page


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "4 notices in all fields and places"),
        ("field=elektro", "1 notice in the field Elektro, in all places"),
        ("postcode=90762&radius=5", "2 notices within 5 kilometres of 90762 Fürth"),
        (
            "postcode=90762&radius=100&field=elektro",
            "1 notice in the field Elektro within 100 kilometres of 90762 Fürth",
        ),
    ],
)
def test_number_and_region_are_one_sentence(client, three, query, words):
    assert words in client.get(f"/notices/?{query}").content.decode()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("postcode=Mondstadt", "We do not know this place"),
        ("postcode=90762&radius=26", "“26” is no radius we know"),
        ("field=mond", "We do not know the field “mond”"),
    ],
)
def test_unknown_value_is_reported_and_never_ignored(client, three, query, words):
    page = client.get(f"/notices/?{query}").content.decode()
    assert words in page
    assert titles(page) == []
    assert client.get(f"/notices/feed/?{query}").status_code == 400


def test_second_page_keeps_the_question(client, talheim, fuerth, nuernberg, field):
    for number in range(21):
        factories.make_notice(talheim, title=f"n{number}", field=field)
    page = client.get("/notices/?postcode=90762&radius=50").content.decode()
    assert len(titles(page)) == 20
    assert "postcode=90762&amp;radius=50&amp;page=2" in page
    assert len(titles(client.get("/notices/?postcode=90762&radius=50&page=2").content.decode())) == 1


@pytest.mark.parametrize("page", ["2", "1000000000", "0", "-1", "abc", "9" * 400, "١", "last"])
@pytest.mark.parametrize("query", ["postcode=90762&radius=25", ""])
def test_page_that_does_not_exist_says_so(client, three, query, page):
    answer = client.get(f"/notices/?{query}&page={page}")
    assert answer.status_code == 404
    assert f"There is no page {page[:20]} of" in answer.text
    assert titles(answer.text) == []
    first = client.get(answer.text.split("To page 1")[0].rpartition('href="')[2].split('"')[0].replace("&amp;", "&"))
    assert (first.status_code, len(titles(first.text))) == (200, 3 if query else 4)


@pytest.mark.parametrize("page", ["", "1"])
def test_first_page_exists_where_nothing_hangs(client, fuerth, page):
    answer = client.get(f"/notices/?page={page}")
    assert answer.status_code == 200
    assert "Nothing hangs here right now." in answer.text


def test_town_in_words_keeps_the_page(client, three):
    assert client.get("/notices/?postcode=Fürth&page=7").url == "/notices/?postcode=90762&radius=25&page=7"


@pytest.mark.parametrize("count", [1, 30])
def test_list_and_feed_cost_the_same(client, talheim, fuerth, field, count):
    for number in range(count):
        factories.make_notice(factories.make_employer(f"F{number}", fuerth), field=field)
    client.get("/notices/?postcode=90762")  # the neighbours are written by the first
    for address in ("/notices/?postcode=90762&field=pflege", "/notices/feed/?postcode=90762", "/notices/"):
        assert queries(client, address) <= MOST


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    spots=st.lists(st.tuples(st.floats(48.7, 50.2), st.floats(10.2, 11.8)), min_size=1, max_size=8, unique=True),
    radius=st.sampled_from(RADII),
)
def test_radius_is_that_of_plain_python(spots, radius, talheim, fuerth, field):
    from network.contacts.models import Notice
    from network.places import neighbours
    from network.places.models import Place

    Notice.objects.all().delete()
    Place.objects.filter(postcode__startswith="99").delete()
    neighbours.forget()
    for number, (lat, lon) in enumerate(spots):
        place = factories.make_place(f"99{number:03}", f"Ort {number}", lat, lon)
        factories.make_notice(talheim, title=str(number), place=place, field=field)
    far = {str(n): round(km(fuerth.lat, fuerth.lon, *spot), 2) for n, spot in enumerate(spots)}
    there = [each.title for each in found(Wanted(fuerth, radius))]
    assert sorted(there) == sorted(n for n, distance in far.items() if distance <= radius)
    assert [far[n] for n in there] == sorted(far[n] for n in there)


def test_page_says_all_facts_and_is_gone_when_over(client, notice, over):
    page = client.get(f"/notices/{notice.public_id}/").content.decode()
    for words in ("22 to 25 euros per hour", "90402 Nürnberg", "Rita Renner", "0171 3920055", "permanent", "Talheim"):
        assert words in page
    gone = client.get(f"/notices/{over.public_id}/")
    assert gone.status_code == 410
    assert "Rita Renner" not in gone.content.decode()
    assert "ld+json" not in gone.content.decode()
    assert client.get("/notices/nothing123/").status_code == 404


REQUIRED = ("title", "description", "datePosted", "hiringOrganization", "jobLocation")


def test_structured_data_has_what_search_engines_demand(client, notice):
    answer = client.get(f"/notices/{notice.public_id}/")
    said = json.loads(BLOCK.search(answer.content.decode())[1])
    assert (said["@context"], said["@type"]) == ("https://schema.org", "JobPosting")
    assert all(said[name] for name in REQUIRED)
    assert said["hiringOrganization"]["name"] == notice.employer.name
    address = said["jobLocation"]["address"]
    assert (address["@type"], address["postalCode"], address["addressCountry"]) == ("PostalAddress", "90402", "DE")
    value = said["baseSalary"]["value"]
    assert (value["minValue"], value["maxValue"], value["unitText"]) == (22.0, 25.0, "HOUR")
    assert datetime.fromisoformat(said["validThrough"]) == notice.expires_at
    assert datetime.fromisoformat(said["datePosted"]).tzinfo
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_words_cannot_end_the_data_block(client, talheim, field):
    nasty = '</script><script>alert(1)</script>&"<b>'
    notice = factories.make_notice(talheim, title=nasty[:80], text=nasty, field=field)
    page = client.get(f"/notices/{notice.public_id}/").content.decode()
    assert "<script>alert" not in page
    said = json.loads(BLOCK.search(page)[1])
    assert said["title"] == nasty
    assert "<script>" not in said["description"]


def test_feed_is_rss_with_what_its_readers_need(client, three, over):
    answer = client.get("/notices/feed/?postcode=90762&radius=25")
    assert answer["Content-Type"].startswith("application/rss+xml")
    root = ElementTree.fromstring(answer.content)
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    channel = root.find("channel")
    assert all(channel.findtext(name) for name in ("title", "link", "description"))
    assert channel.findtext("link") == "http://testserver/notices/?postcode=90762&radius=25"
    items = channel.findall("item")
    assert [each.findtext("title").split(",")[0] for each in items] == ["near new", "city", "near old"]
    for each in items:
        assert each.findtext("link") == each.findtext("guid")
        assert parsedate_to_datetime(each.findtext("pubDate"))
    assert 'href="/notices/feed/?postcode=90762' in client.get("/notices/?postcode=90762").content.decode()


def test_sitemap_names_what_hangs(client, notice, over):
    text = client.get("/sitemap-notices.xml").content.decode()
    assert re.findall(r"<loc>(.*?)</loc>", text) == [f"http://testserver/notices/{notice.public_id}/"]
    assert "http://testserver/notices/" in client.get("/sitemap-house.xml").content.decode()

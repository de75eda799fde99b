"""What nobody should send, on every page that takes a search: a plain message at the field, what was typed is kept, nothing is lost."""

import html
import re

import pytest
from django.http import QueryDict

from network.contacts.models import Notice
from network.profiles.models import Profile
from network.search.models import SavedSearch
from network.search.saved import rules
from tests import factories

ELEKTRO = "elektroniker-energie-gebaeudetechnik"
SEARCHES = ["/search/", "/search/narrow/", "/search/map/"]
NOTICES = ["/notices/", "/notices/feed/"]
GOOD = f"postcode=90762&radius=25&occupation={ELEKTRO}"
SQL, HTML = "' OR 1=1; DROP TABLE profiles_profile; --", "<script>alert(1)</script>"

# (what the address says, the field that speaks, what it says)
RADII = [
    ("postcode=90762&field=elektro&radius=0", "radius", "“0” is no radius we know"),
    ("postcode=90762&field=elektro&radius=-5", "radius", "“-5” is no radius we know"),
    ("postcode=90762&field=elektro&radius=1000000000", "radius", "“1000000000” is no radius we know"),
    ("postcode=90762&field=elektro&radius=fünf", "radius", "“fünf” is no radius we know"),
    ("postcode=90762&radius=25&field=no-such", "field", "We do not know the field “no-such”"),
    ("postcode=00000&radius=25&field=elektro", "postcode", "We do not know this place"),
    (f"postcode={SQL}&radius=25&field=elektro", "postcode", "We do not know this place"),
    (f"postcode={HTML}&radius=25&field=elektro", "postcode", "We do not know this place"),
    (f"postcode=90762&radius={HTML}&field=elektro", "radius", "is no radius we know"),
    (f"postcode=90762&radius=25&field={SQL}", "field", "We do not know the field"),
]
OTHERS = [
    ("postcode=90762&occupation=no-such-slug", "occupation", "We do not know this occupation yet"),
    (f"{GOOD}&level=9", "level", "“9” is no level we know"),
    (f"{GOOD}&qualification=no-such-slug", "qualification", "We do not know this proof yet"),
    (f"{GOOD}&language=tlh-b2", "speak", "We do not know the language “tlh-b2”"),
    (f"{GOOD}&shift=teatime", "shift", "“teatime” is no shift we know"),
    (f"{GOOD}&licence=moped", "licence", "“moped” is no driving licence we know"),
    (f"{GOOD}&reference=five-stars", "reference", "“five-stars” does not say"),
    (f"{GOOD}&fresh=7", "fresh", "“7” is no time we know"),
    (f"{GOOD}&years=30", "years", "“30” is no time we know"),
    (f"{GOOD}&hours=-1", "hours", "from 1 to 60"),
    (f"{GOOD}&hours=9999999999999999999", "hours", "from 1 to 60"),
    (f"{GOOD}&start=31.02.2027", "start", "Enter a day"),
    (f"{GOOD}&sort=years", "sort", "“years” is no order we know"),
    ("postcode=90762&occupation=altenpfleger&field=elektro", "field", "is not in the field"),  # conflicting
    *((f"{GOOD}&{name}={HTML}", name, "") for name in ("qualification", "shift", "start", "hours", "montage", "sort")),
    *((f"{GOOD}&{name}={SQL}", name, "") for name in ("level", "licence", "speak", "reference", "fresh", "years")),
]
FORTY = GOOD + "".join(f"&language={slug}-a1" for slug in ("de", "en", "ar", "tr", "uk", "ru", "pl", "ro", "it", "es"))
FORTY += (
    "".join(f"&shift={slug}" for slug in ("day", "early", "late", "night", "on-call")) + "&level=2&years=1&fresh=12"
)


@pytest.fixture(autouse=True)
def _region(client, rita, anna, elektro, fuerth):
    """A recruiter, who may search by everything, and a person who would be found."""
    client.cookies["django_language"] = "en"
    factories.make_occupation("altenpfleger", "Altenpfleger/in", factories.make_field("pflege"))
    client.force_login(rita)


def fields(page: str) -> str:
    """What stands in the form, ready to be sent again."""
    return html.unescape(
        page[page.index('<form class="find"') : page.index("</form>", page.index('<form class="find"'))]
    )


def says(page: str, field: str, words: str) -> bool:
    """At the field itself, and in the summary that leads to it."""
    said = html.unescape(page)
    return bool(re.search(rf'id="id_{field}[_\w]*error"', page)) and words in said and f'href="#id_{field}' in page


@pytest.mark.parametrize("path", SEARCHES)
@pytest.mark.parametrize(("query", "field", "words"), RADII + OTHERS)
def test_search_says_it_at_the_field_and_keeps_what_was_typed(client, path, query, field, words):
    response = client.get(f"{path}?{QueryDict(query).urlencode()}")
    assert response.status_code == 200
    page = response.content.decode()
    assert says(page, field, words)
    assert "<script>alert" not in page
    assert 'class="hit"' not in page, "an understood half is never answered"
    kept = QueryDict(query)
    for name in ("postcode", "radius", "hours", "start"):
        if name in kept:
            assert kept[name] in fields(page), name


@pytest.mark.parametrize(("query", "field", "words"), RADII)
def test_notices_say_it_at_the_field_and_keep_what_was_typed(client, query, field, words):
    response = client.get(f"/notices/?{QueryDict(query).urlencode()}")
    assert response.status_code == 200
    page = response.content.decode()
    assert says(page, field, words)
    assert "<script>alert" not in page
    assert QueryDict(query)[field] in fields(page)


@pytest.mark.parametrize(("query", "field", "words"), RADII)
def test_feed_is_a_plain_page_that_leads_to_the_field(client, query, field, words):
    response = client.get(f"/notices/feed/?{QueryDict(query).urlencode()}")
    assert response.status_code == 400
    page = response.content.decode()
    assert words in html.unescape(page)
    assert "<script>alert" not in page
    mend = html.unescape(re.search(r'href="(/notices/\?[^"]+)"', page)[1])
    assert says(client.get(mend).content.decode(), field, words)


@pytest.mark.parametrize(("query", "field", "words"), RADII + OTHERS)
def test_saving_leads_to_the_search_that_says_it_and_saves_nothing(client, query, field, words):
    encoded = QueryDict(query).urlencode()
    for answer in (
        client.get(f"/search/save/?{encoded}"),
        client.post(f"/search/save/?{encoded}", {"rhythm": "daily"}),
    ):
        assert answer.url == f"/search/?{encoded}"
    assert says(client.get(answer.url).content.decode(), field, words)
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize("path", SEARCHES)
def test_forty_filters_are_too_many_and_stay_ticked(client, path):
    page = client.get(f"{path}?{FORTY}").content.decode()
    assert "These are more than 12 conditions" in page
    assert fields(page).count("checked") >= 15
    assert client.post(f"/search/save/?{FORTY}", {"rhythm": "daily"}).url.startswith("/search/?")


@pytest.mark.parametrize("number", ["1000000000", "0", "-1", "zwei", "\x00", HTML])
def test_page_that_does_not_exist_leads_to_the_first(client, number):
    response = client.get("/search/", {**QueryDict(GOOD).dict(), "page": number})
    assert response.status_code == 404
    page = response.content.decode()
    assert "There is no page" in page
    assert f'href="/search/?{html.escape(GOOD)}"' in page
    assert "<script>alert" not in page
    asked = {"postcode": "90762", "field": "elektro", "page": number}
    notices = client.get(NOTICES[0], asked)
    assert notices.status_code == 404
    assert "There is no page" in notices.text
    assert "<script>alert" not in notices.text
    for path in (*SEARCHES[1:], *NOTICES[1:]):  # without pages
        assert client.get(path, asked).status_code == 200, path


@pytest.mark.parametrize("path", [*SEARCHES, *NOTICES])
def test_postcode_without_neighbours_is_answered_calmly(client, path):
    factories.make_place("25849", "Pellworm", 54.52, 8.64)
    response = client.get(path, {"postcode": "25849", "radius": "5", "field": "elektro"})
    assert response.status_code == 200
    assert "problem" not in response.content.decode()


@pytest.mark.parametrize("nasty", [SQL, HTML, "\x00", "%", "💣" * 200])
def test_note_of_a_search_and_of_a_notice_take_no_code(client, talheim, rita, nasty):
    """The words of rhythm and employer, and the text of a notice."""
    answer = client.post(f"/search/save/?{GOOD}", {"rhythm": nasty, "employer": nasty})
    assert answer.status_code == 200
    assert "Choose how often you want a mail" in answer.content.decode()
    assert client.get(f"/me/searches/{'x' * 200}/").status_code == 404
    where = f"/employer/{talheim.public_id}/notices/new/"
    page = client.post(where, dict.fromkeys(("title", "place", "field", "pay_min", "text", "contact_name"), nasty))
    assert page.status_code == 200
    assert HTML not in page.content.decode()
    assert not Notice.objects.exists()


def test_thousand_saved_searches_end_with_a_plain_page_and_lose_none(client, rita, talheim, fuerth):
    SavedSearch.objects.bulk_create(
        SavedSearch(
            user=rita, employer=talheim, query=f"postcode=90762&n={number}", words="Elektro", place=fuerth, radius=25,
            rhythm="daily", ends_on="2099-01-01", groups=["elektro"], conditions=[], public_id=f"many{number:06d}",
        )
        for number in range(1000)
    )  # fmt: skip
    answer = client.post(f"/search/save/?{GOOD}", {"rhythm": "daily"})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert f"You have {rules.MOST} saved searches, and that is the most" in page
    assert f'href="/search/?{html.escape(GOOD)}"' in page, "what was searched for is not lost"
    assert SavedSearch.objects.count() == 1000
    assert client.get("/me/searches/").status_code == 200


def test_nothing_was_lost(client):
    """After all of it the person is found as before."""
    before = list(Profile.objects.values())
    for query, _field, _words in RADII + OTHERS:
        for path in (*SEARCHES, *NOTICES):
            client.get(f"{path}?{QueryDict(query).urlencode()}")
    assert list(Profile.objects.values()) == before
    assert 'class="hit"' in client.get(f"/search/?{GOOD}").content.decode()

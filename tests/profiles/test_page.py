"""The page others see."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from network.profiles import actions, registry
from network.profiles.models import Qualification
from network.profiles.registry import Section
from tests import factories
from tests.profiles.conftest import make_kind


@pytest.fixture
def address(anna) -> str:
    return f"/p/{anna.profile.handle}/"


@pytest.fixture(autouse=True)
def _english(settings):
    settings.LANGUAGE_CODE = "en"
    with override("en"):
        yield


def words(response) -> str:
    """The text of the page, without tags and double spaces."""
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode())).replace("\N{NO-BREAK SPACE}", " ")


def confirmed_station(anna, brandt, level: int = 4):
    months = {"start": date(2013, 9, 1), "end": date(2020, 6, 1)}
    station = factories.make_station(anna.profile, brandt, place=brandt.place, **months)
    actions.confirm_station(
        station=station,
        source=f"reference:{station.pk}",
        level=level,
        first=station.start,
        last=station.end,
        on=date(2025, 3, 14),
    )
    return station


def test_stranger_reads_what_everyone_may_read(client, anna, address, brandt) -> None:
    confirmed_station(anna, brandt)
    anna.profile.montage = True
    anna.profile.about = "Altbau mag ich."
    anna.profile.save()
    text = words(client.get(address))
    assert "Anna G." in text
    assert "Gärtner" not in text
    assert "Elektroniker/in Energie- und Gebäudetechnik" in text
    assert "Fürth, works within 25 kilometres" in text
    assert "Altbau mag ich." in text
    assert "6 years 10 months" in text
    assert "Elektro Brandt, Fürth" in text
    assert "September 2013 to June 2020" in text
    assert "Confirmed by a checked employer, March 2025" in text


def test_full_name_is_shown_only_when_chosen(client, anna, address) -> None:
    anna.profile.name_shown = "full"
    anna.profile.save()
    assert "Anna Gärtner" in words(client.get(address))


def test_page_is_kept_out_of_search_engines(client, address) -> None:
    page = client.get(address)
    assert "noindex" in page["X-Robots-Tag"]
    assert '<meta name="robots" content="noindex' in page.content.decode()


def test_page_is_only_read(client, address) -> None:
    assert client.post(address).status_code == 405


def test_rings_are_an_image_with_the_same_facts_as_text(client, anna, address, brandt) -> None:
    confirmed_station(anna, brandt)
    factories.make_station(anna.profile, name="Lindner", start=date(2020, 7, 1), end=date(2022, 12, 1))
    page = client.get(address)
    html = page.content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert 'role="img"' in html
    assert "6 years 10 months confirmed, 2 years 6 months self-declared" in words(page)
    assert re.search(r'aria-label="[^"]*6 years 10 months confirmed, 2 years 6 months self-declared', html)


def test_page_without_stations_has_no_rings(client, address) -> None:
    assert 'class="rings"' not in client.get(address).content.decode()


def test_self_declared_station_says_so(client, anna, address) -> None:
    factories.make_station(anna.profile, name="Lindner", start=date(2020, 7, 1))
    html = client.get(address).content.decode()
    assert "tag--0" in html
    assert "station--open" in html
    assert "tag--4" not in html


def test_partly_confirmed_station_says_how_much(client, anna, address, brandt) -> None:
    station = confirmed_station(anna, brandt)
    station.end = date(2021, 6, 1)
    station.save()
    assert "6 years 10 months confirmed, 1 year self-declared" in words(client.get(address))


def test_qualifications_say_whether_they_hold(client, anna, address, stapler, ersthelfer) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    crane = make_kind("kran", 7, "Fahrauftrag", bound_to_firm=True, rule="years", amount=1)
    Qualification.objects.create(profile=anna.profile, kind=ersthelfer, valid_until=yesterday)
    Qualification.objects.create(profile=anna.profile, kind=stapler, issuer="DEKRA")
    Qualification.objects.create(profile=anna.profile, kind=crane)
    page = client.get(address)
    assert [(each.name, each.expired) for each in page.context["page"].papers] == [
        ("Fahrauftrag", False),
        ("Staplerschein", False),
        ("Ersthelfer", True),
    ]
    text = words(page)
    assert "DEKRA" in text
    assert "Ran out on" in text
    assert "Without end" in text
    assert "Not known until when" in text
    assert "Holds only in the firm that issued it" in text


def test_owner_reads_who_can_see_the_page(worker, anna, address) -> None:
    said = set()
    for visibility in ("off", "link", "employers", "everyone"):
        actions.choose_visibility(by=anna, profile=anna.profile, visibility=visibility)
        page = worker.get(address)
        assert "This is your own page: you see everything on it." in words(page)
        said.add(re.search(r"Now [^.]+\.", words(page))[0])
    assert len(said) == 4
    assert f"http://testserver{address}" in words(page)


def test_nobody_else_reads_the_owners_note(client, address, rita) -> None:
    client.force_login(rita)
    assert "This is your own page" not in words(client.get(address))


def test_upper_rooms_add_sections_in_order_and_buttons(client, address, monkeypatch, tmp_path, settings) -> None:
    (tmp_path / "later.html").write_text("<p>Second {{ word }} {{ owner }}</p>")
    (tmp_path / "sooner.html").write_text("<p>First {{ word }} {{ profile.handle }}</p>")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}]
    sections = [
        Section(20, "later", lambda profile, sight: {"word": "<b>"}, "later.html"),
        Section(10, "sooner", lambda profile, sight: {"word": "x"}, "sooner.html"),
        Section(5, "nothing", lambda profile, sight: None, "missing.html"),
    ]
    monkeypatch.setattr(registry, "sections", sections)
    monkeypatch.setattr(registry, "acts", [lambda profile, sight: [("/go/", "Send an offer")]])
    page = client.get(address)
    html = page.content.decode()
    assert html.index("First x") < html.index("Second &lt;b&gt; False")
    assert '<a class="btn" href="/go/">Send an offer' in html


@pytest.mark.parametrize("rows", [1, 30])
def test_page_costs_the_same_with_many_rows(
    client, anna, rita, address, brandt, monkeypatch, count_reads, rows: int
) -> None:
    """2 for the session, 1 for the viewer, 2 for the page, and the look that is written: upper rooms have 2 left of 8."""
    monkeypatch.setattr(registry, "sections", [])
    monkeypatch.setattr(registry, "acts", [])
    for number in range(rows):
        station = factories.make_station(anna.profile, name=f"Firma {number}", start=date(1990 + number, 1, 1))
        for source in "ab":
            actions.confirm_station(
                station=station,
                source=f"{source}:{number}",
                level=3,
                first=station.start,
                last=station.start,
                on=date(2025, 1, 1),
            )
        kind = make_kind(f"kind-{number}", number, f"Schein {number}")
        Qualification.objects.create(profile=anna.profile, kind=kind)
    client.force_login(rita)
    assert count_reads(address) == 5
    page = client.get(address)
    assert len(page.context["page"].stations) == len(page.context["page"].papers) == rows
    client.logout()
    assert count_reads(address) == 2

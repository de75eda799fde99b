"""Search engines: out until the worker says so, and out again as soon as not everyone may see the page."""

import re

import pytest
from django.core.cache import cache

from network.profiles import actions
from network.profiles.models import Profile
from tests import factories
from tests.samples.conftest import make_photo, make_sample

ENGINES = "/me/profile/engines/"
PEOPLE = "/sitemap-people.xml"


@pytest.fixture
def indexed(anna) -> Profile:
    actions.choose_engines(by=anna, profile=anna.profile, indexable=True)
    return anna.profile


def test_page_says_whether_it_may_be_kept(client, anna, worker):
    address = f"/p/{anna.profile.handle}/"
    assert "noindex" in client.get(address)["X-Robots-Tag"]
    worker.post(ENGINES, {"indexable": "yes"})
    client.logout()
    page = client.get(address)
    assert "X-Robots-Tag" not in page
    assert f'<link rel="canonical" href="http://testserver{address}">' in page.content.decode()
    assert "noindex" not in page.content.decode()


def test_photos_follow_the_page(client, anna, indexed):
    for audience, kept in (("all", True), ("employers", False)):
        photo = make_photo(make_sample(anna, audience=audience))
        client.force_login(anna)
        answer = client.get(f"/photo/{photo.pk}/{photo.widths[0]}.webp")
        assert ("X-Robots-Tag" not in answer) is kept
    actions.choose_visibility(by=anna, profile=indexed, visibility="link")
    assert "noindex" in client.get(f"/photo/{photo.pk}/{photo.widths[0]}.webp")["X-Robots-Tag"]


@pytest.mark.parametrize("visibility", ["off", "link", "employers"])
def test_leaving_everyone_takes_the_page_out(client, anna, indexed, visibility):
    assert indexed.handle in client.get(PEOPLE).content.decode()
    actions.choose_visibility(by=anna, profile=indexed, visibility=visibility)
    actions.choose_visibility(by=anna, profile=indexed, visibility="everyone")
    assert indexed.handle not in client.get(PEOPLE).content.decode()
    assert "noindex" in client.get(f"/p/{indexed.handle}/")["X-Robots-Tag"]


@pytest.mark.parametrize("visibility", ["off", "link", "employers"])
def test_question_is_none_where_not_everyone_sees_the_page(worker, anna, visibility):
    actions.choose_visibility(by=anna, profile=anna.profile, visibility=visibility)
    assert "form" not in worker.get(ENGINES).context
    worker.post(ENGINES, {"indexable": "yes"})
    actions.choose_engines(by=anna, profile=anna.profile, indexable=True)
    assert not Profile.objects.get(pk=anna.profile.pk).indexable


def test_no_answer_is_asked_again(worker, anna):
    assert list(worker.post(ENGINES, {}).context["form"].errors) == ["indexable"]


def test_preview_and_share_link_are_never_kept(worker, client, anna, indexed):
    station = factories.make_station(indexed)
    keys = [f"station:{station.pk}"]
    shared = actions.share(by=anna, profile=indexed, name="x", items=keys, days=7, once="1")
    for address in ("/me/profile/preview/stranger/", f"/s/{shared.token}/"):
        page = worker.get(address)
        assert "noindex" in page["X-Robots-Tag"]
        assert "canonical" not in page.content.decode()


def test_sitemap_names_complete_pages_that_want_it_and_no_dates(client, anna, indexed, elektro, fuerth):
    factories.make_profile(None, elektro, fuerth)
    factories.make_profile(None, None, None, indexable=True)
    text = client.get(PEOPLE).content.decode()
    assert re.findall(r"<loc>(.*?)</loc>", text) == [f"http://testserver/p/{indexed.handle}/"]
    assert "lastmod" not in text
    index = client.get("/sitemap.xml").content.decode()
    assert re.findall(r"<loc>(.*?)</loc>", index) == [
        "http://testserver/sitemap-house.xml",
        "http://testserver/sitemap-notices.xml",
        "http://testserver/sitemap-people.xml",
    ]
    assert "http://testserver/privacy/" in client.get("/sitemap-house.xml").content.decode()
    assert client.get("/sitemap-others.xml").status_code == 404


def test_sitemap_may_be_kept_by_strangers_alone(client, indexed, rita):
    assert client.get(PEOPLE)["Cache-Control"] == "public, max-age=3600"
    assert "Cookie" in client.get(PEOPLE)["Vary"]
    client.force_login(rita)
    assert "no-store" in client.get(PEOPLE)["Cache-Control"]
    cache.clear()


def test_many_people_are_cut_into_files(client, anna, indexed, elektro, fuerth, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("network.home.sitemaps.People.limit", 2)
    for _number in range(4):
        factories.make_profile(None, elektro, fuerth, indexable=True)
    assert client.get("/sitemap.xml").content.decode().count("sitemap-people.xml") == 3
    with django_assert_num_queries(2):
        assert client.get(f"{PEOPLE}?p=3").content.decode().count("<loc>") == 1
    assert client.get(f"{PEOPLE}?p=4").status_code == 404
    assert client.get(f"{PEOPLE}?p=x").status_code == 404

import errno

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory
from django.urls import reverse

from network.home import views

PLAIN = ["start", "contact", "accessibility", "privacy", "imprint", "easy"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", PLAIN)
def test_plain_page_opens_for_everybody_without_a_query(client, name, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get(reverse(f"home:{name}"))
    assert response.status_code == 200
    assert "109" in response.text  # law 7: not an Arbeitszeugnis
    assert "http" not in response.headers["Content-Security-Policy"]


@pytest.mark.django_db
def test_me_needs_sign_in(client):
    response = client.get(reverse("home:me"))
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


@pytest.mark.django_db
def test_me_of_a_newcomer_offers_both_ways(client, fremder):
    client.force_login(fremder)
    response = client.get(reverse("home:me"))
    assert reverse("employers:new") in response.text
    assert reverse("profiles:mine") in response.text
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_unknown_address_says_so_plainly(client):
    response = client.get("/nothing/here/")
    assert response.status_code == 404
    assert reverse("home:contact") in response.text


@pytest.mark.django_db
def test_stale_form_gets_a_plain_page():
    response = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "a@example.org"})
    assert response.status_code == 403
    assert reverse("home:start") in response.text


@pytest.mark.parametrize(("view", "status"), [(views.bad_request, 400), (views.forbidden, 403)])
@pytest.mark.django_db
def test_error_pages_have_our_look(view, status, client):
    request = client.get("/").wsgi_request
    response = view(request, ValueError("internal detail"))
    assert response.status_code == status
    assert b"internal detail" not in response.content


def test_server_error_page_stands_alone():
    response = views.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Handschlag" in response.text


@pytest.mark.parametrize("trouble", [OSError(errno.ENOSPC, "disk full"), OperationalError("database is locked")])
def test_full_disk_or_busy_database_asks_to_try_again(trouble):
    try:
        raise trouble
    except type(trouble):
        response = views.server_error(RequestFactory().get("/"))
    assert response.status_code == 503
    assert response.headers["Retry-After"]


@pytest.mark.django_db
def test_health(client):
    assert client.get("/healthz").text == "ok\n"


def test_robots_keep_people_out(client):
    text = client.get("/robots.txt").text
    assert all(f"Disallow: {path}\n" in text for path in ("/v/", "/s/", "/r/", "/w/", "/mails/", "/me/", "/photo/"))
    assert "Disallow: /p/" not in text  # its "noindex" has to be read to hold
    assert text.endswith("\nSitemap: http://testserver/sitemap.xml\n")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/dev/outbox/", "/styleguide/"])
def test_demo_pages_exist_in_demo_mode_only(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_language_can_be_changed_and_stays_here(client):
    response = client.post(reverse("set_language"), {"language": "en", "next": "https://evil.example/"})
    assert response.status_code == 302
    assert "evil" not in response.url
    assert 'lang="en"' in client.get("/").text

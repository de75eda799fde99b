"""Whatever goes wrong below /api/v1/, a program reads a problem and never a page."""

import json

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404
from django.test import Client, RequestFactory

from accounts.trouble import OperatorNeeded
from network.home import views
from network.partners.problems import KINDS
from network.partners.views import programs
from tests.partners.contract import description, problems_of


def is_problem(answer, kind: str) -> bool:
    """In the shape that is published, with the status of its kind, and kept by nobody."""
    status = KINDS[kind][0]
    assert answer["Content-Type"] == "application/problem+json"
    assert "no-store" in answer["Cache-Control"]
    said = json.loads(answer.content)
    assert problems_of(said, "Problem", description()) == []
    assert said["type"].endswith(f"/api/#{kind}")
    assert said["detail"]
    return answer.status_code == said["status"] == status


@pytest.mark.parametrize("method", ["get", "post", "put", "delete", "options"])
@pytest.mark.parametrize("address", ["", "/", "/search/", "/people", "/notices/x/y", "/../v2", "/%00", "/%ff"])
def test_unknown_address(db, address, method):
    assert is_problem(getattr(Client(enforce_csrf_checks=True), method)(f"/api/v1{address}"), "not-found")


def test_strange_host(db, client, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    assert is_problem(client.get("/api/v1/search", headers={"Host": "evil.example"}), "request")
    assert "html" in client.get("/", headers={"Host": "evil.example"})["Content-Type"], "people read a page"


@pytest.mark.parametrize(
    ("trouble", "kind"),
    [
        (RuntimeError("internal"), "broken"),
        (OperationalError("internal"), "busy"),
        (OperatorNeeded("internal"), "busy"),
        (PermissionDenied("internal"), "forbidden"),
        (SuspiciousOperation("internal"), "request"),
        (Http404("internal"), "not-found"),
    ],
    ids=lambda each: type(each).__name__,
)
@pytest.mark.parametrize("address", ["search", "notices", "notices/x", "references/x"])
def test_what_a_view_did_not_expect(db, monkeypatch, trouble, kind, address):
    def fails(request):
        raise trouble

    monkeypatch.setattr(programs, "key_of", fails)
    answer = Client(raise_request_exception=False).get(f"/api/v1/{address}")
    assert is_problem(answer, kind)
    assert "internal" not in answer.text
    assert answer.has_header("Retry-After") == (kind == "busy")


def test_stale_form(db):
    """No address for programs takes a form today; if one ever does, it does not answer with a page."""
    assert is_problem(views.csrf_failure(RequestFactory().post("/api/v1/search")), "forbidden")


def test_neighbours_of_the_address_stay_pages(db, client):
    assert client.get("/api/")["Content-Type"].startswith("text/html")
    assert client.get("/api/v11/")["Content-Type"].startswith("text/html")

from urllib.parse import urljoin, urlsplit

import pytest
from django.test import RequestFactory
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.returns import safe_next

BAD = [
    "https://evil.example/", "//evil.example", "///evil.example", "/\\evil.example", "/\\ ", "// ", "\\\\evil.example", "javascript:alert(1)",
    "/\t/evil.example", "/\n/evil.example", " /me/", "http:/evil.example", "me/", "", "http:///evil.example", "/\x00/evil",
]  # fmt: skip


@pytest.mark.parametrize("wanted", BAD)
def test_safe_next_refuses(wanted):
    assert safe_next(RequestFactory().get("/", {"next": wanted}), "/default/") == "/default/"
    assert safe_next(RequestFactory().post("/", {"next": wanted}), "/default/") == "/default/"


@pytest.mark.parametrize("wanted", ["/me/", "/search/?postcode=90762&radius=25", "/p/abc/#stations", "/a//b"])
def test_safe_next_takes_paths_of_the_house(wanted):
    assert safe_next(RequestFactory().get("/", {"next": wanted}), "/default/") == wanted


@settings(max_examples=1000)
@given(st.one_of(st.text(max_size=30), st.text(alphabet="/\\:?#@.ehtps \t\n", max_size=12).map(lambda t: "/" + t)))
def test_safe_next_never_leaves_the_host(wanted):
    found = safe_next(RequestFactory().get("/", {"next": wanted}), "/default/")
    cleaned = found.replace("\\", "/")  # as browsers read it
    assert urlsplit(urljoin("https://handschlag.example/account/", cleaned)).netloc == "handschlag.example"

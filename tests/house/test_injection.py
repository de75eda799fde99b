"""What somebody typed stays text: never markup, a statement to the database or code (OWASP ASVS 5.0, V1.2, V1.3, V3.2, V4.1)."""

import re

import pytest
from django import forms

from tests.house.test_house import CODE, ROOT, _name

SCRIPTS = sorted((ROOT / "network").rglob("static/**/*.js"))
MARKUP = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function")
RAW = re.compile(
    r"\.raw\(|RawSQL|\.extra\(|cursor\(\)|\beval\(|\bexec\(|pickle|yaml\.load|Template\(|shell=True|os\.system"
)
# Fills a house with made-up rows in bulk. It takes a number, and its statements hold names of our own tables alone.
IN_BULK = ROOT / "network/search/populating/writing.py"


@pytest.mark.parametrize("file", SCRIPTS, ids=_name)
def test_script_sets_text_never_markup(file):
    assert not MARKUP.search(file.read_text())


def test_no_raw_sql_and_no_code_from_data():
    assert [_name(file) for file in CODE if file != IN_BULK and RAW.search(file.read_text())] == []


def test_only_plain_text_mails_are_not_escaped():
    off = [f for f in (ROOT / "templates").rglob("*.*") if re.search(r"autoescape off|\|safe\b", f.read_text())]
    assert off
    assert {file.suffix for file in off} == {".txt"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/", "/search/", "/privacy/", "/account/login/", "/nothing-here/", "/robots.txt", "/healthz"]
)
def test_answer_says_its_type_and_forbids_guessing(client, path):
    answer = client.get(path)
    assert re.fullmatch(r"text/html; charset=utf-8|text/plain", answer["Content-Type"])
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in answer


def test_hint_of_a_field_is_escaped():
    form = type("Typed", (forms.Form,), {"code": forms.CharField(label="x", help_text="<b>typed</b>")})()
    assert "&lt;b&gt;typed" in str(form)
    assert "<b>typed" not in str(form)

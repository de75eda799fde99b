"""Rules of the house that a machine can hold."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(__file__).resolve().parent.parent.parent
CODE = [
    f
    for top in ("accounts", "network", "references")
    for f in (ROOT / top).rglob("*.py")
    if "migrations" not in f.parts
]
TEMPLATES = list((ROOT / "templates").rglob("*.html"))
STYLES = list((ROOT / "network/ui/static/ui/css").glob("*.css"))


def _name(file: Path) -> str:
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("file", TEMPLATES, ids=_name)
def test_template_has_no_inline_style_or_script(file):
    text = file.read_text()
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:", text), "strict CSP: nothing inline (law 10)"
    for script in re.findall(r"<script[^>]*>", text):
        assert "src=" in script or "application/json" in script or "application/ld+json" in script


@pytest.mark.parametrize("file", TEMPLATES, ids=_name)
def test_template_names_no_foreign_host(file):
    hosts = re.findall(r"(?:src|href|action)=[\"']https?://[^\"']+", file.read_text())
    assert not hosts, "nothing from third parties (law 10)"


@pytest.mark.parametrize("file", STYLES, ids=_name)
def test_stylesheet_keeps_to_the_tokens(file):
    text = file.read_text()
    if not file.name.startswith(("0-", "7-")):
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", re.sub(r"/\*.*?\*/", "", text)), (
            "colours live in the tokens"
        )
    assert "!important" not in text
    assert "url(" not in text
    assert len(text.splitlines()) <= 120


LISTS = ("settings.py",)  # one after the other, nothing to understand together


@pytest.mark.parametrize("file", [f for f in CODE if f.name not in LISTS], ids=_name)
def test_code_file_is_small(file):
    assert len(file.read_text().splitlines()) <= 200


@pytest.mark.parametrize("file", [f for f in CODE if f.name.startswith("views") or f.parent.name == "views"], ids=_name)
def test_views_write_nothing_and_ask_through_owners(file):
    text = file.read_text()
    assert not re.search(
        r"\.(save|create|bulk_create|update_or_create|get_or_create)\(", text.replace("form.save(", "")
    ), "actions own the writes"
    assert not re.search(r"get_object_or_404\(\s*[A-Z]\w+\s*[,)]", text), (
        "objects are reached through their owner (law 9)"
    )


def test_no_signal_receivers():
    for file in CODE:
        tree = ast.parse(file.read_text())
        imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
        assert "receiver" not in imported, _name(file)


def test_no_field_of_a_forbidden_kind():
    """Law 11: data we never take."""
    forbidden = re.compile(r"birth|sex|gender|nation|relig|health|disab|union|pregnan|marital|iban|tax", re.IGNORECASE)
    own = [m for m in apps.get_models() if m.__module__.split(".")[0] in ("accounts", "network", "references")]
    for model in own:
        for field in model._meta.get_fields():
            if isinstance(field, models.Field):
                assert not forbidden.search(field.name), f"{model.__name__}.{field.name}"


def test_no_score_anywhere():
    """Law 1: no stars, points, rankings, likes, counters of views, percentages of a match."""
    forbidden = re.compile(r"score|rating|stars|likes|ranking|view_count|completeness", re.IGNORECASE)
    for model in apps.get_models():
        if model.__module__.split(".")[0] in ("accounts", "network", "references"):
            assert not any(forbidden.search(field.name) for field in model._meta.get_fields()), model.__name__


def _routes(resolver: URLResolver, prefix: str = ""):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _routes(entry, prefix + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield prefix + str(entry.pattern), entry.callback


def test_public_routes_are_the_listed_ones():
    """Law 9: deny by default. A new public address is added here by hand, after thinking."""
    public = {route or "/" for route, view in _routes(get_resolver()) if not getattr(view, "login_required", True)}
    listed = set((ROOT / "tests/house/public_routes.txt").read_text().split())
    assert public == listed


def test_locked_requirements_are_hashed_and_name_no_registry():
    for name in ("requirements.txt", "requirements-test.txt"):
        text = (ROOT / name).read_text()
        assert "http" not in text
        assert "index-url" not in text
        pins = re.findall(r"^([\w.\[\]-]+)==[^\n]*\\\n\s+--hash=sha256:", text, re.MULTILINE)
        assert len(pins) == len(re.findall(r"^[\w.\[\]-]+==", text, re.MULTILINE))


def test_repository_names_no_machine_path():
    listed = subprocess.run(
        ["git", "grep", "-lE", r"/w[o]rk/|/f[a]rm/"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert listed.stdout == ""


def test_every_template_is_used():
    texts = {f: f.read_text() for f in [*TEMPLATES, *CODE]}
    everything = "\n".join(texts.values())
    for file in TEMPLATES:
        name = str(file.relative_to(ROOT / "templates"))
        known = name.startswith(("account/", "mfa/", "usersessions/", "allauth/", "django/")) or name in (
            "500.html",
            "429.html",
        )
        stem = name.rsplit("/", 1)[-1].removesuffix(".html")
        assert known or name in everything or f'"{stem}"' in everything, name


def test_secure_by_default():
    assert settings.X_FRAME_OPTIONS == "DENY"
    assert "unsafe" not in str(settings.CONTENT_SECURITY_POLICY)
    assert "django.contrib.auth.middleware.LoginRequiredMiddleware" in settings.MIDDLEWARE

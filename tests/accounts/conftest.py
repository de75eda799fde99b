from collections.abc import Callable

import pytest
from django.test import Client

from tests.committing import commit_at_once


@pytest.fixture
def client_factory() -> Callable[[], Client]:
    return Client


@pytest.fixture
def registries(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rooms above fill these; tests of accounts start with empty ones."""
    from accounts import exporting, registry

    for name in ("erasers", "farewells", "second_factor", "exporters", "documents"):
        monkeypatch.setattr(registry, name, {})
    registry.exporters["account"] = exporting.own


@pytest.fixture(autouse=True)
def _after_commit_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    commit_at_once(monkeypatch)


@pytest.fixture(autouse=True)
def _clock_of_the_app_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """The digits of an app change every 30 seconds, also between making and typing them."""
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.yield_hotp_counters_from_time", lambda: iter([59_000_000]))

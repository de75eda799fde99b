"""Browsers for the journeys, and a region for them to happen in."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.conf import settings as project

from network.occupations import actions as occupations
from network.places import actions as places

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
ARGS = (
    "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update"
    " --disable-sync --disable-quic"
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where a browser will run, SQLite gets a file: the threads of the server then have connections of their own, as in production."""
    database = project.DATABASES["default"]
    here = Path(__file__).parent
    if any(here in item.path.parents and item.get_closest_marker("browser") for item in items):
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps a loop in the thread of the tests
        if database["ENGINE"].endswith("sqlite3"):
            folder = tempfile.mkdtemp(prefix="handschlag-")
            config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
            database.setdefault("TEST", {})["NAME"] = f"{folder}/journeys.sqlite3"


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """One browser for all. Where there is none the journeys are skipped, except in CI."""
    if not CHROMIUM:
        why = "no Chromium here; on Debian: apt install chromium"
        pytest.fail(why) if os.environ.get("CI") == "true" else pytest.skip(why)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=ARGS.split())
        yield browser
        browser.close()


@pytest.fixture
def region(transactional_db: None) -> None:
    """All places and the whole catalogue, as after the set-up of a real house."""
    places.load()
    occupations.sync()


@pytest.fixture
def visit(chromium, live_server, transactional_db) -> Iterator[Callable]:
    """visit("anna@example.org", javascript=False, width=1280) -> a Visitor with a browser of its own."""
    from tests.journeys.visitor import Visitor

    visitors = []

    def come(email: str = "", **how: bool | int) -> Visitor:
        visitors.append(Visitor(chromium, live_server.url, email=email, **how))
        return visitors[-1]

    yield come
    for visitor in visitors:
        with suppress(Exception):
            visitor.context.close()

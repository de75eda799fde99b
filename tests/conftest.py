"""The cast: Anna (worker), Brandt (her employer) with Monika, Talheim with Rita (recruiter), Fremder (stranger)."""

import gc
import os
from collections.abc import Generator
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import translation

from accounts.models import User
from network.employers.models import Employer
from network.occupations import lookup
from network.occupations.models import Occupation
from network.places import lookup as places
from network.places.models import Place
from network.profiles.actions import looking
from tests import factories

# The same examples each time, and no stop-watch: a busy machine must not turn a change red. HANDSCHLAG_FUZZ=1 looks further.
hypothesis.settings.register_profile(
    "house", deadline=None, derandomize="HANDSCHLAG_FUZZ" not in os.environ, database=None
)
hypothesis.settings.load_profile("house")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection() -> Generator[None, object, object]:
    """Thousands of tests, and none of them is garbage: not looked for while they come, nor among them ever after."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()  # throttles live there


@pytest.fixture(autouse=True)
def _fresh_catalogue() -> None:
    lookup.forget()
    places.forget()
    looking.forget()


@pytest.fixture(autouse=True)
def _own_language() -> None:
    translation.activate(settings.LANGUAGE_CODE)  # a request of the test before may have left another one


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "media")},
        },
    }


@pytest.fixture
def fuerth(db) -> Place:
    return factories.make_place("90762", "Fürth", 49.4772, 10.9893)


@pytest.fixture
def nuernberg(db) -> Place:
    return factories.make_place("90402", "Nürnberg", 49.4521, 11.0767)


@pytest.fixture
def elektro(db) -> Occupation:
    return factories.make_occupation(
        "elektroniker-energie-gebaeudetechnik", "Elektroniker/in Energie- und Gebäudetechnik"
    )


@pytest.fixture
def pflege(db) -> Occupation:
    field = factories.make_field("pflege", care=True)
    return factories.make_occupation("pflegefachkraft", "Pflegefachfrau/-mann", field, "81302", "pflegefachkraft")


@pytest.fixture
def anna(elektro, fuerth) -> User:
    """A worker with a complete profile that everyone may see."""
    user = factories.make_user("anna@example.org")
    factories.make_profile(user, elektro, fuerth)
    return user


@pytest.fixture
def brandt(fuerth) -> Employer:
    return factories.make_employer("Elektro Brandt", fuerth, domain="brandt-elektro.example")


@pytest.fixture
def monika(brandt) -> User:
    user = factories.make_user("monika@brandt-elektro.example")
    factories.make_member(brandt, user, "Monika Brandt", is_admin=True, is_referee=True)
    return user


@pytest.fixture
def talheim(nuernberg) -> Employer:
    return factories.make_employer("Stadtwerke Talheim", nuernberg, domain="talheim.example")


@pytest.fixture
def rita(talheim) -> User:
    user = factories.make_user("rita@talheim.example")
    factories.make_member(talheim, user, "Rita Renner", is_recruiter=True)
    return user


@pytest.fixture
def fremder(db) -> User:
    return factories.make_user("fremder@example.org")

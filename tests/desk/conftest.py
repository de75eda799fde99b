import pytest

from network.desk.models import Case
from tests.committing import commit_at_once
from tests.desk.casework import at_desk, contested, reference


@pytest.fixture(autouse=True)
def _after_commit_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    commit_at_once(monkeypatch)


@pytest.fixture
def petra():
    return at_desk()


@pytest.fixture
def signed(anna, brandt, monika):
    return reference(anna, brandt, monika)


@pytest.fixture
def case(signed) -> Case:
    return contested(signed)

import pytest

from tests.committing import commit_at_once


@pytest.fixture(autouse=True)
def _after_commit_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    commit_at_once(monkeypatch)

import pytest

from network.occupations import actions, lookup


@pytest.fixture(autouse=True)
def _fresh_index() -> None:
    lookup.forget()


@pytest.fixture
def catalogue(db) -> actions.Synced:
    """The real catalogue, loaded."""
    return actions.sync()

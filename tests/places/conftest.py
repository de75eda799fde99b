import pytest

from network.places import actions
from network.places.models import Near, Place, Town


@pytest.fixture(scope="module")
def _germany(django_db_setup, django_db_blocker):
    """The real postcodes, loaded once for a whole module and taken out again."""
    with django_db_blocker.unblock():
        actions.load()
        yield
        for model in (Near, Town, Place):
            model.objects.all().delete()


@pytest.fixture
def germany(_germany, db):
    """All of Germany; what a test changes is undone."""

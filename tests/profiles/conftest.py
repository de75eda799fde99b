"""More of the cast: Anna's profile, qualification kinds, Brandt's family."""

import pytest

from accounts.models import User
from network.employers.models import Employer
from network.occupations.models import QualificationKind
from network.profiles.models import Profile
from tests import factories


def make_kind(slug: str, bit: int, name: str, **fields) -> QualificationKind:
    defaults = {"rule": "none", "source": "test", "names": {"de": name, "en": name}, **fields}
    return QualificationKind.objects.create(slug=slug, bit=bit, **defaults)


@pytest.fixture
def page(anna: User) -> Profile:
    return anna.profile


@pytest.fixture
def stapler(db) -> QualificationKind:
    return make_kind("staplerschein", 3, "Staplerschein")


@pytest.fixture
def ersthelfer(db) -> QualificationKind:
    return make_kind("ersthelfer", 5, "Ersthelfer", rule="years", amount=2)


@pytest.fixture
def family(fuerth, nuernberg) -> dict[str, Employer]:
    """A holding with two branches."""
    parent = factories.make_employer("Pflege Holding", nuernberg)
    return {
        "parent": parent,
        "branch": factories.make_employer("Haus Rosengarten", fuerth, parent=parent),
        "sibling": factories.make_employer("Haus Lindenhof", nuernberg, parent=parent),
    }

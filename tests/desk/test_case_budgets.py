"""At most 8 queries for a page of the desk and of the sides, with 1 case and with 30."""

import pytest
from django.urls import reverse

from network.desk import asking, cases
from network.desk.models import Case
from references.models import Reference
from tests.desk.casework import REASON, at_desk, contested, reference
from tests.employers.helpers import enter
from tests.house.test_budgets import MOST, queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def petra():
    return at_desk()


@pytest.fixture
def many(anna, brandt, monika):
    """So many contested references, each with a question to whoever signed."""

    def make(count: int, petra) -> Case:
        first = contested(reference(anna, brandt, monika))
        for number in range(1, count):
            Case.objects.create(
                kind="contest", subject=f"reference:no{number}", profile=anna.profile, employer=brandt, opened_by=anna
            )
        for case in Case.objects.exclude(pk=first.pk):
            case.questions.create(who="worker", words="?", by=petra, expires_at=first.opened_at)
        asking.ask(by=petra, case=first, who="referee", words="Waren Sie es?")
        return first

    return make


@pytest.mark.parametrize("count", [1, 30])
def test_desk(petra, many, count):
    case = many(count, petra)
    client = enter(petra)
    for address in ("desk:queue", "desk:cases"):
        assert queries(client, reverse(address)) <= MOST, address
    assert queries(client, reverse("desk:case", args=[case.pk])) <= MOST


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize("who", ["anna", "monika"])
def test_sides(petra, many, count, who, request):
    case = many(count, petra)
    cases.decide(by=petra, case=case, outcome="stays", reason=REASON)
    client = enter(request.getfixturevalue(who))
    assert Reference.objects.count() == 1
    assert queries(client, reverse("desk:own_cases")) <= MOST
    assert queries(client, reverse("desk:own_case", args=[case.pk])) <= MOST

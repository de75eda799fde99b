"""Synthetic people obey the same rules as real ones: computing the copies anew changes nothing."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from accounts.models import User
from network.employers.viewer import STRANGER
from network.occupations.models import QualificationKind
from network.profiles import copies
from network.profiles.models import Profile, Station
from network.search import hits
from network.search.criteria import Criteria
from network.search.management.commands import populate
from network.search.populating import writing
from network.search.populating.lives import COPIED, stored
from tests import factories

NUMBER = 60


@pytest.fixture
def small(db, elektro, fuerth, monkeypatch):
    """A catalogue of two and a dozen patterns are enough."""
    factories.make_occupation("elektrohelfer", "Elektrohelfer/in", elektro.field, "26301")
    QualificationKind.objects.create(
        slug="staplerschein", bit=3, names={"de": "Staplerschein"}, rule="none", source="x"
    )
    monkeypatch.setattr(populate, "LIVES", 12)


def run(number=NUMBER, **options):
    said = StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "analyse", lambda: None)  # VACUUM wants no transaction around it
        call_command("populate", profiles=number, stdout=said, **options)
    return said.getvalue()


def test_refreshing_changes_nothing(small):
    assert f"{NUMBER} profiles in" in run()
    made = Profile.objects.filter(user__is_demo=True)
    assert made.count() == NUMBER
    copied = (*COPIED, "field_id", "group", "public", "open")
    for profile in made:
        before = {name: getattr(profile, name) for name in copied}
        copies.refresh(profile)
        assert {name: getattr(profile, name) for name in copied} == before
        assert profile.searchable == (profile.visibility in ("employers", "everyone"))


def test_people_are_marked_and_found(small, fuerth, elektro):
    run()
    assert set(User.objects.values_list("is_demo", flat=True)) == {True}
    assert Station.objects.filter(profile__user__is_demo=True).count() >= NUMBER
    wanted = Criteria(place=fuerth, radius=25, field=elektro.field)
    public = Profile.objects.filter(public=True, searchable=True).count()
    assert hits.find(STRANGER, wanted).total == public > 0


def test_second_run_adds_others(small):
    run()
    run(seed=2)
    assert Profile.objects.count() == 2 * NUMBER
    factories.make_profile(None, Profile.objects.first().occupation, Profile.objects.first().place)


def test_indexes_are_there_again(small, monkeypatch):
    from django.db import connection

    def named():
        with connection.cursor() as cursor:
            return set(connection.introspection.get_constraints(cursor, Profile._meta.db_table))

    before = named()
    monkeypatch.setattr(populate, "MANY", 1)
    with transaction.atomic():
        run()
    assert named() == before
    assert "search_group" in before


def test_never_in_production(small, settings):
    settings.MODE = "production"
    with pytest.raises(CommandError, match="made up"):
        run()


@pytest.mark.parametrize("number", [0, -5])
def test_strange_numbers_are_refused(small, number):
    with pytest.raises(CommandError, match="from 1 on"):
        run(number)


def test_stored_values_are_what_the_model_holds(small, anna):
    values = stored(anna.profile)
    assert values["languages"] == "{}"
    assert isinstance(values["created_at"], str)
    assert date.fromisoformat(values["created_at"][:10])

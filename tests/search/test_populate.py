"""Synthetic people obey the same rules as real ones: computing the copies anew changes nothing, and every page finds them."""

from collections import Counter
from io import StringIO
from random import Random

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import Count, F
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from network.employers.viewer import STRANGER
from network.occupations.models import QualificationKind
from network.profiles import copies
from network.profiles.models import Confirmation, Profile, Qualification, Station
from network.search import hits
from network.search.criteria import Criteria
from network.search.management.commands import populate
from network.search.populating import people, pools, spreading, words, writing
from network.search.populating.lives import COPIED, stored
from network.search.populating.pools import SLOTS, Pool
from tests import factories

NUMBER = 120
KINDS = (("staplerschein", "yearly-duty", None), ("ersthelfer", "years", 2), ("pflegefachkraft", "none", None))


@pytest.fixture
def small(db, elektro, pflege, fuerth, nuernberg, monkeypatch):
    """Two fields, two towns, three kinds of papers and few patterns are enough."""
    factories.make_occupation("elektrohelfer", "Elektrohelfer/in", elektro.field, "26301")
    for bit, (slug, rule, amount) in enumerate(KINDS):
        QualificationKind.objects.create(
            slug=slug, bit=bit, names={"de": slug}, rule=rule, amount=amount, source="§ 1", current=True
        )
    monkeypatch.setattr(people, "CHUNK", 50)
    monkeypatch.setattr(pools, "EACH", 256)


def run(number=NUMBER, **options):
    said = StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "analyse", lambda: None)  # VACUUM wants no transaction around it
        call_command("populate", profiles=number, stdout=said, **options)
    return said.getvalue()


def everything():
    """All rows of all tables, without the keys of passing things."""
    return {model: list(model.objects.order_by("pk").values()) for model in spreading.TABLES}


def test_refreshing_changes_nothing(small):
    assert f"{NUMBER + 80} profiles in" in run(NUMBER + 80)
    made = list(Profile.objects.filter(user__is_demo=True))
    assert len(made) == NUMBER + 80
    copied = (*COPIED, "field_id", "group", "spot", "searchable", "public", "open", "moved_at", "changed_at")
    for profile in made:
        before = {name: getattr(profile, name) for name in copied}
        copies.refresh(profile)
        profile.refresh_from_db()
        assert {name: getattr(profile, name) for name in copied} == before


def test_rows_pass_what_forms_would_ask(small):
    run()
    for model in spreading.TABLES:
        for row in model.objects.all():
            row.clean_fields([field.name for field in model._meta.fields if field.is_relation or field.null])
    connection.check_constraints()


def test_people_differ_as_people_do(small):
    run(400)
    by = {
        name: Counter(Profile.objects.values_list(name, flat=True))
        for name in ("visibility", "goal", "occupation__slug")
    }
    found = by["visibility"]["everyone"] + by["visibility"]["employers"]
    assert 0.75 < found / 400 < 0.95
    assert set(by["goal"]) == {"open", "keep", "side", "training", "later"}
    assert by["occupation__slug"].most_common(1)[0][0] == "pflegefachkraft"
    names = set(Profile.objects.values_list("name", flat=True))
    assert max(map(len, names)) > 40
    for origin in words.ORIGINS:
        assert any(name.startswith(tuple(origin.first.split("|"))) for name in names)
    assert Station.objects.exclude(occupation=F("profile__occupation")).count() == 0
    assert not Qualification.objects.filter(kind__slug="pflegefachkraft", profile__field__slug="elektro").exists()
    assert Qualification.objects.filter(kind__slug="pflegefachkraft", profile__field__slug="pflege").exists()
    assert Qualification.objects.filter(valid_until__lt=timezone.localdate()).exists()
    assert not Station.objects.annotate(said=Count("confirmations")).filter(said__gt=1).exists()
    assert Confirmation.objects.filter(level=copies.CHECKED).exists()


def test_people_are_marked_and_found(small, fuerth, nuernberg, elektro):
    run()
    assert set(User.objects.values_list("is_demo", flat=True)) == {True}
    assert set(User.objects.values_list("password", flat=True)) == {"!"}
    assert Station.objects.filter(profile__user__is_demo=True).count() >= NUMBER
    wanted = Criteria(place=fuerth, radius=25, field=elektro.field)
    public = Profile.objects.filter(public=True, searchable=True, field=elektro.field, radius_km__gte=10)
    own = public.filter(place=fuerth).count()
    assert hits.find(STRANGER, wanted).total >= own > 0


def test_pages_show_them(small, client, fuerth, elektro):
    run()
    asked = {"postcode": fuerth.postcode, "radius": 25, "field": elektro.field.slug}
    for page in ("search:search", "search:narrow", "search:map"):
        answer = client.get(reverse(page), asked)
        assert answer.status_code == 200
        assert "Elektro" in answer.content.decode()
    handles = Profile.objects.filter(public=True).values_list("handle", flat=True)
    for handle in handles[:5]:
        assert client.get(f"/p/{handle}/").status_code == 200


def test_same_seed_makes_the_same_people(small):
    made = []
    for seed in (5, 5, 6):
        with transaction.atomic():
            run(seed=seed)
            made.append(everything())
            transaction.set_rollback(True)
    assert made[0] == made[1]
    assert made[0][Profile] != made[2][Profile]


def test_second_run_adds_others(small):
    run()
    run(seed=2)
    assert Profile.objects.count() == 2 * NUMBER
    factories.make_profile(None, Profile.objects.first().occupation, Profile.objects.first().place)


def test_indexes_are_there_again(small, monkeypatch):
    def named():
        with connection.cursor() as cursor:
            return {
                name: found
                for model in spreading.TABLES
                for name, found in connection.introspection.get_constraints(cursor, model._meta.db_table).items()
            }

    before = named()
    monkeypatch.setattr(populate, "MANY", 1)
    with transaction.atomic():
        run()
    assert named() == before
    assert "profile_search" in before


def test_nothing_is_left_behind(small):
    run()
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    assert [name for name in tables if name.startswith(writing.OURS)] == []
    assert not User.objects.filter(email__startswith="pattern").exists()


def test_never_in_production(small, settings):
    settings.MODE = "production"
    with pytest.raises(CommandError, match="made up"):
        run(beside_real_people=True)


def test_beside_real_people_only_when_told_so(small):
    factories.make_user("echt@example.org")
    with pytest.raises(CommandError, match="not made up"):
        run()
    assert not Profile.objects.exists()
    run(10, beside_real_people=True)
    assert User.objects.filter(is_demo=False).count() == 1
    assert Profile.objects.count() == 10


@pytest.mark.parametrize("number", [0, -5])
def test_strange_numbers_are_refused(small, number):
    with pytest.raises(CommandError, match="from 1 on"):
        run(number)


def test_few_people_in_a_catalogue_without_known_papers(db, elektro, fuerth):
    run(1)
    assert Profile.objects.get().occupation == elektro


def test_stored_values_are_what_the_model_holds(small, anna):
    values = stored(anna.profile)
    assert values["languages"] == "{}"
    assert isinstance(values["created_at"], str)
    assert stored(anna.profile, ["name"]) == {"name": anna.profile.name}


def test_pool_holds_values_as_often_as_they_are_common():
    pool = Pool("abc", [3, 1, 0])
    assert Counter(pool.slots) == {"a": SLOTS * 3 // 4, "b": SLOTS // 4}
    assert pool.draw(Random(3), 50) == pool.draw(Random(3), 50)
    assert len(Pool(range(7)).slots) == SLOTS


def test_stock_keeps_the_shares(small, elektro, fuerth):
    stock = pools.wishes(Random(1), elektro, fuerth, timezone.localdate())
    found = sum(row[stock.columns.index("searchable")] for row in stock.rows)
    assert found / len(stock.rows) == pytest.approx(0.85, abs=0.01)


def test_words_are_those_of_the_catalogue():
    """Papers and occupations that the catalogue does not have would be left out in silence."""
    from network.occupations import catalogue

    known = catalogue.read()
    kinds = {kind.slug for kind in known.kinds}
    assert {*words.EVERYBODY, *(slug for each in words.PAPERS.values() for slug in each)} <= kinds
    assert set(words.COMMON) <= {each.slug for each in known.occupations}
    assert set(words.PAPERS) == set(words.FIRMS) == {each.slug for each in known.fields}

from django.utils import translation
from django.utils.translation import gettext as _

from network.occupations import lookup
from network.occupations.models import Occupation
from network.ui.kept import Kept, said_again
from tests import factories


def test_kept_rows_are_asked_for_once_by_any_of_their_names(elektro, django_assert_num_queries):
    kept = Kept(Occupation.objects.all, "slug", "pk")
    with django_assert_num_queries(1):
        assert kept.by("slug", [elektro.slug]) == {elektro.slug: elektro}
        assert kept.by("pk", [elektro.pk, elektro.pk]) == {elektro.pk: elektro}
        assert kept.by("pk", []) == {}


def test_what_is_unknown_is_asked_for_again_and_alone(elektro, django_assert_num_queries):
    kept = Kept(Occupation.objects.all, "slug")
    assert kept.by("slug", [elektro.slug, "maurer"]) == {elektro.slug: elektro}
    maurer = factories.make_occupation("maurer", "Maurer/in")
    with django_assert_num_queries(1) as asked:
        assert kept.by("slug", [elektro.slug, "maurer"]) == {elektro.slug: elektro, "maurer": maurer}
    assert elektro.slug not in asked.captured_queries[0]["sql"]


def test_forgotten_rows_are_read_as_they_are_now(elektro):
    kept = Kept(Occupation.objects.all, "slug")
    kept.by("slug", [elektro.slug])
    Occupation.objects.update(level=4)
    assert kept.by("slug", [elektro.slug])[elektro.slug].level == elektro.level
    kept.forget()
    assert kept.by("slug", [elektro.slug])[elektro.slug].level == 4


def test_fields_of_an_empty_catalogue_are_asked_for_again(db):
    assert lookup.fields() == {}
    field = factories.make_field("elektro")
    assert lookup.fields() == {"elektro": field}


def test_words_are_looked_up_once_for_each_language_and_value():
    asked = []

    @said_again
    def words(number: int, *, about: bool = False) -> str:
        asked.append((number, about))
        return f"{_('Save')} {number} {about}"

    with translation.override("en"):
        assert [words(3), words(3), words(3, about=True)] == ["Save 3 False", "Save 3 False", "Save 3 True"]
    with translation.override("de"):
        assert words(3) == "Speichern 3 False"
    assert asked == [(3, False), (3, True), (3, False)]

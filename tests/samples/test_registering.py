"""What the room hands to others: section, open task, export, erasure."""

import pytest
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string

from accounts import registry
from network.employers.viewer import STRANGER as NOBODY
from network.profiles.registry import sections
from network.profiles.sight import Sight
from network.samples import presenters, shots
from network.samples.models import WorkSample
from tests.samples.conftest import make_photo, make_sample, stored

STRANGER = Sight(NOBODY)


def test_section_shows_only_what_is_shown_and_ready(anna, photo, sample) -> None:
    make_sample(anna, shown=False, title="Geheim")
    make_photo(sample, state="waiting", alt="Noch nicht fertig")
    [section] = [each for each in sections if each.key == "samples"]
    assert section.order == 10
    html = render_to_string(section.template, section.load(anna.profile, STRANGER))
    assert sample.title in html
    assert "Geheim" not in html
    assert "Noch nicht fertig" not in html
    assert f'alt="{photo.alt}"' in html
    assert f'src="/photo/{photo.pk}/640.webp"' in html
    assert "320.webp 320w, " in html
    assert 'width="800" height="600"' in html
    assert 'loading="lazy"' in html
    assert "tag--0" in html


def test_section_is_left_out_when_empty(anna) -> None:
    make_sample(anna, shown=False)
    assert presenters.section(anna.profile, STRANGER) is None


@pytest.mark.parametrize("count", [1, 30])
def test_section_asks_once_for_any_number(anna, count, django_assert_num_queries) -> None:
    for _ in range(count):
        make_photo(make_sample(anna), state="waiting")
    with django_assert_num_queries(1):
        render_to_string("samples/section.html", presenters.section(anna.profile, STRANGER))


def test_turned_photo_has_a_new_address(photo) -> None:
    photo.turned = 2
    assert shots.shot(photo).src.endswith("/640.webp?v=2")


def test_open_task_tells_and_never_nags(anna, monika) -> None:
    ask = registry.open_tasks["samples"]
    assert ask(monika) == []
    assert [task.state for task in ask(anna)] == [""]
    make_sample(anna, shown=False)
    assert [task.state for task in ask(anna)] == [""]
    make_sample(anna)
    assert [task.state for task in ask(anna)] == ["done"]


def test_export_holds_rows_and_pictures(anna, photo, sample, fremder) -> None:
    make_photo(sample, state="waiting")
    export = registry.exporters["samples"](anna)
    [row] = export.data["samples"]
    assert row["title"] == sample.title
    assert [each["alt"] for each in row["photos"]] == [photo.alt] * 2
    [(name, opened)] = export.files
    assert name in [each["file"] for each in row["photos"]]
    with opened() as file:
        assert file.read() == stored()[f"photos/{photo.pk}/800.webp"]
    assert registry.exporters["samples"](fremder).data == {"samples": []}


def test_eraser_takes_rows_and_files_and_leaves_those_of_others(
    anna, photo, sample, fremder, elektro, committed
) -> None:
    from tests import factories

    factories.make_profile(fremder, elektro)
    other = make_photo(make_sample(fremder))
    make_photo(sample, state="waiting")
    assert len(stored()) == 7
    order, erase = registry.erasers["samples"]
    assert order == 30
    with committed():
        erase(anna)
    assert not WorkSample.objects.of(anna).exists()
    assert {name.split("/")[1] for name in stored()} == {str(other.pk)}
    assert len(stored()) == 3


def test_files_stay_when_the_closing_fails(anna, photo) -> None:
    registry.erasers["samples"][1](anna)  # never committed here
    assert len(stored()) == 3


def test_database_refuses_to_show_without_consent(sample) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        WorkSample.objects.filter(pk=sample.pk).update(consent_at=None)


def test_database_keeps_one_sample_per_page(anna, sample) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_sample(anna, once=sample.once)

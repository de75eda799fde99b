"""Photos by hand: put in an order, asked about, and a pair that slides. Each also without JavaScript, and looked at by axe."""

import pytest
from django.urls import reverse

from network.samples.models import Photo
from network.samples.shots import in_order
from tests.journeys.visitor import PHONE
from tests.samples.conftest import make_photo, make_sample

pytestmark = pytest.mark.browser


@pytest.fixture
def sample(anna):
    """A pair, and three more on which nobody was asked yet."""
    made = make_sample(anna)
    for stage in ("before", "after"):
        make_photo(made, stage=stage, alt=f"Verteiler {stage}")
    for number in range(3):
        make_photo(made, stage="during", alt=f"Dabei {number}", agreed=False)
    return made


def during(sample) -> list[str]:
    photos = in_order(type(sample).objects.get(pk=sample.pk))
    return [photo.alt for photo in photos if photo.stage == Photo.Stage.DURING]


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_arrow_keys_and_pointer_put_photos_in_order(visit, anna, sample, width) -> None:
    page = visit(width=width).enter(anna).open(reverse("samples:photos", args=[sample.pk])).page
    row = page.locator("ol", has=page.locator('img[alt^="Dabei"]'))
    grips = row.locator(".placed__grip")
    with page.expect_response(lambda answer: answer.url.endswith("/move/")):
        grips.nth(0).press("ArrowRight")
    assert during(sample) == ["Dabei 1", "Dabei 0", "Dabei 2"]
    assert "Dabei 0" in page.evaluate("document.activeElement.textContent")
    assert page.get_by_text("Jetzt Foto 2 von 3.").count() == 1
    grips.nth(2).scroll_into_view_if_needed()
    start, goal = grips.nth(2).bounding_box(), row.locator(".placed").nth(1).bounding_box()
    with page.expect_response(lambda answer: answer.url.endswith("/move/")):
        page.mouse.move(start["x"] + 9, start["y"] + 9)
        page.mouse.down()
        page.mouse.move(goal["x"] + 40, goal["y"] + max(20, goal["height"] - 20), steps=9)
        page.mouse.up()
    assert during(sample) == ["Dabei 1", "Dabei 2", "Dabei 0"]


def test_buttons_put_photos_in_order_without_javascript(visit, anna, sample) -> None:
    visitor = visit(javascript=False).enter(anna).open(reverse("samples:photos", args=[sample.pk]))
    visitor.go_on(f'#photo-{sample.photos.get(alt="Dabei 0").pk} button[name="to"]:visible')
    assert during(sample) == ["Dabei 1", "Dabei 0", "Dabei 2"]


@pytest.mark.parametrize("javascript", [True, False])
def test_three_photos_are_asked_about_in_two_pages(visit, anna, sample, javascript) -> None:
    visitor = visit(javascript=javascript).enter(anna).open(reverse("samples:photos", args=[sample.pk])).go_on()
    visitor.choose(people="nobody", place="no", firm="own", readable="nothing").go_on('main [name="same"]')
    for photo in sample.photos.filter(alt__in=["Dabei 1", "Dabei 2"]):
        visitor.page.check(f'main [value="{photo.pk}"]')
    visitor.go_on()
    assert visitor.path == reverse("samples:one", args=[sample.pk])
    assert not sample.photos.filter(agreed_at=None).exists()


def test_pair_slides_by_keyboard_and_pointer(visit, anna, sample) -> None:
    page = visit(width=1280).open(reverse("profiles:page", args=[anna.profile.handle])).page
    bar = page.get_by_label("Zwischen vorher und nachher schieben")
    bar.press("ArrowRight")
    assert bar.get_attribute("aria-valuetext") == "Vorher 51 %, Nachher 49 %"
    box = page.locator(".compare img").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 4, box["y"] + box["height"] / 2)
    assert bar.input_value() == "25"
    page.emulate_media(media="print")
    assert [bar.is_visible(), page.locator(".compare img").nth(0).is_visible()] == [False, True]
    first, second = (page.locator(".compare .shot").nth(number).bounding_box() for number in range(2))
    assert second["x"] > first["x"] + first["width"] / 2, "on paper they stand side by side"


def test_pair_is_two_pictures_without_javascript(visit, anna, sample) -> None:
    page = visit(javascript=False).open(reverse("profiles:page", args=[anna.profile.handle])).page
    first, second = (page.locator("[data-compare] .shot").nth(number).bounding_box() for number in range(2))
    assert second["y"] >= first["y"] + first["height"]
    assert page.locator("[data-compare] input").count() == 0


def test_pictures_of_other_shapes_are_left_beside_each_other(visit, anna, sample) -> None:
    Photo.objects.filter(stage="after").update(width=480, height=640)
    page = visit(width=1280).open(reverse("profiles:page", args=[anna.profile.handle])).page
    assert page.locator(".compare").count() == 0

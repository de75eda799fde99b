"""The drawing says what the numbers say: it is read back from the SVG and compared."""

import itertools
import re
import xml.etree.ElementTree as ET
from math import atan2, degrees

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from network.profiles.rings import MOST_LABELS, disc, plan, wedge
from network.profiles.tree import YEAR, Claim, Tree, grow
from tests.profiles.test_tree import START, claim

SVG = "{http://www.w3.org/2000/svg}"


def numbers(d: str) -> list[float]:
    return [float(each) for each in re.findall(r"-?\d+\.\d", d)]


def read(svg: str, months_in_turn: int) -> tuple[int, int]:
    """Months drawn solid and dashed, from nothing but the picture."""
    root = ET.fromstring(svg)
    pith = root.find(f"{SVG}circle[@class='ring__pith']")
    assert pith is not None
    x, y = float(pith.get("cx", "")), float(pith.get("cy", ""))
    months = {True: 0, False: 0}
    for path in root.iter(f"{SVG}path"):
        if not (path.get("class") or "").startswith("ring ring--"):
            continue
        d = path.get("d", "")
        at = numbers(d)
        ends = [(at[0], at[1]), (at[-2], at[-1])]
        first, last = (degrees(atan2(px - x, y - py)) % 360 for px, py in ends)
        turn = 360 if d.endswith("Z") else (last - first) % 360
        months[path.get("stroke-dasharray") is None] += round(turn / (360 / months_in_turn))
    return months[True], months[False]


@settings(max_examples=60)
@given(st.lists(claim(), max_size=6))
def test_disc_drawing_and_numbers_agree(claims: list[Claim]) -> None:
    tree = grow(claims)
    assert read(disc(tree, size=2400), YEAR) == (tree.confirmed, tree.declared)


@settings(max_examples=60)
@given(st.lists(claim(), max_size=6))
def test_wedge_drawing_and_numbers_agree(claims: list[Claim]) -> None:
    tree = grow(claims)
    cut = tree.outermost()
    assert read(wedge(tree, size=4800), YEAR * 4) == (cut.confirmed, cut.declared)


@settings(max_examples=60)
@given(st.lists(claim(), max_size=8))
def test_rings_lie_inside_the_bark_and_never_cross(claims: list[Claim]) -> None:
    drawn = plan(grow(claims), 240)
    radii = sorted({arc.rho for arc in drawn.arcs})
    assert all(arc.rho < drawn.bark <= drawn.frame.full + 1e-6 for arc in drawn.arcs)
    assert all(inner < outer for inner, outer in itertools.pairwise(radii))


def three() -> Tree:
    return grow(
        [
            Claim("a", START, START + 81, True, START),
            Claim("b", START + 82, START + 111, False, START + 82),
            Claim("c", START + 112, START + 158, True, START + 112),
        ]
    )


def test_large_disc_is_an_image_with_a_name() -> None:
    svg = disc(three(), title='Rings of "Anna" & co', labels=True)
    root = ET.fromstring(svg)
    assert (root.get("role"), root.get("aria-label")) == ("img", 'Rings of "Anna" & co')


@pytest.mark.parametrize("draw", [disc, wedge])
def test_small_drawing_is_silent(draw) -> None:
    root = ET.fromstring(draw(three()))
    assert root.get("aria-hidden") == "true"
    assert root.get("role") is None


@pytest.mark.parametrize("draw", [disc, wedge])
def test_drawing_needs_no_style_attribute(draw) -> None:
    assert "style=" not in draw(three())
    assert "<style" not in draw(three())


def test_labels_carry_the_numbers_and_stay_inside() -> None:
    root = ET.fromstring(disc(three(), labels=True))
    texts = [text for text in root.iter(f"{SVG}text") if text.get("class", "").startswith("ring__num")]
    assert [text.text for text in texts] == ["1", "2", "3"]
    heights = [float(text.get("y", "")) for text in texts]
    assert heights == sorted(heights, reverse=True)


@pytest.mark.parametrize("employers", range(1, MOST_LABELS + 1))
def test_labels_never_touch_each_other(employers: int) -> None:
    tree = grow(
        [Claim(str(n), START + 12 * n, START + 12 * n + 11, n % 2 == 0, START + 12 * n) for n in range(employers)]
    )
    root = ET.fromstring(disc(tree, labels=True))
    heights = [float(c.get("cy", "")) for c in root.iter(f"{SVG}circle") if c.get("class", "").startswith("ring__no ")]
    assert len(heights) == employers
    assert all(12 <= height <= 228 for height in heights)
    assert all(lower - higher >= 24 for lower, higher in itertools.pairwise(heights))


def test_more_employers_than_labels_fit_draws_without_labels() -> None:
    tree = grow(
        [Claim(str(n), START + 12 * n, START + 12 * n + 11, True, START + 12 * n) for n in range(MOST_LABELS + 1)]
    )
    assert "<text" not in disc(tree, labels=True)


def test_labels_speak_the_language_of_the_reader() -> None:
    with override("en"):
        assert ">from 2010<" in disc(three(), labels=True)


def test_tree_without_months_is_still_a_drawing() -> None:
    assert read(disc(Tree()), YEAR) == (0, 0)
    assert read(wedge(Tree()), YEAR) == (0, 0)

"""The drawn region: ground of each postcode, lines only between towns, names that cover nothing."""

import re
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from network.search.labels import Box, place, round_box
from network.search.land import Spot, _cell, _Near, land

spots = st.lists(st.tuples(st.integers(0, 600), st.integers(0, 600)), min_size=1, max_size=40, unique=True)


@given(spots)
def test_every_corner_lies_as_near_to_its_own_place_as_to_any_other(points):
    places = [Spot(x, y, str(number)) for number, (x, y) in enumerate(points)]
    near = _Near(places)
    for at, spot in enumerate(places):
        for x, y, _behind in _cell(places, at, near, 200):
            own = hypot(x - spot.x, y - spot.y)
            assert own <= min(hypot(x - other.x, y - other.y) for other in places) + 1e-6
            assert own <= 200 + 1e-6


def test_one_town_has_no_line_inside_and_two_share_one():
    one, same, other = Spot(100, 100, "A"), Spot(140, 100, "A"), Spot(180, 100, "B", lived_in=True)
    drawn = land([one, same, other], 50)
    assert drawn.ground.count("Z") == 3
    assert drawn.lived_in.count("Z") == 1
    vertical = [line for line in re.findall(r"M(\d+) \d+ (\d+) \d+", drawn.lines) if line[0] == line[1]]
    assert ("120", "120") not in vertical
    assert vertical.count(("160", "160")) == 1


def test_two_at_the_same_point_and_one_alone_are_drawn():
    assert land([Spot(1, 1, "A"), Spot(1, 1, "B")], 50).ground.count("Z") == 2
    assert land([Spot(1, 1, "A")], 50).lines
    assert land([], 50).ground == ""


def test_name_goes_where_nothing_is_covered():
    dot = (300.0, 300.0, 10.0)
    side, box = place("Fürth 2", dot, [round_box(*dot)], 600)
    assert side == "right"
    assert place("Fürth 2", dot, [box], 600)[0] == "left"
    assert place("Fürth 2", (560.0, 300.0, 10.0), [], 600)[0] == "left", "not over the edge"
    assert place("Fürth 2", dot, [Box(0, 0, 600, 600)], 600) is None

"""Counting months: each once, whoever says them."""

from hypothesis import given
from hypothesis import strategies as st

from network.profiles.tree import YEAR, Claim, Tree, claims, grow

START = 2010 * YEAR


@st.composite
def claim(draw) -> Claim:
    first = draw(st.integers(START, START + 200))
    last = first + draw(st.integers(0, 120))
    return Claim(draw(st.sampled_from("abcdefgh")), first, last, draw(st.booleans()), first - draw(st.integers(0, 12)))


many = st.lists(claim(), max_size=12)


def months(each: Claim) -> set[int]:
    return set(range(each.first, each.last + 1))


def test_months_example_of_three_jobs() -> None:
    tree = grow(
        [
            Claim("a", START, START + 81, True, START),
            Claim("b", START + 82, START + 111, False, START + 82),
            Claim("c", START + 112, START + 158, True, START + 112),
        ]
    )
    assert [len(run.months) for run in tree.runs] == [82, 30, 47]
    assert (tree.confirmed, tree.declared) == (129, 30)


def test_months_of_two_jobs_at_once_count_once() -> None:
    tree = grow([Claim("a", START, START + 71, True, START), Claim("b", START + 48, START + 83, True, START + 48)])
    assert [(run.employer, len(run.months)) for run in tree.runs] == [("a", 72), ("b", 12)]


def test_confirmed_month_beats_self_declared() -> None:
    tree = grow([Claim("a", START, START + 71, False, START), Claim("b", START + 48, START + 59, True, START + 48)])
    assert [(run.employer, run.number, len(run.months)) for run in tree.runs] == [
        ("a", 1, 48),
        ("b", 2, 12),
        ("a", 1, 12),
    ]


def test_job_that_began_first_keeps_its_later_stretches() -> None:
    """A confirmed stretch later in an old job still belongs to the job that began first."""
    old = claims("old", START, START + 23, [(START + 12, START + 23)])
    new = claims("new", START + 6, START + 23, [(START + 6, START + 23)])
    tree = grow([*old, *new])
    assert [(run.employer, len(run.months)) for run in tree.runs] == [("old", 6), ("new", 6), ("old", 12)]


def test_confirmation_counts_only_for_months_of_the_station() -> None:
    stretches = claims("a", START, START + 11, [(START - 5, START + 2), (START + 8, START + 40)])
    assert [(each.first - START, each.last - START, each.confirmed) for each in stretches] == [
        (0, 2, True),
        (3, 7, False),
        (8, 11, True),
    ]


def test_station_of_the_future_counts_nothing() -> None:
    assert claims("a", START, START - 1, []) == []


@given(many)
def test_total_is_the_union_of_all_months(given_claims: list[Claim]) -> None:
    tree = grow(given_claims)
    assert tree.confirmed + tree.declared == len(set().union(*map(months, given_claims)))


@given(many)
def test_confirmed_total_is_the_union_of_confirmed_months(given_claims: list[Claim]) -> None:
    confirmed = [months(each) for each in given_claims if each.confirmed]
    assert grow(given_claims).confirmed == len(set().union(*confirmed))


@given(many, st.randoms(use_true_random=False))
def test_order_of_stations_is_irrelevant(given_claims: list[Claim], random) -> None:
    shuffled = list(given_claims)
    random.shuffle(shuffled)
    assert grow(shuffled) == grow(given_claims)


@given(many)
def test_shares_add_up_and_numbers_follow_the_first_month(given_claims: list[Claim]) -> None:
    tree = grow(given_claims)
    assert sum(share.confirmed for share in tree.shares) == tree.confirmed
    assert sum(share.declared for share in tree.shares) == tree.declared
    assert [share.number for share in tree.shares] == list(range(1, len(tree.shares) + 1))
    firsts = {run.number: run.first for run in reversed(tree.runs)}
    assert [firsts[number] for number in sorted(firsts)] == sorted(firsts.values())


@given(many)
def test_slice_has_at_most_ten_rings_and_keeps_the_newest(given_claims: list[Claim]) -> None:
    tree = grow(given_claims)
    cut = tree.outermost()
    assert sum(run.rings for run in cut.runs) <= 10
    assert cut.confirmed + cut.declared <= 10 * YEAR
    if tree.runs:
        newest, kept = tree.runs[-1], cut.runs[-1]
        assert (kept.employer, kept.number) == (newest.employer, newest.number)
        assert newest.months[-len(kept.months) :] == kept.months


@given(many)
def test_slice_of_a_young_tree_is_the_tree(given_claims: list[Claim]) -> None:
    tree = grow(given_claims)
    if sum(run.rings for run in tree.runs) <= 10:
        assert tree.outermost() == tree


def test_slice_leaves_the_first_year_behind() -> None:
    assert grow([Claim("a", START, START + 179, True, START)]).outermost().confirmed == 120
    assert Tree().outermost() == Tree()

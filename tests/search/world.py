"""Three places, two firms and random people, for tests that compare the search with plain Python."""

from datetime import date, timedelta

from hypothesis import strategies as st

from network.occupations.vocabulary import LICENCES, SHIFTS
from network.profiles.models import Profile

TODAY = date(2026, 11, 26)
BITS = (0, 31, 62)  # of papers: the first, one that a number of four bytes does not hold, and the last
SOON = [None, TODAY - timedelta(days=9), TODAY + timedelta(days=20), TODAY + timedelta(days=200)]

person = st.fixed_dictionaries(
    {
        "place": st.integers(0, 2),
        "occupation": st.integers(0, 2),
        "radius_km": st.sampled_from([5, 25, 100]),
        "visibility": st.sampled_from(["employers", "everyone", "everyone"]),
        "goal": st.sampled_from(["open", "open", "keep"]),
        "shifts": st.integers(0, 2 ** len(SHIFTS) - 1),
        "licences": st.integers(0, 2 ** len(LICENCES) - 1),
        "quals": st.sets(st.sampled_from(BITS)).map(lambda bits: sum(1 << bit for bit in bits)),
        "languages": st.dictionaries(st.sampled_from(["de", "ar", "dgs"]), st.sampled_from(["a1", "b1", "b2", "c2"])),
        "montage": st.booleans(),
        "hours": st.sampled_from([None, 10, 30, 40]),
        "available_from": st.sampled_from(SOON),
        "notice": st.sampled_from(["", *Profile.Notice.values]),
        "refs": st.integers(0, 2),
        "checked_refs": st.integers(0, 1),
        "vouched_months": st.sampled_from([0, 11, 12, 40, 61]),
        "last_confirmed": st.sampled_from([None, TODAY - timedelta(days=60), TODAY - timedelta(days=500)]),
        "blocks": st.sets(st.integers(0, 1), max_size=1),
    }
)

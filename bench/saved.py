"""Saved searches against those who changed: `python bench/saved.py [searches] [changed] [towns]`. Budget: 100,000 against 10,000 in 60 s.

Real postcodes and the real catalogue; people and questions drawn at random, always the same. Counted is the matching, from the first
statement to the last answer. Mails come after it, one by one, as the mail server takes them: what 100 of them cost is said apart.
"""

import os
import random
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from network.places.models import Place

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
SEARCHES, CHANGED, TOWNS = 100_000, 10_000, 8_000
BUDGET = 60
MAILS = 100
EACH = 20  # searches of one person
COMMON = 40  # occupations that everybody has and looks for: more would only make it easier


def main(folder: str, searches: int, changed: int, towns: int) -> int:
    os.environ["HANDSCHLAG_MODE"], os.environ["DJANGO_SETTINGS_MODULE"] = "test", "network.settings"
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/saved.sqlite3")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.utils import timezone

    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    for command in ("migrate", "load_places", "load_catalogue"):
        call_command(command, verbosity=0)
    places = _places(towns)
    _people(changed, places)
    _searches(searches, places)

    from network.search.models import SavedSearch
    from network.search.saved import actions, matching, upkeep

    now = timezone.now()
    start = time.perf_counter()
    due = SavedSearch.objects.due(now)
    people = matching.changed(now - timedelta(days=2), now)
    found = list(matching.matches(due.order_by("pk").only(*upkeep.READ), upkeep._roots(), people, timezone.localdate()))
    took = time.perf_counter() - start
    pairs = sum(len(pks) for _search, pks in found)
    print(f"{searches:,} searches from {towns:,} towns, {changed:,} people: {took:.1f} s")
    print(f"{len(found):,} searches with {pairs:,} matches")
    start = time.perf_counter()
    sent = sum(actions.tell(search=search, pks=pks, now=now) for search, pks in found[:MAILS])
    print(f"{sent} mails: {time.perf_counter() - start:.1f} s")
    whole = (searches, changed) == (SEARCHES, CHANGED)
    return 1 if whole and took > BUDGET else 0


def _places(towns: int) -> "list[Place]":
    """With their neighbours."""
    from network.places import neighbours
    from network.places.models import Place

    places = random.Random(1).sample(list(Place.objects.order_by("postcode")), towns)
    for place in places:
        neighbours.ensure(place)
    return places


def _people(changed: int, places: "list[Place]") -> None:
    from django.utils import timezone

    from accounts.models import User
    from network.occupations.models import Occupation
    from network.profiles.models import Profile

    draw, now = random.Random(2), timezone.now()
    occupations = list(Occupation.objects.filter(current=True).order_by("pk")[:COMMON])
    users = User.objects.bulk_create([User(email=f"worker{number}@example.org") for number in range(changed)])
    rows = []
    for user in users:
        occupation = draw.choice(occupations)
        rows.append(
            Profile(
                user=user, occupation=occupation, field_id=occupation.field_id, group=occupation.group, goal="open",
                place=draw.choice(places), radius_km=draw.choice((10, 25, 50, 100)), visibility="everyone", open=True,
                searchable=True, public=True, shifts=draw.getrandbits(20), licences=draw.getrandbits(13),
                quals=draw.getrandbits(60), languages={"de": draw.choice(("a2", "b1", "b2", "c1"))},
                hours=draw.choice((None, 20, 40)), vouched_months=draw.randrange(200), refs=draw.randrange(3),
                moved_at=now - timedelta(hours=draw.randrange(1, 30)),
            )
        )  # fmt: skip
    Profile.objects.bulk_create(rows, batch_size=500)


def _searches(number: int, places: "list[Place]") -> None:
    from django.utils import timezone

    from accounts.models import User
    from network.employers.models import Employer, Membership
    from network.occupations.lookup import kinds
    from network.occupations.models import Field, Occupation
    from network.occupations.vocabulary import LICENCES, SHIFTS
    from network.search.criteria import RADII
    from network.search.models import SavedSearch

    draw, now = random.Random(3), timezone.now()
    later = now.date() + timedelta(days=90)
    occupations = list(Occupation.objects.filter(current=True).order_by("pk")[:COMMON])
    fields = list(Field.objects.all())
    values = {
        "shift": [each.slug for each in SHIFTS],
        "licence": [each.slug for each in LICENCES],
        "qualification": [each.slug for each in kinds()],
        "language": ["de-a2", "de-b1", "de-b2"],
        "hours": ["20", "30", "35", "40"],
        "fresh": ["12", "24"],
        "years": ["1", "3", "5"],
        "reference": ["1", "checked"],
        "montage": ["1"],
    }
    count = -(-number // EACH)
    users = User.objects.bulk_create([User(email=f"recruiter{each}@example.org") for each in range(count)])
    firms = Employer.objects.bulk_create(
        [
            Employer(name=f"Firm {each}", key=f"firm {each}", place=places[0], checked_until=later)
            for each in range(count)
        ]
    )
    Membership.objects.bulk_create(
        Membership(employer=firm, user=user, is_recruiter=True) for firm, user in zip(firms, users, strict=True)
    )
    rows = []
    for each in range(number):
        place, radius, area = draw.choice(places), draw.choice(RADII), draw.choice(fields)
        occupation = draw.choice(occupations) if draw.random() < 0.8 else None
        asked = [
            (name, draw.choice(values[name])) for name in draw.sample(sorted(values), draw.choice((0, 0, 1, 1, 2)))
        ]
        what = ("occupation", occupation.slug) if occupation else ("field", area.slug)
        query = urlencode([("postcode", place.postcode), ("radius", radius), what, *asked, ("page", each)])
        rows.append(
            SavedSearch(
                employer=firms[each // EACH], user=users[each // EACH], rhythm="daily", query=query, words="x",
                place=place, radius=radius, field=None if occupation else area, ends_on=later,
                groups=[occupation.group] if occupation else [], conditions=asked, last_run=now - timedelta(days=1),
            )
        )  # fmt: skip
    SavedSearch.objects.bulk_create(rows, batch_size=1000)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        given = [int(each) for each in sys.argv[1:]]
        sys.exit(main(temporary, *(given + [SEARCHES, CHANGED, TOWNS][len(given) :])))

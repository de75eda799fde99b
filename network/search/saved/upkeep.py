"""The nightly run: saved searches meet those who changed. At most one mail for each search and rhythm."""

import logging
from collections import defaultdict
from datetime import datetime, timedelta

from django.db.models import Min
from django.utils import timezone

from network.employers.models import Membership
from network.search.models import SavedSearch
from network.search.saved import actions
from network.search.saved.matching import changed, matches

log = logging.getLogger("handschlag.mail")
SETTLED = timedelta(minutes=5)  # what changed just now may not be written yet; the next run sees it
AT_ONCE = 5000


def daily() -> int:
    """Ends what is over, and writes to whose search somebody new fits. Returns how many rows went and mails left."""
    return actions.purge() + match(timezone.now() - SETTLED)


def match(now: datetime) -> int:
    """All searches that are due. How many mails. A mail that fails must not stop the others."""
    due = SavedSearch.objects.due(now)
    oldest = due.aggregate(oldest=Min("last_run"))["oldest"]
    if oldest is None:
        return 0
    people = changed(oldest, now)
    searches = list(due.order_by("pk").only(*READ))
    sent, fitting = 0, set()
    for search, pks in matches(searches, _roots(), people, timezone.localdate()):
        fitting.add(search.pk)
        sent += _send(search, pks, now)
    rest = [search.pk for search in searches if search.pk not in fitting]
    for first in range(0, len(rest), AT_ONCE):
        SavedSearch.objects.filter(pk__in=rest[first : first + AT_ONCE], last_run__lt=now).update(last_run=now)
    return sent


READ = ("user_id", "place_id", "radius", "field_id", "groups", "conditions", "last_run")


def _send(search: SavedSearch, pks: list[int], now: datetime) -> bool:
    try:
        return actions.tell(search=search, pks=pks, now=now)
    except Exception as trouble:  # noqa: BLE001  whatever goes wrong with one search, the others get their mail
        log.error("the mail about search %d could not be sent: %s", search.pk, type(trouble).__name__)
        return False


def _roots() -> dict[int, frozenset[int]]:
    """Of everybody who has a search: the families of employers the person belongs to, see viewer_with()."""
    found: dict[int, set[int]] = defaultdict(set)
    here = Membership.objects.current().filter(user__in=SavedSearch.objects.values("user_id"))
    for user, root, employer in here.values_list("user_id", "employer__root_id", "employer_id"):
        found[user].add(root or employer)
    return {user: frozenset(roots) for user, roots in found.items()}

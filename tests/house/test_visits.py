"""Law 8 over the whole house: GET writes nothing, but for the two notes that the worker wants (docs/decisions/0023)."""

import pytest

from tests.committing import commit_at_once
from tests.house.world import build, path, routes
from tests.tables import dump

pytestmark = pytest.mark.django_db
NOTED = {"profiles.Look", "profiles.ShareOpening"}
# Who is signed in, limits, the ways of a sign-in, neighbours of a place that somebody asked about first.
MACHINERY = {"sessions.Session", "usersessions.UserSession", "places.Near", "account.EmailConfirmation"}
WHERE = {
    "profiles.Look": {"profiles:page", "moving:resume", "search:search", "search:shortlist"},
    "profiles.ShareOpening": {"profiles:shared"},
}


@pytest.mark.parametrize("role", ["nobody", "anna", "rita"])
def test_no_other_get_writes(monkeypatch, anna, brandt, monika, talheim, rita, fremder, fuerth, role):
    commit_at_once(monkeypatch)
    world = build(anna, brandt, monika, talheim, rita, fremder, fuerth)
    browser = world.client(role)
    before = dump(MACHINERY)
    for name, route in routes():
        if name.startswith(("account_", "accounts:", "mfa_", "usersessions_")) or name == "home:outbox":
            continue
        browser.get(path(world, name, route))
        after = dump(MACHINERY)
        changed = {label for label in after if after[label] != before[label]}
        assert changed <= {label for label in NOTED if name in WHERE[label]}, name
        before = after


def test_head_writes_nothing_at_all(monkeypatch, anna, brandt, monika, talheim, rita, fremder, fuerth):
    commit_at_once(monkeypatch)
    world = build(anna, brandt, monika, talheim, rita, fremder, fuerth)
    browser = world.client("rita")
    before = dump(MACHINERY)
    for name, route in routes():
        if name in ("profiles:page", "profiles:shared"):
            assert browser.head(path(world, name, route)).status_code == 200
    assert dump(MACHINERY) == before

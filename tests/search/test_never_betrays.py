"""Whoever must not be listed for a reader leaves no byte on any page or mail of the search: with and without, all is the same (laws 3 and 4)."""

import re
import uuid
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core import mail
from django.db import transaction
from django.http import QueryDict
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from accounts.models import User
from network.contacts.models import Interest
from network.employers.viewer import Viewer
from network.profiles.models import Profile, ShareLink
from network.search.criteria import Criteria
from network.search.forms import SearchForm
from network.search.models import SavedSearch
from network.search.saved import matching, upkeep
from tests import factories
from tests.committing import commit_at_once
from tests.search.hiding import (
    CROWD,
    READERS,
    Region,
    hides,
    make_person,
    make_reader,
    make_region,
    may_be_listed,
    person,
    reader,
    set_checks,
)

pytestmark = pytest.mark.django_db
MANY = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}
CSRF = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
Seen = dict[str, tuple[int, bytes]]

asked = st.fixed_dictionaries(
    {"radius": st.sampled_from(["5", "25", "100", "100"])},
    optional={
        "shift": st.just("night"),
        "qualification": st.just("staplerschein"),
        "montage": st.just("1"),
        "hours": st.just("40"),
        "sort": st.just("newest"),
    },
)
by = st.sampled_from([{"occupation": "elektroniker"}, {"field": "elektro"}])


@pytest.fixture
def region(monkeypatch: pytest.MonkeyPatch) -> Region:
    commit_at_once(monkeypatch)
    return make_region()


@pytest.fixture
def crowd(region: Region) -> list[tuple[dict[str, Any], Profile]]:
    return [(facts, make_person(region, facts, an_hour_ago())) for facts in CROWD]


def an_hour_ago() -> datetime:
    return timezone.now() - timedelta(hours=1)


def each_reader(**also: Any) -> Callable[[Any], Any]:
    """These are asked in any case, beside those that are drawn."""

    def marked(test: Any) -> Any:
        for who in READERS:
            test = example(who=who, **also)(test)
        return test

    return marked


def look(client: Client, addresses: Iterable[str]) -> Seen:
    """What this reader gets to see. Nothing of it stays: looks, runs and mails are taken back."""
    seen = {}
    for address in addresses:
        answer = client.get(address)
        seen[address] = (answer.status_code, CSRF.sub(b"", answer.content))
    return seen


def undone(see: Callable[[], Any]) -> Any:
    with transaction.atomic():
        seen = see()
        transaction.set_rollback(True)
    return seen


def mails() -> list[tuple[object, ...]]:
    """Of the nightly run."""
    mail.outbox.clear()
    upkeep.daily()
    return sorted((message.to, message.subject, message.body) for message in mail.outbox)


def told() -> set[int]:
    """Whom the nightly run finds for anybody."""
    now = timezone.now()
    people = matching.changed(now - timedelta(days=2), now)
    searches = list(SavedSearch.objects.due(now))
    found = matching.matches(searches, upkeep._roots(), people, timezone.localdate())
    return {pk for _search, pks in found for pk in pks}


def entered(user: User, facts: dict[str, Any]) -> Client:
    client = Client(headers={"accept-language": "en"})
    if facts["signed_in"] or facts["roles"]:
        client.force_login(user)
    return client


def save(user: User, region: Region, firms: Iterable[int], query: str) -> None:
    """Kept when the firm was checked and the person recruited there, whatever has become of both."""
    form = SearchForm(Viewer(user_id=user.pk, checked=True, recruits=True), QueryDict(query))
    assert form.is_valid(), form.errors
    wanted: Criteria = form.criteria()
    for firm in firms:
        SavedSearch.objects.create(
            employer=region.firms[firm], user=user, rhythm="daily", query=urlencode(wanted.parameters()), words="x",
            place=wanted.place, radius=wanted.radius, field=wanted.field, groups=wanted.groups,
            conditions=[[each.name, each.value] for each in wanted.conditions],
            last_run=timezone.now() - timedelta(days=1), ends_on=timezone.localdate() + timedelta(days=90),
        )  # fmt: skip


def handles(seen: tuple[int, bytes]) -> set[str]:
    return set(re.findall(r'href="/p/(\w{10})/"', seen[1].decode()))


@settings(max_examples=8, **MANY)
@given(who=reader, people=st.lists(person, max_size=4), query=asked, by=by)
@each_reader(people=[], query={"radius": "25", "shift": "night"}, by={"field": "elektro"})
def test_who_must_not_be_listed_changes_no_byte(region, crowd, who, people, query, by):
    """List, counts, map, what would bring somebody, shortlist, comparison, paper, notes, saved searches and their mail."""
    with transaction.atomic():
        set_checks(region, who["checks"])
        user = make_reader(region, who)
        said = urlencode({"postcode": "90762", **by, **query})
        save(user, region, who["roles"], said)
        made = [*crowd, *((facts, make_person(region, facts, an_hour_ago())) for facts in people)]
        hidden = [profile for facts, profile in made if not may_be_listed(facts, who)]
        listed = {profile.handle for facts, profile in made if may_be_listed(facts, who)}
        client, every = entered(user, who), "/search/?postcode=90762&radius=100&field=elektro"
        addresses = [every, *(f"/search/{way}?{said}" for way in ("", "narrow/", "map/", "save/"))]
        addresses += [f"/search/?{said}&page=2", "/me/searches/"]
        addresses.append(f"{every}&licence=c")  # nobody drives a lorry: how many there are without that is counted
        for number in who["roles"] or [0]:
            here = f"/employer/{region.firms[number].public_id}/"
            chosen = "&".join(
                f"p={profile.handle}"
                for profile in [*hidden[:2], *(each for _, each in made if each not in hidden)][:4]
            )
            addresses += [here, f"{here}shortlist/", f"{here}shortlist/paper/", f"{here}shortlist/compare/?{chosen}"]
            addresses += [f"{here}shortlist/{each.handle}/" for each in hidden[:4]]
        addresses += [f"/p/{each.handle}/shortlist/" for each in hidden[:4]]

        before, mailed = undone(lambda: look(client, addresses)), undone(mails)
        near = {each.handle for _, each in made if each.radius_km == 100 or each.place.name != "Bamberg"}
        assert handles(before[every]) == listed & near
        assert told().isdisjoint(each.pk for each in hidden)
        Profile.objects.filter(pk__in=[each.pk for each in hidden]).delete()
        assert undone(lambda: look(client, addresses)) == before
        assert undone(mails) == mailed
        transaction.set_rollback(True)


answer = st.tuples(person, st.sampled_from(["open", "open", "open", "ended", "over"]))


@settings(max_examples=8, **MANY)
@given(who=reader, answers=st.lists(answer, max_size=4))
@each_reader(answers=[(CROWD[0], "ended"), (CROWD[0], "over")])
def test_who_hides_from_the_firm_is_in_no_list_of_answers(region, crowd, who, answers):
    """An answer goes by a link that the worker gave: it ends with the link, with hiding and with the check, and then was never there."""
    with transaction.atomic():
        set_checks(region, who["checks"])
        user = make_reader(region, who)
        notices = [factories.make_notice(firm) for firm in region.firms]
        shown, gone = [0] * len(notices), []
        given = [(facts, make_person(region, facts, an_hour_ago()), state) for facts, state in answers]
        for facts, profile, state in [*((*one, "open") for one in crowd), *given]:
            for number, notice in enumerate(notices):
                answered = expressed(profile, notice, state)
                if hides(facts, who) or state != "open" or who["checks"][number] != "checked":
                    gone.append(answered.pk)
                else:
                    shown[number] += 1
        client, addresses = entered(user, who), []
        for notice in notices:
            addresses += [
                f"/employer/{notice.employer.public_id}/notices/{way}" for way in ("", f"{notice.public_id}/")
            ]
        before = undone(lambda: look(client, addresses))
        for number, role in who["roles"].items():
            page = before[addresses[2 * number + 1]]
            links = len(re.findall(rb'href="/s/\w+/"', page[1]))
            assert links == (shown[number] if role == "recruiter" else 0)
        Interest.objects.filter(pk__in=gone).delete()
        assert undone(lambda: look(client, addresses)) == before
        transaction.set_rollback(True)


def expressed(profile: Profile, notice: Any, state: str) -> Interest:
    now = timezone.now()
    token = uuid.uuid4().hex
    share = ShareLink.objects.create(
        profile=profile, token_hash=token, name=token, created_at=now - timedelta(days=91),
        expires_at=now - timedelta(days=1) if state == "over" else now + timedelta(days=9),
        ended_at=now if state == "ended" else None,
    )  # fmt: skip
    return Interest.objects.create(notice=notice, profile=profile, share=share, once=uuid.uuid4())

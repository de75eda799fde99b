"""Whoever has no business at an address of the journey finds what stands where nothing is (laws 4 and 9)."""

import re
from urllib.parse import quote

import pytest
from allauth.account.internal.flows.login import record_authentication
from django.core import mail
from django.test import Client, RequestFactory
from django.urls import reverse

from network.desk.models import Case
from references.models import Reference
from tests import factories
from tests.journeys import story as told
from tests.journeys.story import SECRETS, Story, made_up, patterns, rows
from tests.journeys.story_anna import COLLEAGUE, CONTESTS, CUSTOMER, DESK_ASKS, KEPT, OWN_PHONE

UPKEEP = ("sessions.Session", "usersessions.UserSession", "places.Near")  # sign-ins, and distances computed once
READ_ONLY, SENT_ONLY = (
    {"profiles:shared", "profiles:feed"},
    {f"references:{name}" for name in ("new_link", "witness_new_link", "voice_new_link", "invited_new_link")},
)
NOTED = {  # docs/decisions/0023
    "profiles:page": ("profiles.Look", "page"),
    "moving:resume": ("profiles.Look", "page"),
    "search:shortlist": ("profiles.Look", "list"),
    "profiles:shared": ("profiles.ShareOpening", ""),
}
ACTS = {"do": "revoke", "answer": "yes", "show": "yes", "shown": "1", "action": "resend"}


@pytest.fixture
def story(monkeypatch, anna, brandt, talheim, fuerth) -> Story:
    monkeypatch.setattr("django.db.transaction.on_commit", lambda callback, using=None, robust=False: callback())
    return told.tell(anna, brandt, talheim, fuerth)


def enter(story: Story, name: str) -> Client:
    """A browser; signed in and just confirmed, so that no door is shut for another reason."""
    client = Client()
    if name != "visitor":
        client.force_login(story.people[name])
        asked = RequestFactory().get("/")
        asked.session = client.session
        record_authentication(asked, story.people[name], "code", reauthenticated=True)
        asked.session.save()
    return client


def go(client: Client, method: str, name: str, kwargs: dict):
    address = reverse(name, kwargs=kwargs)
    return client.post(address, ACTS) if method == "post" else getattr(client, method)(address)


def test_every_route_with_an_argument_belongs_to_the_story(story):
    """A new address is added to the story by hand, after thinking about who may open it."""
    assert {name for name, route in patterns().items() if route.pattern.converters} == set(story.all())


@pytest.mark.parametrize("method", ["get", "head", "post"])
@pytest.mark.parametrize("who", ["stranger", "worker", "blocked"])
def test_somebody_else_finds_nothing(story, who, method):
    """Not found; a method that a page does not know is refused the same way for rows that exist and for those that do not."""
    client, before, mails = enter(story, who), rows(*UPKEEP), len(mail.outbox)
    for name, kwargs in {**story.theirs, **story.open}.items():
        answer = go(client, method, name, kwargs)
        assert answer.status_code in (404, 405), f"{name} answers {answer.status_code}"
        assert answer.status_code == go(client, method, name, made_up(kwargs)).status_code, name
        assert not leaks(answer), f"{name} tells {leaks(answer)}"
    assert changed(before) == []
    assert len(mail.outbox) == mails


@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_visitor_is_sent_to_the_sign_in_or_finds_nothing(story, method):
    client, before = enter(story, "visitor"), rows(*UPKEEP)
    for name, kwargs in {**story.theirs, **story.own}.items():
        answer = go(client, method, name, kwargs)
        assert answer.status_code == 302, f"{name} answers {answer.status_code}"
        onward = quote(reverse(name, kwargs=kwargs), safe="/")
        assert answer.url in (
            reverse("account_login") + f"?next={each}" for each in (onward, quote(onward, safe=""))
        ), name
    for name, kwargs in story.open.items():
        assert go(client, method, name, kwargs).status_code == (405 if method == "post" else 404), name
    assert changed(before) == []


@pytest.mark.parametrize("method", ["get", "head", "post"])
@pytest.mark.parametrize("who", ["visitor", "stranger", "blocked"])
def test_altered_secret_opens_nothing(story, who, method):
    client, before = enter(story, who), rows(*UPKEEP)
    for name, kwargs in story.secret.items():
        altered = {**kwargs, "token": kwargs["token"][:-1] + ("a" if kwargs["token"][-1] != "a" else "b")}
        answer = go(client, method, name, altered)
        refused = method == "post" if name in READ_ONLY else method != "post" and name in SENT_ONLY
        assert answer.status_code == (405 if refused else 404), name
        assert not leaks(answer), name
    assert changed(before) == []


def test_invitation_in_other_hands_tells_nothing(story):
    for who in ("stranger", "worker", "blocked"):
        answer = go(enter(story, who), "get", "employers:invitation", story.secret["employers:invitation"])
        assert answer.status_code == 404
        assert "Talheim" not in answer.text


def test_own_key_opens_no_room_of_others(story, fuerth):
    """The first part of the address is one's own, the second belongs to somebody else."""
    blocked, worker = story.people["blocked"], story.people["worker"]
    firm = blocked.memberships.get().employer
    from tests.samples.conftest import make_sample

    sample = make_sample(worker)
    station = factories.make_station(worker.profile, occupation=story.people["anna"].profile.occupation)
    clients = {who: enter(story, who) for who in ("worker", "blocked")}
    before = rows(*UPKEEP)
    for name, kwargs in story.theirs.items():
        if len(kwargs) < 2 or kwargs.keys() & {"kind", "sheet"}:  # a kind is nobody's, a sheet lies in the own session
            continue
        ours = {"pk": sample.pk} if "photo_id" in kwargs else {"pk": station.pk} if "step" in kwargs else None
        mine = ours or {next(iter(kwargs)): firm.public_id}
        for method in ("get", "post"):
            answer = go(clients["worker" if ours else "blocked"], method, name, {**kwargs, **mine})
            if "step" in kwargs:  # as for a step of one's own that is gone
                assert (answer.status_code, answer.url) == (302, reverse("profiles:steps", kwargs=mine)), name
            else:
                assert answer.status_code in (404, 405), f"{name} answers {answer.status_code}"
    assert changed(before) == []


@pytest.mark.parametrize("who", ["stranger", "worker", "blocked"])
def test_own_pages_of_others_tell_nothing_of_anna(story, who):
    client = enter(story, who)
    for name, route in patterns().items():
        if not route.pattern.converters:
            assert not leaks(go(client, "get", name, {})), name
    for name, kwargs in {**story.own, **story.public}.items():
        answer = go(client, "get", name, kwargs)
        assert not leaks(answer), name
        assert story.people["anna"].profile.handle not in answer.text, name
    factories.make_occupation("elektroniker-energie-gebaeudetechnik", "Elektroniker/in")
    search = {"postcode": "90762", "radius": "25", "occupation": "elektroniker-energie-gebaeudetechnik"}
    answer = client.get(reverse("search:search"), search)
    assert answer.status_code == 200
    assert story.people["anna"].profile.handle not in answer.text


def test_blocked_firm_finds_nothing_even_if_everybody_else_may(story):
    profile = story.people["anna"].profile
    type(profile).objects.filter(pk=profile.pk).update(visibility="everyone", public=True)
    show_reference(story)
    for name, kwargs in story.open.items():
        assert go(enter(story, "visitor"), "get", name, kwargs).status_code == 200, name
        assert go(enter(story, "blocked"), "get", name, kwargs).status_code == 404, name


def test_the_right_person_opens_every_address(story):
    """Otherwise the walks above prove nothing."""
    show_reference(story)
    brandt = story.people["monika"].memberships.get().employer.public_id
    signed = Reference.objects.filter(public_id=story.theirs["references:correct_own"]["reference_id"])
    for name, kwargs in story.all().items():
        if name in ("references:withdraw", "references:object", "references:correct_own"):
            who, kwargs = "monika", {**kwargs, "public_id": brandt}  # noqa: PLW2901
        elif name.startswith(("mfa", "references:signed_", "references:voice_given")):
            who = "monika"
        elif name in story.secret:
            who = "visitor"
        else:
            of_desk = name.startswith("desk:") and name not in OF_SIDES
            who = "petra" if of_desk else "tilo" if name in OF_TALHEIM else "anna"
        if name == "references:correct_own":  # whoever signed it corrects it, and does not object to it
            signed.belong_to(story.people["monika"])
        answer = go(enter(story, who), "get", name, kwargs)
        signed.forget_referee()
        assert answer.status_code in (200, 302, 405), f"{who} at {name}: {answer.status_code}"
        assert answer.status_code != 302 or not answer.url.startswith("/account/"), f"{who} at {name}: {answer.url}"


def test_every_secret_stands_where_it_belongs(story):
    """Otherwise its absence elsewhere proves nothing."""
    anna, told_to = enter(story, "anna"), enter(story, "visitor")
    places = {**{name: {} for name, route in patterns().items() if not route.pattern.converters}, **story.all()}
    pages = [go(told_to if name in story.secret else anna, "get", name, kwargs) for name, kwargs in places.items()]
    for alone in Case.objects.filter(kind__in=Case.TOLD_BY_WORKER):
        pages.append(go(anna, "get", "desk:own_case", {"pk": alone.pk}))
    found = {word for answer in pages for word in leaks(answer)}
    assert set(SECRETS) - found == {
        "monika@brandt",
        CUSTOMER,
        COLLEAGUE,
    }  # kept while a question is open, and shown on no page


OF_TALHEIM = {
    *(name for name in patterns() if name.startswith("employers:")),
    *("partners:keys", "partners:new_key", "partners:end_key"),
    *("contacts:new", "contacts:check", "contacts:sent", "contacts:sent_offer", "contacts:sent_done", "contacts:tell"),
    *(
        name
        for name in patterns()
        if (name.startswith("contacts:") and "_notice" in name) or name == "contacts:notices_of"
    ),
    *("references:inviting", "references:inviting_team", "references:inviting_take_back", "references:inviting_write"),
    *("references:stamp", "references:stamp_mails", "references:stamp_take_back"),
    *("references:of_employer", "profiles:employer_digits", "profiles:employer_looks"),
    *(
        "search:saved_one",
        "search:shortlist",
        "search:compare",
        "search:shortlist_paper",
        "search:note",
        "search:remember",
    ),
}


OF_SIDES = {"desk:own_case", "desk:answer", "desk:contest"}  # Anna's, and Monika's who is asked
TOLD = {  # what somebody else reads of a case, and where
    "petra": {"desk:case": {CONTESTS, DESK_ASKS}, "desk:ask_side": {CONTESTS, DESK_ASKS}},
    "monika": {name: {DESK_ASKS} for name in OF_SIDES},
}


@pytest.mark.parametrize("who", ["tilo", "monika", "petra"])
def test_whoever_may_read_some_of_it_reads_no_more(story, who):
    """A recruiter who may open the page, the boss who signed, the desk: what Anna keeps stands on none of their pages."""
    client = enter(story, who)
    theirs = {"references:of_employer", "references:withdraw", "references:object"} if who == "monika" else set()
    places = {**story.theirs, **story.open, **story.own, **story.public}
    places |= {name: {} for name, route in patterns().items() if not route.pattern.converters}
    for name, kwargs in places.items():
        if name not in theirs and not name.startswith("mfa_"):  # her passkey is none that the library could read
            found = {*leaks(go(client, "get", name, kwargs))} & {*KEPT}
            assert found <= TOLD.get(who, {}).get(name, set()), f"{name} tells {found}"


def test_share_link_is_nothing_in_the_hands_of_a_blocked_firm(story):
    """Law 4, byte for byte, though everybody else reads the phone there."""
    kwargs, client = story.secret["profiles:shared"], enter(story, "blocked")
    assert OWN_PHONE[3:] in go(enter(story, "visitor"), "get", "profiles:shared", kwargs).text.replace(" ", "")
    for method in ("get", "head", "post"):
        answer, nothing = (go(client, method, "profiles:shared", each) for each in (kwargs, made_up(kwargs)))
        assert answer.status_code == nothing.status_code
        assert _plain(answer, kwargs) == _plain(nothing, made_up(kwargs))


@pytest.mark.parametrize("who", ["visitor", "stranger", "worker", "blocked", "anna", "tilo", "petra"])
def test_reading_changes_nothing(story, who):
    """Law 8: every address of the house, opened and asked for its head, leaves every table and every mailbox as it was.

    But for the two visits that the worker wants to know of: each adds its own row and touches nothing else.
    """
    client = enter(story, who)
    go(client, "get", "mfa_view_recovery_codes", {})  # allauth notes when one's own codes were first shown
    everything = {**{name: {} for name, route in patterns().items() if not route.pattern.converters}, **story.all()}
    before, mails = rows(*UPKEEP), len(mail.outbox)
    for name, kwargs in everything.items():
        for method in ("head",) if name in NOTED else ("get", "head"):
            assert go(client, method, name, kwargs).status_code < 500, name
    assert changed(before) == []
    today: set[tuple[str, str]] = set()  # a look is noted once a day, on whichever of two pages it falls first
    for name, (table, where) in NOTED.items():
        before = rows(*UPKEEP)
        go(client, "get", name, everything[name])
        noted = [table] if (table, who) in VISITS and (table, where) not in today else []
        today.add((table, where))
        assert [line.partition(":")[0] for line in changed(before)] == noted
        assert len(rows(*UPKEEP)[table]) == len(before[table]) + len(noted)
    assert len(mail.outbox) == mails


VISITS = {
    ("profiles.Look", "tilo"),
    *(("profiles.ShareOpening", who) for who in ("visitor", "stranger", "worker", "tilo", "petra")),
}


def show_reference(story: Story) -> None:
    """Whoever holds the number of a shown reference may check it, unless Anna hides from their firm."""
    go(enter(story, "anna"), "post", "references:decide", story.open["references:verify"])


def changed(before: dict) -> list[str]:
    """What is not as it was, table by table."""
    now = rows(*UPKEEP)
    lines = [(table, row) for table in now for row in now[table] if row not in before[table]]
    gone = [(table, row) for table in now for row in before[table] if row not in now[table]]
    return [f"{table}: {row}" for table, row in gone + lines]


def leaks(answer) -> list[str]:
    text = "" if answer.streaming else answer.text
    return [secret for secret in SECRETS if secret in text]


def _plain(answer, kwargs: dict) -> str:
    """Without the address itself, to which the choice of a language leads back, and without what is new on every page."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.text.replace(kwargs["token"], ""))

"""What looks unusual: its words, its end, how often it asks the database, what happens when a look fails. The attacks are in files of their
own."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts import registry as accounts
from network.desk.models import Case
from network.employers import naming
from network.employers.models import Employer
from references import registers
from references.models import Reference, ReferenceRequest, Signal, Trace
from references.signals import finding, likeness, looking, notes, whence
from references.signals.hashes import family
from tests import factories
from tests.references import helpers


@pytest.fixture
def asked(anna, brandt):
    request = helpers.ask(anna, helpers.make_station(anna, brandt))
    ReferenceRequest.objects.filter(pk=request.pk).update(created_at=timezone.now() - timedelta(hours=3))
    Employer.objects.update(created_at=timezone.now() - timedelta(days=9))
    request.refresh_from_db()
    return request


def trace(request, side=Trace.OTHER, step=Trace.SIGNED, **fields):
    subject = f"request:{request.public_id}"
    return Trace.objects.create(subject=subject, profile=request.profile, side=side, step=step, **fields)


def found(reference: Reference) -> set[str]:
    looking.look.func(f"request:{reference.request.public_id}")
    return set(Signal.objects.filter(subject=reference.key_of_item).values_list("kind", flat=True))


@pytest.mark.django_db
def test_decided_case_is_not_opened_again_and_signals_go(asked):
    reference = helpers.sign(asked).reference
    trace(asked, taken_for="brandt-elektro.de")
    assert found(reference) == {"alike-domain"}
    petra = factories.make_user("petra@desk.example")
    Case.objects.update(decided_at=timezone.now(), decided_by=petra, outcome="stays", reason="Two domains.")
    notes.settle(Case.objects.get())
    assert found(reference) == set()
    assert Case.objects.count() == 1
    assert not Case.objects.open().exists()


@pytest.mark.django_db
def test_number_of_queries_is_fixed(asked, anna, brandt, django_assert_max_num_queries):
    reference = helpers.sign(asked).reference
    for number in range(4):
        helpers.sign(helpers.ask(anna, helpers.make_station(anna, brandt), email=f"b{number}@brandt-elektro.example"))
    reference = Reference.objects.select_related(
        "profile__user", "employer", "request__invitation", "station__employer", "station__occupation"
    ).get(pk=reference.pk)
    with django_assert_max_num_queries(10):
        kinds = finding.find(reference)
    assert "burst" in kinds


@pytest.mark.django_db
def test_exported_erased_and_purged(asked, anna):
    trace(asked, Trace.WORKER, Trace.ASKED, device_hash="secret")
    trace(asked, taken_for="brandt-elektro.de")
    reference = helpers.sign(asked).reference
    found(reference)
    taken = accounts.exporters["references"](anna).data
    assert [each["step"] for each in taken["traces"]] == ["asked", "signed"]
    assert len(taken["unusual"]) == 1
    assert "secret" not in str(taken)
    Trace.objects.update(at=timezone.now() - timedelta(days=31))
    Signal.objects.update(found_at=timezone.now() - timedelta(days=91))
    registers.purge()
    assert not Trace.objects.exists()
    assert not Signal.objects.exists()
    trace(asked, taken_for="brandt-elektro.de")
    found(reference)
    registers.erase(anna)
    assert not Trace.objects.exists()
    assert not Signal.objects.exists()


@pytest.mark.django_db
def test_signed_words_hold_no_day_that_somebody_typed(asked):
    """So no Sunday can be found in them: people name months, and the days are those of the house's own clock."""
    said = json.loads(helpers.sign(asked).reference.payload)
    assert re.fullmatch(r"\d{4}-\d{2}", said["station"]["first"])
    own = {said.pop("issued_at"), said["checked"].pop("at"), said["checked"].pop("employer_until")}
    assert len(own) == 3
    assert re.findall(r"\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{2}", json.dumps(said)) == []


@pytest.mark.django_db
def test_look_that_failed_is_made_up_for_the_next_day(asked, monkeypatch):
    """A worker process that dies, a database that is away: the trace says that nobody has looked."""
    reference = helpers.sign(asked).reference
    trace(asked, taken_for="brandt-elektro.de", at=timezone.now() - timedelta(hours=2))
    with monkeypatch.context() as broken:
        broken.setattr(finding, "find", lambda *_: 1 / 0)
        assert looking.daily() == 0
    assert not Signal.objects.exists()
    assert looking.daily() == 1
    assert Signal.objects.get().subject == reference.key_of_item
    assert looking.daily() == 0


@pytest.mark.django_db
def test_one_that_fails_holds_up_no_other(asked, anna, brandt, monkeypatch):
    other = helpers.ask(anna, helpers.make_station(anna, brandt), email="b@brandt-elektro.example")
    for each in (asked, other):
        helpers.sign(each)
        trace(each, at=timezone.now() - timedelta(hours=2))
    looks = {**looking.LOOKS, "request": lambda name, aside: 1 / 0 if name == asked.public_id else None}
    monkeypatch.setattr(looking, "LOOKS", looks)
    assert looking.daily() == 1
    assert list(Trace.objects.filter(looked_at=None).values_list("subject", flat=True)) == [
        f"request:{asked.public_id}"
    ]


@pytest.mark.django_db
def test_daily_run_leaves_alone_what_is_looked_at_or_will_be(asked):
    trace(asked, looked_at=timezone.now(), at=timezone.now() - timedelta(hours=2))
    trace(asked)  # just now: its task is on the way
    trace(asked, Trace.WORKER, Trace.ASKED, at=timezone.now() - timedelta(hours=2))
    assert looking.daily() == 0


@pytest.mark.django_db
def test_look_alikes_are_found_behind_any_number_of_others(asked, anna, fuerth):
    """No list is cut: the one in question is the last of 260 whose names and domains begin alike."""
    Employer.objects.bulk_create(
        Employer(
            name=f"Brandberg {n:04}",
            key=f"brandberg {n:04}",
            place=fuerth,
            domain=f"br{n:04}-a.example",
            checked_until=timezone.localdate() + timedelta(days=9),
        )
        for n in range(260)
    )
    factories.make_employer("Brandstetter Bau", fuerth, domain="brzz-elektro.example")
    assert looking._taken_for(f"request:{asked.public_id}", "brzz-e1ektro.example") == "brzz-elektro.example"
    station = factories.make_station(anna.profile, name="Brandstetter Baus", place=fuerth)
    reference = helpers.sign(helpers.ask(anna, station, email="x@post.example")).reference
    trace(reference.request)
    assert "alike-name" in found(reference)


@pytest.mark.parametrize("kind", [*whence.KINDS, *finding.KINDS])
def test_every_kind_has_a_reason_and_why_it_is_harmless(kind):
    text, harmless = notes.WORDS[kind]
    assert text
    assert harmless


@pytest.mark.parametrize(
    ("said_by", "closed"),
    [
        ({1: {2}, 2: {3}, 3: {1}}, True),
        ({1: {2}, 2: {3}, 3: {1, 9}}, False),  # a word from outside
        ({1: {2, None}, 2: {3}, 3: {1}}, False),  # of somebody without account
        ({1: {2}, 2: {1}}, False),  # two: said openly instead
        ({1: {2}, 2: {3}, 3: set()}, False),
        ({}, False),
    ],
)
def test_closed_ring(said_by, closed):
    assert likeness.closed_ring(1, 2, said_by) is closed


@pytest.mark.parametrize(
    ("given_one", "real", "expected"),
    [
        ("brandt-e1ektro.de", "brandt-elektro.de", True),
        ("brandtelektro.de", "brandt-elektro.de", True),
        ("brandt-elektro.com", "brandt-elektro.de", True),
        ("brandt-elektro.de", "brandt-elektro.de", False),
        ("mail.brandt-elektro.de", "brandt-elektro.de", False),
        ("brandt-sanitaer.de", "brandt-elektro.de", False),
        ("gmx.de", "gmy.de", False),
    ],
)
def test_domains_alike(given_one, real, expected):
    assert likeness.domains_alike(given_one, real) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Elektro Brandt GmbH", "Elektro Brant", True),
        ("Elektro Brandt GmbH", "Elektro Brandt", False),  # the same firm
        ("Elektro Brandt", "Sanitär Brandt", False),  # two brothers
    ],
)
def test_names_alike(one, other, expected):
    assert likeness.alike(naming.stem(one), naming.stem(other)) is expected


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_symmetric_and_never_of_the_same(one, other):
    assert likeness.edits(one, other) == likeness.edits(other, one)
    assert likeness.alike(one, other) == likeness.alike(other, one)
    assert not likeness.alike(one, one)
    assert (likeness.edits(one, other) == 0) == (one == other)
    assert (likeness.edits(one, other, 2) <= 2) == (likeness.edits(one, other) <= 2)


@given(st.from_regex(r"[a-z]{2,12}", fullmatch=True), st.from_regex(r"[a-z0-9]{1,6}", fullmatch=True))
def test_a_tag_never_leaves_the_family(name, tag):
    assert family(f"{name}+{tag}@firma.de") == family(f"{name}@firma.de")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # Where everybody gets a mailbox, dots and numbers are no second person: the second one of somebody is mostly the name with a number.
        ("anna.huber@gmx.de", "annahuber77@web.de", True),
        ("annahuber1@gmx.de", "annahuber2@gmx.de", True),  # may be two people of one name: a human looks
        ("anna.huber@gmx.de", "bernd.huber@gmx.de", False),  # brothers and sisters
        ("ah1@gmx.de", "ah2@gmx.de", False),  # too short to say anything
        ("12345678@gmx.de", "87654321@gmx.de", False),  # nothing but numbers
        # At a domain of its own numbers count, and nothing but the tag is left out.
        ("info@brandt.de", "info@huber.de", False),
        ("team1@brandt.de", "team2@brandt.de", False),
        ("info+a@brandt.de", "info@brandt.de", True),
    ],
)
def test_families(one, other, same):
    assert (family(one) == family(other)) is same

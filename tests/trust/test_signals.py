"""What looks unusual comes before the desk, and blocks nothing (law 15). Each attack has a harmless twin."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from accounts import registry as accounts
from network.desk import cases
from network.desk import registry as desk
from network.desk.models import Case
from network.employers.models import Employer
from references import registers
from references.models import Reference, ReferenceRequest, Signal, Trace
from references.signals import finding, likeness, looking, notes, traces
from references.signals.hashes import family, family_hash
from tests import factories
from tests.references import helpers

TEXT = "Als die Anlage nachts ausfiel, kam sie sofort und blieb bis zum Morgen."


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def asked(anna, brandt):
    request = helpers.ask(anna, helpers.make_station(anna, brandt))
    ReferenceRequest.objects.filter(pk=request.pk).update(created_at=timezone.now() - timedelta(hours=3))
    Employer.objects.update(created_at=timezone.now() - timedelta(days=9))
    request.refresh_from_db()
    return request


def trace(request, side, **hashes):
    step = traces.ASKED if side == traces.WORKER else traces.SIGNED
    subject = f"request:{request.public_id}"
    return Trace.objects.create(subject=subject, profile=request.profile, side=side, step=step, **hashes)


def found(reference: Reference, alike: str = "") -> set[str]:
    looking.look.func(reference.public_id, alike)
    return set(Signal.objects.filter(subject=reference.key_of_item).values_list("kind", flat=True))


@pytest.mark.django_db
def test_ordinary_reference_is_not_marked(asked):
    trace(asked, traces.WORKER, device_hash="a", network_hash="n")
    trace(asked, traces.OTHER, device_hash="b", network_hash="m", family_hash=family_hash(helpers.BOSS))
    assert found(helpers.sign(asked).reference) == set()
    assert not Case.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("worker", "other", "kinds"),
    [
        ({"device_hash": "a", "network_hash": "n"}, {"device_hash": "a", "network_hash": "n"}, {"same-device"}),
        ({"network_hash": "n"}, {"network_hash": "n"}, {"same-network"}),
        ({}, {"family_hash": family_hash("anna+2@example.org")}, {"same-family"}),
        ({"device_hash": ""}, {"device_hash": ""}, set()),
    ],
)
def test_self_vouching_comes_before_the_desk_and_is_not_blocked(asked, worker, other, kinds):
    trace(asked, traces.WORKER, **worker)
    trace(asked, traces.OTHER, **other)
    reference = helpers.sign(asked).reference
    assert found(reference) == kinds
    assert Case.objects.filter(kind="signals", subject=reference.key_of_item).count() == bool(kinds)
    assert Reference.objects.valid().filter(pk=reference.pk).exists()


@pytest.mark.django_db
def test_too_fast_by_mail_and_not_in_one_room(asked):
    ReferenceRequest.objects.filter(pk=asked.pk).update(created_at=timezone.now())
    Employer.objects.update(created_at=timezone.now() - timedelta(days=9))
    reference = helpers.sign(asked).reference
    assert found(reference) == {"too-fast"}
    Signal.objects.all().delete()
    ReferenceRequest.objects.filter(pk=asked.pk).update(channel="room")
    assert found(reference) == set()


@pytest.mark.django_db
def test_firm_registered_late_or_founded_later_than_claimed(asked, brandt):
    reference = helpers.sign(asked).reference
    Employer.objects.filter(pk=brandt.pk).update(created_at=timezone.now(), founded_year=2015)
    assert found(reference) == {"young-firm", "before-founded"}


@pytest.mark.django_db
def test_same_text_of_another_is_marked_and_a_short_one_is_not(asked, anna, brandt):
    station = helpers.make_station(anna, brandt)
    other = helpers.ask(anna, station, email="second@brandt-elektro.example")
    helpers.sign(other, text=TEXT)
    assert found(helpers.sign(asked, text=TEXT).reference) == {"same-text"}


@pytest.mark.django_db
def test_role_of_two_and_two_foremen(asked, anna, brandt):
    second = helpers.ask(anna, helpers.make_station(anna, brandt), email="second@brandt-elektro.example")
    helpers.sign(second, role="Geschäftsführer")
    reference = helpers.sign(asked, role="Geschäftsführerin").reference
    assert found(reference) == {"role-of-two"}
    assert not finding._single({"referee": {"role": "Vorarbeiter"}})


@pytest.mark.django_db
def test_look_alike_domain_says_the_real_one(asked):
    reference = helpers.sign(asked).reference
    assert found(reference, "brandt-elektro.de") == {"alike-domain"}
    case = Case.objects.get()
    (note,) = desk.notes["signals"](case)
    assert "brandt-elektro.de" in note.text
    assert note.harmless


@pytest.mark.django_db
def test_decided_case_is_not_opened_again_and_signals_go(asked):
    reference = helpers.sign(asked).reference
    found(reference, "brandt-elektro.de")
    petra = factories.make_user("petra@desk.example")
    Case.objects.update(decided_at=timezone.now(), decided_by=petra, outcome="stays", reason="Two domains.")
    notes.settle(Case.objects.get())
    assert found(reference, "brandt-elektro.de") == set()
    assert Case.objects.count() == 1
    assert not cases.Case.objects.open().exists()


@pytest.mark.django_db
def test_number_of_queries_is_fixed(asked, anna, brandt, django_assert_max_num_queries):
    reference = helpers.sign(asked).reference
    for number in range(4):
        helpers.sign(helpers.ask(anna, helpers.make_station(anna, brandt), email=f"b{number}@brandt-elektro.example"))
    reference = Reference.objects.select_related(
        "profile__user", "employer", "request", "station__employer", "station__place"
    ).get(pk=reference.pk)
    with django_assert_max_num_queries(8):
        kinds = finding.find(reference)
    assert "burst" in kinds


@pytest.mark.django_db
def test_exported_erased_and_purged(asked, anna):
    trace(asked, traces.WORKER, device_hash="secret")
    reference = helpers.sign(asked).reference
    found(reference, "brandt-elektro.de")
    taken = accounts.exporters["references"](anna).data
    assert [each["step"] for each in taken["traces"]] == ["asked"]
    assert len(taken["unusual"]) == 1
    assert "secret" not in str(taken)
    Trace.objects.update(at=timezone.now() - timedelta(days=31))
    Signal.objects.update(found_at=timezone.now() - timedelta(days=91))
    registers.purge()
    assert not Trace.objects.exists()
    assert not Signal.objects.exists()
    found(reference, "brandt-elektro.de")
    trace(asked, traces.WORKER)
    registers.erase(anna)
    assert not Trace.objects.exists()
    assert not Signal.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_signature_is_noted_and_looked_at_after_the_commit(asked, rf):
    reference = helpers.sign(asked).reference
    browser = {"subject": f"request:{asked.public_id}", "profile": asked.profile}
    request = rf.post("/")
    request.COOKIES[settings.CSRF_COOKIE_NAME] = "one browser"
    traces.note(request, **browser, side=traces.WORKER, step=traces.ASKED)
    traces.note(request, **browser, side=traces.OTHER, step=traces.SIGNED, mailbox=helpers.BOSS)
    assert set(Signal.objects.values_list("kind", "subject")) == {("same-device", reference.key_of_item)}
    assert Client().get(f"/desk/cases/{Case.objects.get().pk}/").status_code in (302, 404)


@pytest.mark.parametrize("kind", finding.KINDS)
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
    assert likeness.names_alike(one, other) is expected


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_symmetric_and_never_of_the_same(one, other):
    assert likeness.edits(one, other) == likeness.edits(other, one)
    assert likeness.alike(one, other) == likeness.alike(other, one)
    assert not likeness.alike(one, one)
    assert (likeness.edits(one, other) == 0) == (one == other)


@given(st.from_regex(r"[a-z]{2,12}", fullmatch=True), st.from_regex(r"[a-z0-9]{1,6}", fullmatch=True))
def test_a_tag_never_leaves_the_family(name, tag):
    assert family(f"{name}+{tag}@firma.de") == family(f"{name}@firma.de")


def test_families():
    assert family("anna.huber@gmx.de") == family("annahuber77@web.de")
    assert family("anna.huber@gmx.de") != family("bernd.huber@gmx.de")  # brothers and sisters
    assert family("info@brandt.de") != family("info@huber.de")

"""The queue, decisions with reasons, and everybody who has nothing to do there."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts import registry
from network.desk import actions, facts
from network.desk.models import DeskMember
from network.employers import actions as employers
from network.employers.models import Employer, EmployerProof
from network.employers.viewer import viewer_of
from tests import factories
from tests.employers.helpers import enter, link_in_mail, own_queries

pytestmark = pytest.mark.django_db
REASON = "Handwerkskarte gesehen, Nummer stimmt."


@pytest.fixture
def petra(db):
    """At the desk."""
    user = factories.make_user("petra@desk.example")
    actions.add_member(by=None, user=user, name="Petra Hofmann")
    return user


@pytest.fixture
def kunz(fuerth, fremder) -> Employer:
    """Waits for the desk; fremder is its admin."""
    return employers.register(
        by=fremder, name="Malerbetrieb Kunz", place=fuerth, member_name="Kurt Kunz", domain="kunz.example"
    )


@pytest.fixture
def url(kunz) -> str:
    return f"/desk/employer/{kunz.public_id}/"


def decision(client, url, **data) -> dict[str, str]:
    return {"kind": "register", "reason": REASON, "seen": client.get(url).context["form"].initial["seen"], **data}


def test_confirmed_employer_is_checked_for_a_year_and_both_sides_read_why(petra, kunz, url, fremder):
    client = enter(petra)
    assert client.post(url, decision(client, url)).status_code == 200
    kunz.refresh_from_db()
    assert kunz.checked_until == timezone.localdate() + timedelta(days=365)
    assert kunz.queued_at is None
    proof = kunz.proofs.get()
    assert (proof.kind, proof.by, proof.reason) == ("register", petra, REASON)
    assert viewer_of(fremder).checked
    assert mail.outbox[-1].to == [fremder.email]
    assert REASON in mail.outbox[-1].body
    assert "hilfe@handschlag.invalid" in mail.outbox[-1].body
    assert REASON in enter(fremder).get(f"/employer/{kunz.public_id}/proof/").content.decode()
    assert REASON in client.get(url).content.decode()


def test_refusal_ends_an_older_check_and_says_how_to_contest(petra, kunz, url, fremder):
    Employer.objects.update(checked_until=timezone.localdate() + timedelta(days=99))
    client = enter(petra)
    client.post(url, decision(client, url, kind="refused", reason="Unter der Nummer kennt Sie niemand."))
    kunz.refresh_from_db()
    assert (kunz.checked_until, kunz.queued_at) == (None, None)
    assert not viewer_of(fremder).checked
    body = mail.outbox[-1].body
    assert "Unter der Nummer kennt Sie niemand." in body
    assert "hilfe@handschlag.invalid" in body
    assert link_in_mail() == f"/employer/{kunz.public_id}/"


def test_refused_employer_comes_back_into_the_queue_when_it_asks(petra, kunz, url, fremder):
    client = enter(petra)
    client.post(url, decision(client, url, kind="refused"))
    assert "Malerbetrieb Kunz" not in client.get("/desk/").content.decode()
    enter(fremder).post(f"/employer/{kunz.public_id}/proof/", {"do": "check"})
    assert "Malerbetrieb Kunz" in client.get("/desk/").content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [("reason", ""), ("reason", "  "), ("kind", ""), ("kind", "domain-mail"), ("kind", "ended"), ("reason", "x" * 501)],
)
def test_decision_without_kind_or_reason_is_none(petra, kunz, url, field, value):
    client = enter(petra)
    answer = client.post(url, decision(client, url, **{field: value}))
    assert field in answer.context["form"].errors
    assert not EmployerProof.objects.exists()
    assert not mail.outbox


def test_names_with_signs_stand_in_mails_as_they_are(petra, fremder, fuerth):
    employer = employers.register(by=fremder, name="Kunz & Söhne", place=fuerth, member_name="Kurt Kunz")
    employers.record_proof(by=petra, employer=employer, kind="visit", reason='<gut> & "da"')
    assert "Kunz & Söhne" in mail.outbox[-1].subject
    assert '<gut> & "da"' in mail.outbox[-1].body


def test_two_at_the_desk_decide_once(petra, kunz, url):
    other = factories.make_user("paul@desk.example")
    actions.add_member(by=None, user=other, name="Paul Pohl")
    first, second = enter(petra), enter(other)
    one, two = decision(first, url), decision(second, url, kind="refused")
    assert first.post(url, one).status_code == 200
    assert second.post(url, two).status_code == 409
    assert first.post(url, one).status_code == 409  # a double click
    assert kunz.proofs.count() == 1
    assert Employer.objects.get(pk=kunz.pk).is_checked


@pytest.mark.parametrize("change", [{"name": "Siemens"}, {"domain": "siemens.example"}, {"place": "90402"}])
def test_facts_that_changed_while_looking_are_not_confirmed(petra, kunz, url, fremder, nuernberg, change):
    client = enter(petra)
    data = decision(client, url)
    changed = {"name": kunz.name, "place": "90762", "domain": kunz.domain, "founded_year": "", **change}
    assert enter(fremder).post(f"/employer/{kunz.public_id}/settings/facts/", changed).status_code == 302
    assert client.post(url, data).status_code == 409
    assert not Employer.objects.get(pk=kunz.pk).is_checked


def test_nobody_checks_the_own_employer(kunz, url, fremder):
    actions.add_member(by=None, user=fremder, name="Kurt Kunz")
    client = enter(fremder)
    assert client.post(url, decision(client, url)).status_code == 409
    for more in ("correct/", "invite/"):
        assert client.get(url + more).status_code == 409
    with pytest.raises(PermissionDenied):
        actions.decide(by=fremder, employer=kunz, kind="visit", reason="Ich war da", seen=facts.fingerprint(kunz))
    assert not kunz.proofs.exists()


@pytest.mark.parametrize("who", ["fremder", "monika", "rita", "former"])
def test_desk_does_not_exist_for_others(who, petra, kunz, url, request):
    user = request.getfixturevalue(who) if who != "former" else factories.make_user("ex@desk.example")
    if who == "former":
        actions.add_member(by=None, user=user, name="Ex")
        actions.erase(user)
    client = enter(user)
    for address in ("/desk/", url, f"{url}correct/", f"{url}invite/"):
        for method in (client.get, client.post):
            answer = method(address, {"kind": "visit", "reason": REASON, "seen": facts.fingerprint(kunz)})
            assert answer.status_code == 404, address
            assert "Kunz" not in answer.content.decode(), address
    assert not kunz.proofs.exists()


def test_desk_is_closed_when_signed_out_and_without_second_factor(client, petra, url):
    assert client.get("/desk/").url.startswith("/account/login/")
    client.force_login(petra)
    for address in ("/desk/", url):
        assert "next=" in client.get(address).url


def test_desk_acts_only_by_its_own_people(kunz, rita):
    with pytest.raises(PermissionDenied):
        actions.decide(by=rita, employer=kunz, kind="visit", reason=REASON, seen=facts.fingerprint(kunz))
    with pytest.raises(PermissionDenied):
        actions.invite_admin(by=rita, employer=kunz, email="rita@talheim.example")


def test_queue_shows_who_waited_longest_first(petra, kunz, talheim, brandt):
    Employer.objects.filter(pk=talheim.pk).update(queued_at=timezone.now() - timedelta(days=3))
    shown = enter(petra).get("/desk/").content.decode()
    assert shown.index("Stadtwerke Talheim") < shown.index("Malerbetrieb Kunz")
    assert "Elektro Brandt" not in shown


@pytest.mark.parametrize("n", [1, 30])
def test_queue_costs_the_same_with_many_waiting(petra, fuerth, n):
    for number in range(n):
        factories.make_employer(f"Bau {number:02}", fuerth, checked=False, queued_at=timezone.now())
    client = enter(petra)
    with own_queries() as counted:
        shown = client.get("/desk/").content.decode()
    assert len(counted()) == 4  # the door, the count, the page, its employers
    assert "Bau 00" in shown
    assert ("Bau 29" in shown) is False
    assert ("Bau 29" in client.get("/desk/?page=2").content.decode()) is (n == 30)


@pytest.mark.parametrize("n", [1, 10])
def test_employer_page_costs_the_same_with_many_proofs(petra, kunz, url, fuerth, nuernberg, n):
    for number in range(n):
        employers.record_proof(by=petra, employer=kunz, kind="visit", reason=f"Besuch {number}")
        factories.make_employer(f"Malerbetrieb Kunz {number}", nuernberg)
    client = enter(petra)
    with own_queries() as counted:
        shown = client.get(url).content.decode()
    assert f"Besuch {n - 1}" in shown
    assert len(counted()) == 6


def test_desk_finds_any_employer_by_name(petra, brandt):
    shown = enter(petra).get("/desk/", {"q": "brandt"}).content.decode()
    assert f"/desk/employer/{brandt.public_id}/" in shown


def test_desk_page_shows_who_is_alike(petra, kunz, url, nuernberg):
    factories.make_employer("Malerbetrieb Kunz", nuernberg)
    factories.make_employer("Ganz anders", nuernberg, domain="kunz.example")
    shown = enter(petra).get(url).content.decode()
    assert "Malerbetrieb Kunz, Nürnberg" in shown
    assert "Ganz anders, Nürnberg" in shown


def test_corrected_facts_are_a_row_that_the_employer_reads(petra, brandt, monika, nuernberg):
    url = f"/desk/employer/{brandt.public_id}/correct/"
    data = {
        "name": "Brandt Technik",
        "place": "90402",
        "domain": "brandt.example",
        "parent": "",
        "reason": "Umgezogen, Brief gesehen",
    }
    assert enter(petra).post(url, data).status_code == 302
    brandt.refresh_from_db()
    assert (brandt.name, brandt.key, brandt.place, brandt.is_checked) == (
        "Brandt Technik",
        "brandt technik",
        nuernberg,
        True,
    )
    proof = brandt.proofs.get()
    assert (proof.kind, proof.by) == ("corrected", petra)
    assert "Elektro Brandt" in proof.before
    assert mail.outbox[-1].to == [monika.email]
    assert "Umgezogen, Brief gesehen" in mail.outbox[-1].body


def test_correction_needs_a_reason_and_a_free_name(petra, brandt, kunz):
    url = f"/desk/employer/{brandt.public_id}/correct/"
    data = {"name": "Malerbetrieb Kunz", "place": "90762", "domain": "", "parent": "", "reason": ""}
    assert "reason" in enter(petra).post(url, data).context["form"].errors
    assert "name" in enter(petra).post(url, {**data, "reason": "x"}).context["form"].errors
    assert Employer.objects.get(pk=brandt.pk).name == "Elektro Brandt"


def test_correction_makes_no_circle(petra, brandt, fuerth):
    factories.make_employer("Brandt Laden", fuerth, parent=brandt)
    data = {"name": "Elektro Brandt", "place": "90762", "domain": "", "parent": "Brandt Laden", "reason": "x"}
    assert "parent" in enter(petra).post(f"/desk/employer/{brandt.public_id}/correct/", data).context["form"].errors


def test_desk_gives_an_employer_without_people_a_new_admin(petra, brandt, fremder):
    enter(petra).post(f"/desk/employer/{brandt.public_id}/invite/", {"email": fremder.email})
    enter(fremder).post(link_in_mail(), {"member_name": "Eva Brandt", "position": "Erbin"})
    assert fremder.memberships.get().is_admin


def test_command_makes_a_contact_person(fremder, capsys):
    call_command("add_desk_member", "Fremder@example.org", "Petra Hofmann")
    assert fremder.desk.name == "Petra Hofmann"
    call_command("add_desk_member", "fremder@example.org", "Petra H.")
    assert DeskMember.objects.get().name == "Petra H."
    with pytest.raises(CommandError):
        call_command("add_desk_member", "niemand@example.org", "Niemand")


def test_own_area_shows_the_queue_to_the_desk_only(petra, kunz, fremder):
    tasks = [(task.url, task.state) for task in registry.open_tasks["desk"](petra)]
    assert tasks == [("/desk/", "todo"), ("/desk/help/", ""), ("/desk/seen/", "")]
    assert list(registry.open_tasks["desk"](fremder)) == []


def test_leaving_export_and_second_factor(petra, kunz, fremder):
    employers.record_proof(by=petra, employer=kunz, kind="visit", reason=REASON)
    assert registry.second_factor["desk"](petra)
    assert not registry.second_factor["desk"](fremder)
    assert registry.exporters["desk"](petra).data["decisions"][0]["reason"] == REASON
    assert registry.farewells["desk"](petra)
    actions.add_member(by=None, user=factories.make_user(), name="Paul")
    assert registry.farewells["desk"](petra) == []
    registry.erasers["desk"][1](petra)
    assert not DeskMember.objects.filter(user=petra).exists()
    petra.delete()
    assert kunz.proofs.get().reason == REASON  # the decision stays, without the person

"""The firm says that nobody there made a statement in its name: once, to the desk, and the pages say so until it has decided."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from network.desk import cases
from network.desk.models import Case
from network.profiles.models import Block
from references import actions
from references.audit import verify
from references.models import Objection
from references.registers import export
from tests import factories
from tests.accounts.helpers import give_app
from tests.desk.casework import at_desk
from tests.references import helpers

WHY = "Eine Meisterin dieses Namens hat es bei uns nie gegeben."
LABEL = "The firm says that nobody there made this statement. The desk is looking into it."


@pytest.fixture
def shown(anna, reference):
    actions.release(by=anna, reference=reference)
    reference.refresh_from_db()
    return reference


@pytest.fixture
def adele(brandt):
    """Administrates the firm in whose name it was said."""
    user = factories.make_member(brandt, None, "Adele Amt", is_admin=True).user
    give_app(user)
    return user


@pytest.fixture
def firm(client, adele):
    client.force_login(adele)
    return client


def url(employer, reference, act: str = "object") -> str:
    return f"/employer/{employer.public_id}/references/{reference.public_id}/{act}/"


def pages(reference) -> list[str]:
    """The check page, how we know, the worker's page."""
    profile = reference.profile
    reader = Client(headers={"accept-language": "en"})
    here = (f"/v/{reference.public_id}/", f"/v/{reference.public_id}/how/", f"/p/{profile.handle}/")
    return [reader.get(each).content.decode() for each in here]


def test_firm_objects_and_the_pages_say_so(firm, brandt, shown, anna, adele, outbox):
    assert "Nobody here said this" in firm.get(f"/employer/{brandt.public_id}/references/").content.decode()
    assert "once" in firm.get(url(brandt, shown)).content.decode()
    assert not Objection.objects.exists()
    outbox.clear()
    page = firm.post(url(brandt, shown), {"words": WHY}, follow=True).content.decode()
    assert "The desk is looking into it" in page
    assert "Nobody here said this" not in page
    case = Case.objects.get()
    assert (case.kind, case.subject, case.words) == ("objection", shown.key_of_item, WHY)
    assert (case.profile, case.employer, case.opened_by) == (anna.profile, brandt, adele)
    assert all(LABEL in each for each in pages(shown))
    assert [letter.to for letter in outbox] == [[anna.email]]
    assert verify() is None


def test_worker_reads_what_the_firm_writes(firm, brandt, shown, anna, django_assert_max_num_queries):
    firm.post(url(brandt, shown), {"words": WHY})
    worker = Client(headers={"accept-language": "en"})
    worker.force_login(anna)
    worker.get("/me/")
    with django_assert_max_num_queries(8):
        assert WHY in worker.get(f"/me/references/{shown.public_id}/").content.decode()
    assert all(WHY not in each for each in pages(shown))


def test_second_click_and_second_tab_do_nothing(firm, brandt, shown, outbox):
    firm.post(url(brandt, shown), {"words": WHY})
    outbox.clear()
    assert firm.post(url(brandt, shown), {"words": "Noch mal"}).status_code == 302
    assert firm.get(url(brandt, shown)).status_code == 302
    assert (Objection.objects.count(), Case.objects.count(), len(outbox)) == (1, 1, 0)


@pytest.mark.parametrize("words", ["", " ", "x" * 501])
def test_reason_is_needed_and_short(firm, brandt, shown, words):
    assert "There is a problem" in firm.post(url(brandt, shown), {"words": words}).content.decode()
    assert not Objection.objects.exists()


@pytest.mark.parametrize("outcome", ["stays", "ended"])
def test_desk_decides_and_the_label_goes(firm, brandt, shown, adele, outcome, outbox, anna):
    firm.post(url(brandt, shown), {"words": WHY})
    outbox.clear()
    cases.decide(by=at_desk(), case=Case.objects.get(), outcome=outcome, reason="Wir haben dort angerufen.")
    assert not any(LABEL in each for each in pages(shown))
    shown.refresh_from_db()
    assert hasattr(shown, "withdrawal") is (outcome == "ended")
    told = {address for letter in outbox for address in letter.to}
    assert {anna.email, adele.email} <= told
    assert "decided on" in firm.get(f"/employer/{brandt.public_id}/references/").content.decode()
    assert verify() is None


def test_nobody_objects_twice_after_a_decision(firm, brandt, shown, adele):
    firm.post(url(brandt, shown), {"words": WHY})
    cases.decide(by=at_desk(), case=Case.objects.get(), outcome="stays", reason="Sie war da.")
    firm.post(url(brandt, shown), {"words": "Doch nicht"})
    assert actions.object_to_statement(by=adele, reference=shown, words="Doch nicht") is False
    assert Case.objects.count() == 1


def test_withdrawn_statement_is_not_objected_to(firm, brandt, shown, adele):
    actions.withdraw(by=None, reference=shown)
    assert firm.get(url(brandt, shown)).status_code == 404
    assert actions.object_to_statement(by=adele, reference=shown, words=WHY) is False
    assert not Objection.objects.exists()


@pytest.mark.parametrize(
    "who", ["referee of it", "recruiter of it", "admin of another", "admin of the branch", "anna", "former"]
)
def test_others_cannot_object(client, anna, brandt, talheim, shown, fuerth, who):
    """Only who administrates the very firm: not its referees, not the branch, not who left an hour ago."""
    branch = factories.make_employer("Brandt Nord", fuerth, parent=brandt, root=brandt)
    member = {
        "referee of it": lambda: factories.make_member(brandt, None, "Rolf", is_referee=True),
        "recruiter of it": lambda: factories.make_member(brandt, None, "Rolf", is_recruiter=True),
        "admin of another": lambda: factories.make_member(talheim, None, "Rolf", is_admin=True),
        "admin of the branch": lambda: factories.make_member(branch, None, "Rolf", is_admin=True),
        "former": lambda: factories.make_member(brandt, None, "Rolf", is_admin=True),
    }.get(who)
    made = member() if member else None
    user = made.user if made else anna
    if who == "former":
        made.until = made.since
        made.save()
    give_app(user)
    client.force_login(user)
    for employer in (brandt, talheim, branch):
        assert client.get(url(employer, shown)).status_code == 404
        assert client.post(url(employer, shown), {"words": WHY}).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.object_to_statement(by=user, reference=shown, words=WHY)
    assert Client().post(url(brandt, shown), {"words": WHY}).status_code == 302
    assert not Objection.objects.exists()


def test_without_the_second_factor_nobody_objects(client, brandt, shown):
    user = factories.make_member(brandt, None, "Adele", is_admin=True).user
    client.force_login(user)
    assert client.post(url(brandt, shown), {"words": WHY}).url.startswith("/account/second-factor/")
    assert not Objection.objects.exists()


def test_who_signed_withdraws_and_does_not_object(client, anna, brandt, monika, statements):
    brandt.memberships.filter(user=monika).update(is_admin=True)
    own = helpers.sign(helpers.ask(anna, helpers.make_station(anna, brandt)), by=monika).reference
    give_app(monika)
    client.force_login(monika)
    assert client.get(url(brandt, own)).status_code == 404
    assert "Nobody here said this" not in client.get(f"/employer/{brandt.public_id}/references/").content.decode()


def test_firm_learns_nothing_of_whom_it_invited_and_who_hides(firm, anna, brandt, adele, statements, elektro):
    """Begun by the firm and not shown to it: not there, for this page either (law 3)."""
    own = helpers.reference_for(anna, brandt).reference
    type(own).objects.filter(pk=own.pk)._change(begun_by_firm=True)
    assert firm.get(url(brandt, own)).status_code == 404
    assert firm.post(url(brandt, own), {"words": WHY}).status_code == 404
    assert actions.object_to_statement(by=adele, reference=own, words=WHY) is False


def test_page_names_the_worker_only_where_she_shows_it(firm, anna, brandt, shown):
    assert "Anna Gärtner" in firm.get(url(brandt, shown)).content.decode()
    Block.objects.create(profile=anna.profile, employer=brandt)
    assert "Gärtner" not in firm.get(url(brandt, shown)).content.decode()


def test_limit_of_one_firm(firm, brandt, shown):
    answers = [firm.post(url(brandt, shown), {"words": ""}).status_code for _ in range(21)]
    assert answers[19:] == [200, 429]


def test_both_take_it_along(firm, brandt, shown, anna, adele):
    firm.post(url(brandt, shown), {"words": WHY})
    assert export(anna).data["references"][0]["objection"]["at"]
    assert export(adele).data["objections"][0]["reference"] == shown.public_id


def test_erased_worker_leaves_no_trace_of_it(firm, brandt, shown, anna):
    firm.post(url(brandt, shown), {"words": WHY})
    actions.erase(by=anna)
    anna.delete()
    assert not Case.objects.exists()
    assert verify() is None
    assert firm.get(f"/employer/{brandt.public_id}/references/").status_code == 200

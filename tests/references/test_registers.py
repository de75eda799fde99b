"""What this house hands to the others: tasks, export, erasure."""

import json

from accounts import registry
from network.employers.registry import tasks_for as tasks_of_member
from network.profiles.models import Confirmation
from network.profiles.rules import is_fixed
from references import actions
from references.audit import verify
from references.models import Reference, ReferenceRequest, Withdrawal
from references.signing import verify as is_signed
from tests.references import helpers


def test_waiting_reference_is_an_open_task(anna, reference):
    (waiting,) = [task for task in registry.tasks_for(anna) if task.state == "todo" and task.group == "What others say"]
    assert waiting.url == f"/me/references/{reference.public_id}/"
    actions.hide(by=anna, reference=reference)
    tasks = [task for task in registry.tasks_for(anna) if task.group == "What others say"]
    assert [(task.url, task.state) for task in tasks] == [("/me/references/", "")]


def test_people_without_a_page_have_no_such_task(fremder):
    assert not [task for task in registry.tasks_for(fremder) if task.group == "What others say"]


def test_member_task_is_for_those_who_speak(monika, brandt, rita, talheim):
    assert [t for t in tasks_of_member(brandt.memberships.get(user=monika)) if "in your name" in t.title]
    assert not [t for t in tasks_of_member(talheim.memberships.get(user=rita)) if "in your name" in t.title]


def test_station_is_fixed_once_somebody_was_asked(anna, brandt):
    station = helpers.make_station(anna, brandt)
    assert not is_fixed(station)
    helpers.ask(anna, station)
    assert is_fixed(station)


def test_export_can_be_checked_elsewhere(anna, reference):
    data = registry.exporters["references"](anna).data
    (exported,) = data["references"]
    assert json.loads(exported["payload"])["worker"]["name"] == "Anna Gärtner"
    assert is_signed(exported["payload"].encode(), exported["signature"], reference.key)
    assert exported["public_key"] == reference.key.public_key
    assert data["requests"][0]["referee_name"] == "Monika Brandt"


def test_export_of_the_referee_holds_the_own_words_only(anna, monika, brandt, statements):
    def words() -> int:
        return len(registry.exporters["references"](monika).data["references"])

    helpers.sign(helpers.ask(anna, helpers.make_station(anna, brandt), email="anders@brandt-elektro.example"))
    assert words() == 0
    helpers.sign(helpers.ask(anna, helpers.make_station(anna, brandt)), by=monika)
    assert words() == 1
    helpers.sign(helpers.ask(anna, helpers.make_station(anna, brandt)))  # by a code to her mailbox
    assert words() == 2


def test_worker_erased_leaves_a_shell_and_a_whole_ledger(anna, reference):
    actions.release(by=anna, reference=reference)
    actions.withdraw(by=None, reference=reference, reason="Anna war nie hier")
    actions.erase(by=anna)
    anna.delete()
    shell = Reference.objects.get()
    assert (shell.payload, shell.profile, shell.station, shell.request) == ("", None, None, None)
    assert Withdrawal.objects.get().reason == ""
    assert not ReferenceRequest.objects.exists()
    assert not Confirmation.objects.exists()
    assert verify() is None


def test_worker_erased_leaves_no_name_anywhere(anna, reference):
    actions.erase(by=anna)
    assert "Gärtner" not in str(list(Reference.objects.values()))
    assert "Monika" not in str(list(Reference.objects.values()))


def test_referee_erased_leaves_the_worker_her_reference(anna, monika, brandt):
    request = helpers.ask(anna, helpers.make_station(anna, brandt))
    reference = helpers.sign(request, by=monika).reference
    actions.erase(by=monika)
    request.refresh_from_db()
    reference.refresh_from_db()
    assert (request.referee_name, reference.referee_user) == ("", None)
    assert reference.payload
    assert verify() is None


def test_purge_is_registered(asked):
    ReferenceRequest.objects.update(expires_at=asked.created_at)
    assert registry.purgers["references"]() == 1
    assert registry.purgers["references"]() == 0


def test_withdrawn_reference_of_erased_worker_leads_nowhere(anna, issued, boss):
    actions.erase(by=anna)
    assert boss.get(f"/r/manage/{issued.manage_token}/").status_code == 404

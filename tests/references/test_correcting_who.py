"""Who corrects, who cannot, and who learns of it."""

import json

import pytest
from django.core.exceptions import PermissionDenied

from accounts.exporting import to_json
from network.employers import actions as employers
from references import actions, registers
from references.actions import CannotCorrect, Incomplete
from references.correcting import Hindrance
from references.models import Reference, ReferenceRequest
from tests import factories
from tests.references import corrections, helpers


@pytest.fixture
def shown(anna, reference):
    actions.release(by=anna, reference=reference)
    return reference


@pytest.fixture
def by_member(anna, brandt, monika, statements):
    """Signed by Monika, signed in, asked at another mailbox."""
    asked = helpers.ask(anna, helpers.make_station(anna, brandt), email="info@brandt-elektro.example")
    return helpers.sign(asked, by=monika, text="Gut gelötet.").reference


def leave(brandt, monika):
    factories.make_member(brandt, None, "Uwe", is_admin=True)
    employers.end_membership(by=monika, membership=brandt.memberships.get(user=monika))


def test_member_corrects_the_own_words_without_digits(monika, by_member):
    new = corrections.correct(by_member, monika).reference
    assert json.loads(new.payload)["checked"]["how"] == "member"
    assert (new.level, new.referee_user) == (4, monika)


def test_nobody_else_of_the_firm_corrects_them(brandt, by_member):
    other = factories.make_member(brandt, None, "Uwe", is_admin=True, is_referee=True).user
    for who in (other, None):
        with pytest.raises(CannotCorrect) as problem:
            corrections.begun(by_member, who)
        assert problem.value.why is Hindrance.SIGN_IN


def test_member_who_left_does_not_correct_in_the_name_of_the_firm(brandt, monika, by_member):
    asked = corrections.begun(by_member, monika)
    actions.save_draft(by=monika, request=asked, text="Neu.")
    leave(brandt, monika)
    with pytest.raises((CannotCorrect, Incomplete)):
        actions.issue(by=monika, request=asked)
    with pytest.raises(CannotCorrect) as problem:
        corrections.begun(by_member, monika)
    assert problem.value.why is Hindrance.LEFT
    assert actions.withdraw(by=monika, reference=by_member)


def test_who_left_does_not_correct_by_the_mailbox_either(brandt, monika, shown):
    """Signed by a code; the same person is a member, and has left since."""
    asked = corrections.begun(shown)
    corrections.confirm(asked)
    actions.save_draft(by=None, request=asked, text="Neu.")
    leave(brandt, monika)
    with pytest.raises(CannotCorrect) as problem:
        actions.issue(by=None, request=asked)
    assert problem.value.why is Hindrance.LEFT


def test_worker_cannot(anna, shown):
    with pytest.raises(PermissionDenied):
        corrections.begun(shown, anna)
    asked = corrections.begun(shown)
    for act in (
        lambda: actions.name_mailbox(by=anna, request=asked, email=helpers.BOSS),
        lambda: actions.issue(by=anna, request=asked),
        lambda: actions.leave_it(by=anna, request=asked),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_station_that_was_removed(shown):
    shown.station.delete()
    with pytest.raises(CannotCorrect) as problem:
        corrections.begun(Reference.objects.get(pk=shown.pk))
    assert problem.value.why is Hindrance.GONE


def test_worker_does_not_learn_of_one_that_was_only_begun(client, anna, station, shown):
    asked = corrections.begun(shown)
    client.force_login(anna)
    assert client.get(f"/me/references/request/{asked.public_id}/").status_code == 404
    assert client.post(f"/me/references/request/{asked.public_id}/take-back/").status_code == 404
    assert "Sent on" not in client.get("/me/references/").content.decode()
    assert helpers.ask(anna, station, email=helpers.BOSS)  # it stands in the way of no request


def test_export_says_which_corrects_which(anna, shown):
    new = corrections.correct(shown).reference
    told = {row["public_id"]: row for row in json.loads(to_json(registers.export(anna).data))["references"]}
    assert told[shown.public_id]["corrected"]["by"] == new.public_id
    assert told[new.public_id]["corrects"]["reference"] == shown.public_id
    assert told[new.public_id]["corrected"] is None


def test_signed_by_a_phone_is_withdrawn_and_asked_anew(shown):
    """Nothing was kept to know the same person by, and the link alone is no proof."""
    ReferenceRequest.objects.filter(reference=shown).update(mailbox_hash="")
    with pytest.raises(CannotCorrect) as problem:
        corrections.begun(shown)
    assert problem.value.why is Hindrance.UNKNOWN
    assert actions.withdraw(by=None, reference=shown)

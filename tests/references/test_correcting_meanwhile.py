"""What happens to a correction when something else happens to the reference."""

import pytest

from references import actions, keys
from references.actions import CannotCorrect, Closed
from references.audit import verify
from references.models import LedgerEntry, Reference, ReferenceRequest
from tests import factories
from tests.references import corrections


@pytest.fixture
def shown(anna, reference):
    actions.release(by=anna, reference=reference)
    return reference


def kinds(reference: Reference) -> list[str]:
    return list(LedgerEntry.objects.filter(subject=reference.public_id).values_list("kind", flat=True))


def words(client, reference: Reference) -> str:
    return client.get(f"/v/{reference.public_id}/").content.decode()


@pytest.mark.parametrize("end", ["referee", "employer", "desk"])
def test_withdrawn_meanwhile_cannot_be_corrected(shown, brandt, end):
    asked = corrections.begun(shown)
    corrections.confirm(asked)
    actions.save_draft(by=None, request=asked, text="Neu.")
    if end == "desk":
        from network.desk.models import DeskMember

        petra = factories.make_user()
        DeskMember.objects.create(user=petra, name="Petra")
        actions.end_by_desk(by=petra, reference=shown, reason="Niemand dort kennt es.")
    else:
        admin = factories.make_member(brandt, None, "Adele", is_admin=True).user if end == "employer" else None
        actions.withdraw(by=admin, reference=shown)
    with pytest.raises(Closed):
        actions.issue(by=None, request=asked)
    with pytest.raises(CannotCorrect):
        corrections.begun(shown)
    assert not ReferenceRequest.objects.open().filter(corrects=shown).exists()
    assert Reference.objects.count() == 1


def test_withdrawing_the_new_one_does_not_bring_the_old_one_back(boss, anna, shown):
    new = corrections.correct(shown).reference
    actions.release(by=anna, reference=new)
    actions.withdraw(by=None, reference=new)
    assert not Reference.objects.standing().exists()
    assert "Corrected on" in words(boss, shown)
    assert "is not shown here" not in words(boss, shown)
    assert verify() is None


def test_erased_meanwhile(anna, shown):
    asked = corrections.begun(shown)
    corrections.confirm(asked)
    actions.erase(by=anna)
    with pytest.raises(Closed):
        actions.issue(by=None, request=asked)


def test_erased_afterwards_leaves_two_shells(anna, shown):
    new = corrections.correct(shown).reference
    actions.erase(by=anna)
    assert kinds(shown)[-2:] == ["corrected", "erased"]
    assert kinds(new) == ["issued", "erased"]
    assert verify() is None


def test_account_of_the_signer_closed_takes_the_draft_along(monika, shown):
    asked = corrections.begun(shown, monika)
    actions.erase(by=monika)
    asked.refresh_from_db()
    assert (asked.state, asked.draft) == ("cancelled", {})


def test_key_is_changed_in_between(brandt, shown):
    asked = corrections.begun(shown)
    corrections.confirm(asked)
    actions.save_draft(by=None, request=asked, text="Neu.")
    keys.rotate(brandt)
    new = actions.issue(by=None, request=asked).reference
    assert new.key_id != shown.key_id
    assert verify() is None

"""Whoever signed puts it right openly: what is replaced, what stays, and the draft in between."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from network.profiles.models import Audience, Confirmation
from references import actions, correcting
from references.actions import CannotCorrect, Closed, Incomplete, Unchanged
from references.audit import verify
from references.correcting import Hindrance
from references.drafts import Draft
from references.models import Correction, LedgerEntry, Reference, ReferenceRequest
from tests import factories
from tests.references import corrections, helpers


@pytest.fixture
def shown(anna, reference):
    actions.release(by=anna, reference=reference)
    return reference


def kinds(reference: Reference) -> list[str]:
    return list(LedgerEntry.objects.filter(subject=reference.public_id).values_list("kind", flat=True))


def words(client, reference: Reference) -> str:
    return client.get(f"/v/{reference.public_id}/").content.decode()


def test_correction_replaces_and_both_stay_as_they_were(anna, shown):
    before = Reference.objects.values("payload", "signature", "payload_hash").get(pk=shown.pk)
    new = corrections.correct(shown, first="2012-09").reference
    assert Reference.objects.values("payload", "signature", "payload_hash").get(pk=shown.pk) == before
    assert json.loads(new.payload)["corrects"] == {"id": shown.public_id, "hash": shown.payload_hash}
    assert json.loads(new.payload)["station"]["first"] == "2012-09"
    assert Correction.objects.get().old == shown
    assert kinds(shown) == ["issued", "released", "corrected"]
    assert kinds(new) == ["issued"]
    assert verify() is None


def test_new_words_are_shown_to_nobody_before_the_worker_releases_them(client, boss, anna, shown):
    """Law 3; and the old ones do not go on as if their speaker stood by them."""
    new = corrections.correct(shown, text="Neue Worte.").reference
    page = f"/p/{anna.profile.handle}/"
    assert boss.get(f"/v/{new.public_id}/").status_code == 404
    assert "Hat alle Kunden gehalten." not in boss.get(page).content.decode()
    assert "Neue Worte." not in boss.get(page).content.decode()
    old = words(boss, shown)
    assert "Corrected on" in old
    assert "is not shown here" in old
    assert new.public_id not in old
    actions.release(by=anna, reference=new)
    assert "Neue Worte." in boss.get(page).content.decode()
    assert "Corrects the one of" in boss.get(page).content.decode()
    assert "Hat alle Kunden gehalten." not in boss.get(page).content.decode()
    assert f"/v/{new.public_id}/" in words(boss, shown)
    assert f"/v/{shown.public_id}/" in words(boss, new)


def test_neither_leads_to_one_that_the_reader_may_not_read(boss, anna, shown):
    new = corrections.correct(shown).reference
    actions.release(by=anna, reference=new)
    actions.hide(by=anna, reference=shown)
    assert shown.public_id not in words(boss, new)
    actions.show_to(by=anna, profile=anna.profile, audiences={new.key_of_item: Audience.EMPLOYERS})
    assert boss.get(f"/v/{new.public_id}/").status_code == 404


def test_months_of_the_old_one_go_and_those_of_the_new_one_come_with_the_release(anna, shown):
    assert Confirmation.objects.get().source == shown.key_of_item
    new = corrections.correct(shown, last="2019-05").reference
    assert not Confirmation.objects.exists()
    actions.release(by=anna, reference=new)
    confirmed = Confirmation.objects.get()
    assert confirmed.source == new.key_of_item
    assert confirmed.last.year == 2019


def test_corrected_one_can_be_hidden_and_not_shown_again(anna, shown):
    corrections.correct(shown)
    actions.hide(by=anna, reference=shown)
    actions.release(by=anna, reference=shown)
    shown.refresh_from_db()
    assert not shown.shown
    assert verify() is None


def test_new_one_is_for_the_readers_of_the_old_one(anna, shown):
    actions.show_to(by=anna, profile=anna.profile, audiences={shown.key_of_item: Audience.EMPLOYERS})
    new = corrections.correct(shown).reference
    actions.release(by=anna, reference=new)
    new.refresh_from_db()
    assert new.audience == Audience.EMPLOYERS
    assert kinds(new) == ["issued", "released", "for-employers"]
    assert Confirmation.objects.get().audience == Audience.EMPLOYERS
    assert verify() is None


def test_level_is_frozen_anew(anna, brandt, shown):
    """The firm is not checked any more: what it says today stands lower, what it said then stays."""
    assert shown.level == 4
    brandt.checked_until = None
    brandt.save()
    new = corrections.correct(shown).reference
    assert (shown.level, new.level) == (4, 3)


def test_chain(anna, shown):
    second = corrections.correct(shown, text="Zweite Worte.").reference
    third = corrections.correct(second, text="Dritte Worte.").reference
    actions.release(by=anna, reference=third)
    assert list(Reference.objects.standing()) == [third]
    with pytest.raises(CannotCorrect) as problem:
        corrections.begun(shown)
    assert problem.value.why is Hindrance.CORRECTED
    assert verify() is None


def test_sides_are_told(anna, brandt, shown, outbox):
    factories.make_member(brandt, None, "Adele", is_admin=True)
    outbox.clear()
    corrections.correct(shown)
    told = {letter.to[0]: letter for letter in outbox if "code" not in letter.subject}
    assert "Monika Brandt" in told["anna@example.org"].body
    assert "/me/references/" in told["anna@example.org"].body
    assert "/r/manage/" in told[helpers.BOSS].body
    assert len(told) == 3
    assert not any("fast alle" in letter.body for letter in outbox)


def test_same_words_are_no_correction(shown):
    asked = corrections.begun(shown)
    corrections.confirm(asked)
    with pytest.raises(Unchanged):
        actions.issue(by=None, request=asked)
    assert Reference.objects.count() == 1
    assert ReferenceRequest.objects.open().filter(corrects=shown).exists()


def test_link_alone_does_not_sign(shown):
    asked = corrections.begun(shown)
    actions.save_draft(by=None, request=asked, text="Neu.")
    with pytest.raises(Incomplete) as problem:
        actions.issue(by=None, request=asked)
    assert problem.value.step == "code"


@pytest.mark.parametrize("email", ["anna@example.org", "monika@example.org", "other@brandt-elektro.example"])
def test_digits_go_to_the_mailbox_of_the_first_signature_only(shown, email, outbox):
    asked = corrections.begun(shown)
    outbox.clear()
    assert not actions.name_mailbox(by=None, request=asked, email=email)
    assert not outbox


def test_draft_holds_the_old_words(shown):
    draft = Draft.of(corrections.begun(shown))
    assert (draft.first, draft.last) == ("2013-09", "2020-06")
    assert draft.statements == ["craft.test-0", "craft.test-1"]
    assert (draft.name, draft.role, draft.relation) == ("Monika Brandt", "Meisterin", "superior")
    assert draft.open_step(facts_only=False, known=False) == "code"
    assert correcting.is_unchanged(draft, shown)


def test_sentence_that_is_not_offered_any_more_is_asked_again(shown, statements):
    statements[0].retired = True
    statements[0].save()
    draft = Draft.of(corrections.begun(shown))
    assert draft.statements == ["craft.test-1"]
    assert draft.open_step(facts_only=False, known=True) == "seen"


def test_firm_that_states_facts_only_since_signs_no_judgement(brandt, shown):
    brandt.facts_only = True
    brandt.save()
    asked = corrections.begun(shown)
    assert Draft.of(asked).open_step(facts_only=True, known=False) == "facts"
    corrections.confirm(asked)
    actions.save_draft(by=None, request=asked, step="facts", tasks=["Wartung"], training=[])
    said = json.loads(actions.issue(by=None, request=asked).reference.payload)
    assert (said["statements"], said["text"], said["tasks"]) == ([], "", ["Wartung"])


def test_one_is_open_at_a_time_and_gone_on_with(shown):
    first = corrections.begun(shown)
    actions.save_draft(by=None, request=first, text="Angefangen.")
    again = corrections.begun(shown)
    assert again.pk == first.pk
    assert Draft.of(again).text == "Angefangen."


def test_draft_that_ran_out_is_gone_and_it_can_be_begun_anew(shown):
    first = corrections.begun(shown)
    actions.save_draft(by=None, request=first, text="Angefangen.")
    ReferenceRequest.objects.filter(pk=first.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    with pytest.raises(Closed):
        actions.issue(by=None, request=first)
    again = corrections.begun(shown)
    assert again.pk != first.pk
    assert Draft.of(again).text == "Hat alle Kunden gehalten."
    first.refresh_from_db()
    assert (first.state, first.draft) == ("expired", {})

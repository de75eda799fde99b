"""The page "Who sees what": every item with its readers, in one save."""

import pytest
from django.core.exceptions import PermissionDenied

from network.profiles import actions, items
from network.profiles.models import Confirmation, Profile
from references import actions as references
from references import audit, ledger
from references.models import LedgerEntry
from tests import factories
from tests.profiles.conftest import make_kind
from tests.references import helpers
from tests.samples.conftest import make_sample

ITEMS = "/me/profile/items/"


@pytest.fixture
def reference(anna, brandt):
    signed = helpers.reference_for(anna, brandt).reference
    references.release(by=anna, reference=signed)
    return signed


@pytest.fixture
def everything(anna, reference, stapler):
    page = anna.profile
    page.qualifications.create(kind=stapler)
    make_sample(anna)
    actions.save_contact(
        by=anna, profile=page, phone="+491713920061", phone_audience="nobody", mail="a@b.example", mail_audience="all"
    )
    return page


def said(worker) -> dict[str, str]:
    return {name: field.initial for name, field in worker.get(ITEMS).context["form"].fields.items()}


def test_one_save_changes_what_was_changed(worker, everything, reference):
    before = said(worker)
    assert sorted(key.partition(":")[0] for key in before) == [
        "mail",
        "paper",
        "phone",
        "reference",
        "sample",
        "station",
    ]
    answer = worker.post(ITEMS, dict.fromkeys(before, "employers"), follow=True)
    assert 'role="status"' in answer.content.decode()
    assert said(worker) == dict.fromkeys(before, "employers")
    everything.refresh_from_db()
    assert everything.refs == 0  # not for everyone any more, so it does not count in search
    worker.post(ITEMS, before)
    assert said(worker) == before


def test_saving_without_a_change_writes_no_line(worker, everything):
    lines = LedgerEntry.objects.count()
    worker.post(ITEMS, said(worker))
    assert LedgerEntry.objects.count() == lines


def test_unknown_readers_are_refused_and_nothing_is_lost(worker, everything):
    wanted = dict.fromkeys(said(worker), "nobody")
    answer = worker.post(ITEMS, {**wanted, "phone": "friends"})
    assert list(answer.context["form"].errors) == ["phone"]
    assert said(worker) != wanted
    assert answer.content.decode().count('value="nobody" selected') == len(wanted) - 1


def test_reference_and_its_confirmation_stay_in_step(anna, reference):
    source = reference.key_of_item
    assert Confirmation.objects.get(source=source).audience == "all"
    for audience in ("employers", "nobody", "nobody", "all"):
        references.show_to(by=anna, profile=anna.profile, audiences={source: audience})
        assert Confirmation.objects.get(source=source).audience == audience
    kinds = list(LedgerEntry.objects.filter(subject=reference.public_id).values_list("kind", flat=True))
    assert kinds == ["issued", "released", "for-employers", "for-nobody", "for-all"]
    assert audit.verify() is None
    references.show_to(by=anna, profile=anna.profile, audiences={source: "employers"})
    references.hide(by=anna, reference=reference)
    reference.refresh_from_db()
    references.release(by=anna, reference=reference)
    assert Confirmation.objects.get(source=source).audience == "employers"
    assert audit.verify() is None


def test_readers_changed_beside_the_ledger_are_found(anna, reference):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("UPDATE references_reference SET audience = 'nobody'")
    assert "readers" in str(audit.verify())
    assert set(ledger.READERS.values()) <= ledger.KINDS


def test_items_of_others_are_refused(anna, fremder, reference):
    other = actions.start(by=fremder)
    station, sample = factories.make_station(anna.profile), make_sample(anna)
    paper = anna.profile.qualifications.create(kind=make_kind("x", 1, "X"))
    keys = {f"station:{station.pk}", sample.key, f"paper:{paper.pk}", reference.key_of_item}
    for source in items.items:
        for key in keys:
            with pytest.raises(PermissionDenied):
                source.change(by=fremder, profile=other, audiences={key: "all"})


def test_hidden_or_withdrawn_references_are_not_listed(worker, anna, reference):
    assert reference.key_of_item in said(worker)
    references.hide(by=anna, reference=reference)
    assert reference.key_of_item not in said(worker)


def test_check_page_obeys_the_readers(client, anna, rita, reference):
    address = f"/v/{reference.public_id}/"
    expected = {"all": (200, 200), "employers": (404, 200), "nobody": (404, 404)}
    for audience, (stranger, checked) in expected.items():
        references.show_to(by=anna, profile=anna.profile, audiences={reference.key_of_item: audience})
        client.logout()
        assert client.get(address).status_code == stranger
        client.force_login(rita)
        assert client.get(address).status_code == checked
        client.force_login(anna)
        assert client.get(address).status_code == 200


def test_contact_is_shown_to_nobody_at_first(worker, client, anna):
    said = {"phone": "0171 3920061", "phone_audience": "nobody", "mail": "", "mail_audience": "all"}
    assert worker.post("/me/profile/contact/", said).status_code == 302
    page = Profile.objects.get(pk=anna.profile.pk)
    assert (page.phone, page.phone_audience, page.mail_audience) == ("+491713920061", "nobody", "nobody")
    client.logout()
    assert "3920061" not in client.get(f"/p/{page.handle}/").content.decode()


@pytest.mark.parametrize(("field", "typed"), [("phone", "12"), ("mail", "a@b"), ("phone_audience", "x")])
def test_contact_says_what_is_wrong(worker, field, typed):
    said = {"phone": "0171 3920061", "phone_audience": "all", "mail": "a@b.example", "mail_audience": "all"}
    assert list(worker.post("/me/profile/contact/", {**said, field: typed}).context["form"].errors) == [field]


def test_empty_page_says_so(client, fremder):
    actions.start(by=fremder)
    client.force_login(fremder)
    html = client.get(ITEMS).content.decode()
    assert "<select" not in html
    assert client.post(ITEMS).status_code == 302

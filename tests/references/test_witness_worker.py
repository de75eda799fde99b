"""The worker asks, reads first, shows and hides; nobody else reaches any of it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts import actions as accounts
from network.samples import actions as samples
from network.samples.contexts import context_of, digest
from network.samples.models import WorkSample
from network.samples.witnessing import standing
from references import registers
from references.models import Witness
from references.said import asking
from references.witness import actions, answering
from tests import factories
from tests.references import witnesses
from tests.samples.conftest import make_photo, make_sample

BOX = witnesses.BOX
LINE = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=80)


@pytest.fixture
def sample(anna, brandt):
    return witnesses.sample_of(anna, brandt)


def test_sample_without_the_four_lines_asks_for_them_first(client, anna):
    bare = make_sample(anna)
    client.force_login(anna)
    page = client.get(f"/me/samples/{bare.pk}/witnesses/").content.decode()
    assert "Say first what is still open" in page
    assert f"/me/samples/{bare.pk}/when/?next=" in page
    assert "By mail" not in page
    for way in ("ask", "room"):
        for answer in (client.get, client.post):
            assert answer(f"/me/samples/{bare.pk}/witnesses/{way}/").url == f"/me/samples/{bare.pk}/witnesses/"
    with pytest.raises(actions.NotReady):
        witnesses.asked(anna, bare)
    with pytest.raises(actions.NotReady):
        actions.show_digits(by=anna, sample=bare)


def test_worker_without_a_name_is_asked_for_it(client, anna, sample):
    type(anna.profile).objects.update(name="")
    client.force_login(anna)
    assert "Enter your name first" in client.get(f"/me/samples/{sample.pk}/witnesses/").content.decode()
    assert client.get(f"/me/samples/{sample.pk}/witnesses/ask/").status_code == 302


def test_mail_says_who_gave_the_name_what_for_and_how_to_object(anna, sample, outbox):
    witnesses.asked(anna, sample, message="Danke dir!")
    (letter,) = outbox
    assert letter.to == [BOX]
    for words in ("your name and mail address from Anna G.", "Do not ask me again", "30 days", "Danke dir!"):
        assert words in letter.body
    assert "Gärtner" not in letter.body


@pytest.mark.parametrize("field", ["name", "message"])
def test_mail_carries_no_address_of_a_stranger(client, anna, sample, outbox, field):
    client.force_login(anna)
    said = {"name": "Dirk", "email": BOX, "role": "customer", "message": "", field: "Schau: https://evil.example"}
    page = client.post(f"/me/samples/{sample.pk}/witnesses/ask/", said).content.decode()
    assert "without web or mail address" in page
    assert not outbox


def test_same_mailbox_is_asked_once_about_a_sample_and_three_times_in_all(anna, sample, brandt):
    witnesses.asked(anna, sample)
    with pytest.raises(ValidationError, match="asked there already"):
        witnesses.asked(anna, sample)
    for _more in range(2):
        witnesses.asked(anna, witnesses.sample_of(anna, brandt))
    with pytest.raises(ValidationError, match="still open"):
        witnesses.asked(anna, witnesses.sample_of(anna, brandt))


def test_ten_questions_a_day(anna, sample):
    for number in range(10):
        witnesses.asked(anna, sample, f"{number}@kunde.example")
    with pytest.raises(ValidationError, match="10 times within a day"):
        witnesses.asked(anna, sample, "more@kunde.example")


def test_tries_to_ask_and_to_show_digits_are_limited(client, anna, sample):
    client.force_login(anna)
    for way in ("ask", "room"):
        address = f"/me/samples/{sample.pk}/witnesses/{way}/"
        assert {client.post(address).status_code for _try in range(30)} == {200}
        assert client.post(address).status_code == 429


def test_ten_witnesses_are_enough(client, anna, sample, monkeypatch):
    monkeypatch.setattr("references.said.rules.MOST_FOR_ONE", 1)
    witnesses.confirm(witnesses.asked(anna, sample))
    client.force_login(anna)
    assert "as many as we keep" in client.get(f"/me/samples/{sample.pk}/witnesses/").content.decode()
    with pytest.raises(actions.NotReady):
        witnesses.asked(anna, sample, "more@kunde.example")
    assert client.post(f"/me/samples/{sample.pk}/witnesses/room/").status_code == 302


def test_worker_reads_before_anybody_else_and_decides(client, anna, sample):
    witness = witnesses.asked(anna, sample)
    witnesses.confirm(witness)
    client.force_login(anna)
    assert "Read what Dirk W. confirms" in client.get("/me/").content.decode()
    here = f"/me/witness/{witness.public_id}/"
    assert "Confirmed by a customer" in client.get(here).content.decode()
    for show, kept in (("yes", 1), ("yes", 1), ("no", 0), ("no", 0), ("yes", 1)):
        client.post(f"{here}decide/", {"show": show})
        sample.refresh_from_db()
        assert len(sample.witnesses) == kept
    assert "Read what" not in client.get("/me/").content.decode()


def test_open_question_can_be_taken_back(client, boss, anna, sample):
    witness = witnesses.asked(anna, sample)
    client.force_login(anna)
    here = f"/me/witness/{witness.public_id}/take-back/"
    assert "Take the question back?" in client.get(here).content.decode()
    for _click in range(2):
        assert "You took it back" in client.post(here, follow=True).content.decode()
    assert "taken back" in boss.get(f"/w/{witnesses.mailed()}/").content.decode()
    witness.refresh_from_db()
    assert witness.email == ""


def test_changed_work_is_said_to_the_worker(client, anna, sample):
    witness = witnesses.shown(anna, sample)
    WorkSample.objects.update(share="Alles.")
    client.force_login(anna)
    assert "you have changed the work since" in client.get(f"/me/witness/{witness.public_id}/").content.decode()
    assert "Confirmed by a customer" not in client.get(f"/p/{anna.profile.handle}/").content.decode()


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=LINE, share=LINE, other=LINE)
def test_witness_stands_for_what_was_read_and_for_nothing_else(anna, fuerth, title, share, other):
    sample = witnesses.sample_of(anna, title=title, share=share)
    witness = witnesses.asked(anna, sample, f"box{sample.pk}@kunde.example")
    Witness.objects.filter(pk=witness.pk).update(created_at=anna.date_joined.replace(year=2020))  # no limit of a day
    if not (title.strip() and share.strip()):
        return
    read = context_of(sample)
    witnesses.confirm(witness)
    actions.release(by=anna, witness=witness)
    assert witness.context == read
    sample.refresh_from_db()
    texts = {"title": title, "asked": "", "did": "", "share": other, "result": ""}
    samples.describe(by=anna, sample=sample, texts=texts)
    assert bool(standing(sample)) == (digest(context_of(sample)) == digest(read))
    witness.refresh_from_db()
    assert witness.context == read


def test_strangers_find_nothing(client, anna, fremder, elektro, fuerth, sample):
    witness = witnesses.asked(anna, sample)
    witnesses.confirm(witness)
    factories.make_profile(fremder, elektro, fuerth)
    client.force_login(fremder)
    for address in ("", "ask/", "room/"):
        assert client.get(f"/me/samples/{sample.pk}/witnesses/{address}").status_code == 404
        assert client.post(f"/me/samples/{sample.pk}/witnesses/{address}").status_code == 404
    for address in ("", "take-back/"):
        assert client.get(f"/me/witness/{witness.public_id}/{address}").status_code == 404
    assert client.post(f"/me/witness/{witness.public_id}/decide/", {"show": "yes"}).status_code == 404
    for act in (actions.release, actions.hide):
        with pytest.raises(PermissionDenied):
            act(by=fremder, witness=witness)
    with pytest.raises(PermissionDenied):
        asking.take_back(by=fremder, said=witness)
    with pytest.raises(PermissionDenied):
        witnesses.asked(fremder, sample)


@pytest.mark.parametrize(
    ("page", "sample_audience", "seen"),
    [("everyone", "all", True), ("everyone", "employers", False), ("off", "all", False)],
)
def test_witness_sees_the_photos_that_everybody_sees(boss, anna, sample, page, sample_audience, seen):
    make_photo(sample, state="waiting")  # prepared at once, as all that waits for a commit
    witnesses.asked(anna, sample)
    type(anna.profile).objects.update(visibility=page, searchable=page != "off", public=page == "everyone")
    WorkSample.objects.update(audience=sample_audience)
    assert ("/photo/" in boss.get(f"/w/{witnesses.mailed()}/").content.decode()) == seen
    WorkSample.objects.update(shown=False)
    assert "/photo/" not in boss.get(f"/w/{witnesses.mailed()}/").content.decode()


def test_export_holds_what_was_asked_and_said(anna, sample, monika):
    witness = witnesses.asked(anna, sample, message="Danke")
    witnesses.confirm(witness, by=monika, role="boss", full_name=True)
    witnesses.asked(anna, sample, "second@kunde.example", name="Zweite")
    rows = registers.export(anna).data["witnesses"]
    assert [row["name"] for row in rows] == ["Zweite", "Dirk Wolf"]
    assert rows[0]["email"] == "second@kunde.example"
    assert rows[1]["confirmed"]["place"] == "Fürth"
    (own,) = registers.export(monika).data["witnesses"]
    assert own["about"] == "sample of somebody else"
    assert "shown" not in own


def test_erased_worker_leaves_no_question_and_no_answer(boss, anna, sample):
    witnesses.asked(anna, sample)
    token = witnesses.mailed()
    own = witnesses.confirm(witnesses.asked(anna, sample, "second@kunde.example"))
    accounts.close(by=anna)
    assert not Witness.objects.exists()
    for address in (f"/w/{token}/", f"/w/own/{own}/"):
        assert boss.get(address).status_code == 404


def test_witness_who_closes_the_account_takes_the_word_along(anna, sample, monika):
    witnesses.shown(anna, sample, email=monika.email, by=monika, role="boss")
    accounts.close(by=monika)
    sample.refresh_from_db()
    assert (sample.witnesses, Witness.objects.count()) == ([], 0)


def test_removed_sample_takes_its_witnesses_along(anna, sample):
    witnesses.shown(anna, sample)
    samples.remove(by=anna, sample=sample)
    assert not Witness.objects.exists()


@pytest.mark.parametrize("count", [1, 30])
def test_pages_cost_the_same_with_many_witnesses(client, boss, anna, sample, count, monkeypatch):
    monkeypatch.setattr("references.said.rules.A_DAY", 99)
    monkeypatch.setattr("references.said.rules.MOST_FOR_ONE", 99)
    for number in range(count):
        witness = witnesses.shown(anna, sample, email=f"{number}@kunde.example")
    witnesses.asked(anna, sample)
    client.force_login(anna)
    pages = [f"/me/samples/{sample.pk}/witnesses/", f"/me/witness/{witness.public_id}/", f"/p/{anna.profile.handle}/"]
    for address in pages:
        client.get(address)
        with CaptureQueriesContext(connection) as counted:
            assert client.get(address).status_code == 200
        assert len(counted) <= 8, address
    make_photo(sample, state="waiting")  # prepared at once, as all that waits for a commit
    with CaptureQueriesContext(connection) as counted:
        assert boss.get(f"/w/{witnesses.mailed()}/").status_code == 200
    assert len(counted) <= 8


def test_answer_with_a_draft_of_another_time_is_asked_again(anna, sample):
    witness = witnesses.asked(anna, sample)
    Witness.objects.update(draft={"name": "x"})
    witness.refresh_from_db()
    assert answering.kept(witness) is None

"""One link, two people: it was forwarded inside the firm, and both answer at once."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from references import actions
from references.drafts import Draft
from references.models import Reference, ReferenceRequest
from tests.references import helpers
from tests.references.test_referee_pages import enter_code, go_to_code, sign, url


@pytest.fixture
def other():
    """A colleague of the boss, in another browser, with the same link."""
    return Client(headers={"accept-language": "en"})


def test_who_confirms_the_mailbox_signs(boss, other, token, statements, outbox):
    go_to_code(other, token, text="Von der anderen.")
    go_to_code(boss, token, text="Von mir.")
    enter_code(boss, token, outbox)
    sign(other, token)
    assert not Reference.objects.exists()
    sign(boss, token)
    assert json.loads(Reference.objects.get().payload)["text"] == "Von mir."
    assert "Your reference is signed" in other.get(url(token)).content.decode()


def test_words_of_the_other_are_seen_before_they_are_signed(boss, other, token, statements, outbox):
    """Until one of them has confirmed the mailbox, both write on the same sheet: the check page shows all of it."""
    go_to_code(boss, token, text="Von mir.")
    other.post(url(token, "seen"), {"text": "Von der anderen."})
    enter_code(boss, token, outbox)
    assert "Von der anderen." in boss.get(url(token, "check")).content.decode()


@pytest.mark.parametrize(
    ("step", "data"),
    [
        ("", {"answer": "yes"}),
        ("", {"answer": "no"}),
        ("no", {}),
        ("never", {}),
        ("seen", {"text": "Von der anderen."}),
        ("you", {"name": "Otto Other", "role": "Geselle", "relation": "colleague"}),
        ("check", {"shown": ""}),
    ],
)
def test_link_alone_changes_nothing_once_the_mailbox_is_confirmed(boss, other, token, statements, outbox, step, data):
    go_to_code(boss, token)
    enter_code(boss, token, outbox)
    before = ReferenceRequest.objects.values().get()
    assert other.get(url(token, step))["Location"] == url(token, "code")
    assert other.post(url(token, step), data)["Location"] == url(token, "code")
    assert ReferenceRequest.objects.values().get() == before
    assert sign(boss, token).status_code == 200
    assert Reference.objects.count() == 1


def test_same_person_goes_on_in_a_second_browser_with_new_digits(boss, other, token, statements, outbox):
    go_to_code(boss, token)
    enter_code(boss, token, outbox)
    assert other.get(url(token, "code")).status_code == 200
    other.post(url(token, "code"), {"send": "1"})
    assert enter_code(other, token, outbox)["Location"] == url(token, "check")
    sign(other, token)
    assert Reference.objects.exists()


def test_words_changed_between_reading_and_signing_are_not_signed(asked, statements):
    """The last moment: the page was read, its words fit, and then the other browser was faster."""
    helpers.answer(asked, text="Von mir.")
    ReferenceRequest.objects.update(confirmed_at=asked.created_at)
    asked.refresh_from_db()
    seen = Draft.of(asked).settled(facts_only=False)
    actions.save_draft(by=None, request=asked, step="seen", text="Von der anderen.")
    with pytest.raises(actions.Changed):
        actions.issue(by=None, request=asked, seen=seen)
    assert not Reference.objects.exists()


def test_page_says_that_somebody_was_faster(boss, token, statements, outbox, monkeypatch):
    go_to_code(boss, token)
    enter_code(boss, token, outbox)

    def faster(**_what):
        raise actions.Changed

    with monkeypatch.context() as patch:
        patch.setattr(actions, "issue", faster)
        page = sign(boss, token)
    assert "has changed in the meantime" in page.content.decode()
    assert not Reference.objects.exists()


# -- over before it is answered


def ready(boss, token, outbox) -> str:
    go_to_code(boss, token)
    enter_code(boss, token, outbox)
    return boss.get(url(token, "check")).content.decode().split('name="shown" value="')[1].split('"')[0]


@pytest.mark.parametrize("what", ["taken back", "expired", "station", "account"])
@pytest.mark.parametrize("step", ["", "seen", "facts", "you", "code", "check", "no", "never"])
def test_answer_that_comes_too_late_gets_a_friendly_page(boss, token, asked, anna, statements, outbox, what, step):
    shown = ready(boss, token, outbox)
    end(what, asked, anna)
    data = {
        "answer": "yes",
        "shown": shown,
        "send": "1",
        "code": "123456",
        "name": "M",
        "role": "M",
        "relation": "firm",
    }
    outbox.clear()
    for page in (boss.post(url(token, step), data, follow=True), boss.get(url(token, step), follow=True)):
        words = page.content.decode()
        if what in ("station", "account"):
            assert page.status_code == 404
            assert "has deleted the request" in words
        else:
            assert page.status_code == 200
            assert ("was taken back" if what == "taken back" else "request is over") in words
    assert not Reference.objects.exists()
    assert not outbox


def end(what, asked, anna) -> None:
    if what == "taken back":
        actions.take_back(by=anna, request=asked)
    elif what == "expired":
        ReferenceRequest.objects.update(expires_at=asked.created_at - timedelta(days=1))
    elif what == "station":
        asked.station.delete()
    else:
        actions.erase(by=anna)


@pytest.mark.parametrize("what", ["taken back", "expired", "station", "account"])
def test_signature_in_the_very_moment_of_the_end_finds_it_closed(asked, anna, statements, what):
    helpers.answer(asked)
    ReferenceRequest.objects.update(confirmed_at=asked.created_at)
    asked.refresh_from_db()
    end(what, asked, anna)
    with pytest.raises(actions.Closed):
        actions.issue(by=None, request=asked)
    assert not Reference.objects.exists()

"""Links that end: declined, altered, too old, over, taken back, bounced, or opened by the worker herself."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from references import actions
from references.models import ReferenceRequest, RequestLink, StopList
from tests.references import helpers
from tests.references.test_referee_pages import url


def test_referee_cannot_confirm(boss, token, anna, client):
    page = boss.post(url(token), {"answer": "no"}, follow=True)
    assert "Thank you for your answer" in page.content.decode()
    asked = ReferenceRequest.objects.get()
    assert (asked.state, asked.referee_email, asked.draft) == ("declined", "", {})
    client.force_login(anna)
    assert "Nothing was confirmed" in client.get("/me/references/").content.decode()


def test_referee_does_not_want_to_be_asked(boss, token, anna, client, station):
    boss.post(url(token), {"answer": "never"})
    assert StopList.objects.count() == 1
    assert ReferenceRequest.objects.get().referee_name == ""
    client.force_login(anna)
    data = {"referee_name": "Monika Brandt", "referee_email": helpers.BOSS.upper()}
    page = client.post(f"/me/references/ask/{station.pk}/", data)
    assert "does not want requests" in page.content.decode()
    assert ReferenceRequest.objects.count() == 1


@pytest.mark.parametrize("stopped", [helpers.BOSS, "monika+handschlag@brandt-elektro.example"])
def test_objection_holds_for_the_mailbox_with_any_tag(stopped, anna, station):
    """ "monika+2@..." reaches the same person (Art. 21 GDPR)."""
    actions.object_to(by=None, request=helpers.ask(anna, station, stopped))
    for address in (helpers.BOSS, "monika+2@brandt-elektro.example", "Monika+x+y@Brandt-Elektro.example"):
        with pytest.raises(ValidationError, match="does not want requests"):
            helpers.ask(anna, station, address)
    assert helpers.ask(anna, station, "andere@brandt-elektro.example")


@pytest.mark.parametrize(
    "text", ["Schau mal: https://evil.example/x", "www.gewinn.de", "mail@evil.example", "evil.com"]
)
@pytest.mark.parametrize("field", ["referee_name", "message"])
def test_request_carries_no_address_of_a_stranger(client, anna, station, field, text, outbox):
    """Anybody can sign up, so our mails must not carry links to wherever somebody wants."""
    client.force_login(anna)
    said = {"referee_name": "Monika Brandt", "referee_email": helpers.BOSS, "message": "", field: text}
    page = client.post(f"/me/references/ask/{station.pk}/", said).content.decode()
    assert "without web or mail address" in page
    assert text in page
    assert not outbox
    name = client.post("/me/profile/name/", {"name": text, "name_shown": "full"}).content.decode()
    assert "Enter your name only" in name


def test_own_mailbox_is_known_with_any_tag(anna, station):
    with pytest.raises(ValidationError, match="your own address"):
        helpers.ask(anna, station, "anna+boss@example.org")


def test_worker_on_own_link_sees_that_it_is_for_the_boss(client, anna, token):
    client.force_login(anna)
    for address in (url(token), url(token, "seen"), url(token, "check")):
        page = client.get(address)
        assert "This link is for your boss" in page.content.decode()
    client.post(url(token), {"answer": "yes"})
    assert ReferenceRequest.objects.get().draft == {}


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: t + "x", lambda t: "x" * 500, lambda t: t.swapcase()])
def test_altered_link_looks_like_an_unknown_one(boss, token, change):
    altered, unknown = boss.get(url(change(token))), boss.get(url("nothing-known"))
    assert altered.status_code == unknown.status_code == 404
    assert "leads nowhere" in altered.content.decode()


def test_old_link_offers_a_new_one_to_the_same_mailbox(boss, token, asked, outbox):
    RequestLink.objects.update(expires_at=asked.created_at)
    assert "Send a new link" in boss.get(url(token)).content.decode()
    outbox.clear()
    page = boss.post(url(token, "new-link"), follow=True)
    assert "on its way" in page.content.decode()
    assert [letter.to for letter in outbox] == [[helpers.BOSS]]
    assert boss.get(helpers.last_link()).status_code == 200
    assert boss.post(url(token, "new-link")).status_code == 429


def test_request_that_is_over_says_so(boss, token, asked):
    ReferenceRequest.objects.update(expires_at=asked.created_at)
    assert "This request is over" in boss.get(url(token)).content.decode()
    assert actions.purge() == 1
    assert "This request is over" in boss.get(url(token)).content.decode()
    asked.refresh_from_db()
    assert (asked.referee_email, asked.referee_name) == ("", "")


def test_request_taken_back_says_so(boss, token, asked, anna):
    actions.take_back(by=anna, request=asked)
    for answer in (boss.get(url(token)), boss.post(url(token), {"answer": "yes"})):
        assert "taken back" in answer.content.decode()


def test_bounced_mail_is_told_to_the_worker(token, asked, anna, client, capsys):
    call_command("report_bounce", helpers.BOSS.upper())
    asked.refresh_from_db()
    assert (asked.state, asked.referee_email) == ("bounced", "")
    client.force_login(anna)
    assert "did not arrive" in client.get("/me/references/").content.decode()

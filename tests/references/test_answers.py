"""How a request stands, in words to the worker; and a no that holds for a year."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts import registry
from network.ui.templatetags.ui import day
from references import actions
from references.models import ReferenceRequest, Refusal, StopList, Witness
from tests import factories
from tests.references import helpers, witnesses
from tests.references.test_referee_pages import url

FORM = {"referee_name": "Monika Brandt", "referee_email": helpers.BOSS}


@pytest.fixture
def me(client, anna):
    client.force_login(anna)
    return client


@pytest.fixture
def refused(asked):
    actions.decline(by=None, request=asked)
    return asked


def page_of(me, asked) -> str:
    return me.get(f"/me/references/request/{asked.public_id}/").content.decode()


def test_each_state_is_said_in_words(me, asked, anna):
    assert "Sent on" in page_of(me, asked)
    states = {
        "declined": "You can ask this mailbox again from",
        "objected": "does not want requests",
        "cancelled": "You took it back",
        "bounced": "did not arrive",
        "expired": "No answer within 30 days",
    }
    for state, words in states.items():
        ReferenceRequest.objects.update(state="open", closed_at=None)
        gone = {"referee_email": "", "referee_phone": "", "draft": {}}
        ReferenceRequest.objects.update(state=state, closed_at=timezone.now(), **gone)
        assert words in page_of(me, asked)
        assert words in me.get("/me/references/").content.decode()


def test_reminder_is_said_with_its_day(me, asked):
    ReferenceRequest.objects.update(reminded_at=timezone.now())
    assert f"once more on {day(timezone.localdate())}" in page_of(me, asked)


def test_answered_request_leads_to_the_answer(me, asked, reference):
    page = page_of(me, asked)
    assert f"Answered on {day(timezone.localdate())}." in page
    assert f"/me/references/{reference.public_id}/" in page


@pytest.mark.parametrize("how_far", ["opened", "answered yes", "all but the signature"])
def test_worker_never_sees_that_the_link_was_opened(me, boss, asked, token, how_far):
    """Nor how far somebody came: to read and to say nothing is nobody's business."""
    pages = ("/me/references/", f"/me/references/request/{asked.public_id}/", "/me/")
    before = [without_secrets(me.get(page)) for page in pages]
    boss.get(url(token))
    if how_far != "opened":
        boss.post(url(token), {"answer": "yes"})
    if how_far == "all but the signature":
        boss.post(url(token, "seen"), {"text": "Fast fertig."})
        boss.post(url(token, "you"), {"name": "Monika Brandt", "role": "Meisterin", "relation": "firm"})
        ReferenceRequest.objects.update(confirmed_at=timezone.now())
    assert [without_secrets(me.get(page)) for page in pages] == before
    exported = registry.exporters["references"](asked.profile.user).data
    assert "Fast fertig" not in str(exported)
    assert "confirmed_at" not in str(exported)


def without_secrets(page) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.content.decode())


# -- a no


@pytest.mark.parametrize("email", [helpers.BOSS, "Monika+2@Brandt-Elektro.example", " MONIKA@brandt-elektro.example "])
def test_no_is_final_for_a_year(me, anna, brandt, refused, outbox, email):
    """With any tag, for any station; the day is said, and nobody there hears of it."""
    outbox.clear()
    other = helpers.make_station(anna, brandt, end=None)
    for station in (refused.station, other):
        page = me.post(f"/me/references/ask/{station.pk}/", {**FORM, "referee_email": email}).content.decode()
        until = timezone.localdate(Refusal.objects.get().until)
        assert f"you can ask there again from {day(until)}" in page
    assert ReferenceRequest.objects.count() == 1
    assert not outbox


def test_no_outlives_the_station(anna, brandt, refused):
    refused.station.delete()
    with pytest.raises(ValidationError, match="could not confirm anything"):
        helpers.ask(anna, helpers.make_station(anna, brandt))


def test_no_that_was_said_with_a_tag_holds_for_the_mailbox(anna, station):
    actions.decline(by=None, request=helpers.ask(anna, station, email="monika+jobs@brandt-elektro.example"))
    with pytest.raises(ValidationError, match="could not confirm anything"):
        helpers.ask(anna, station)


def test_others_may_be_asked_and_others_may_ask(anna, brandt, elektro, fuerth, refused):
    assert helpers.ask(anna, refused.station, email="otto@brandt-elektro.example")
    berta = factories.make_user("berta@example.org")
    factories.make_profile(berta, elektro, fuerth, name="Berta Beck")
    assert helpers.ask(berta, helpers.make_station(berta, brandt))


def test_after_a_year_it_can_be_asked_again(anna, refused):
    Refusal.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert helpers.ask(anna, refused.station)


def test_year_counts_from_the_no(refused):
    assert abs(Refusal.objects.get().until - timezone.now() - timedelta(days=365)) < timedelta(minutes=1)


def test_second_no_after_a_year_holds_for_another_one(anna, refused):
    Refusal.objects.update(until=timezone.now() - timedelta(days=1))
    actions.decline(by=None, request=helpers.ask(anna, refused.station))
    assert Refusal.objects.get().until > timezone.now() + timedelta(days=364)


def test_hash_of_a_no_goes_after_its_year(refused):
    assert actions.purge() == 0
    Refusal.objects.update(until=timezone.now())
    assert actions.purge() == 1
    assert not Refusal.objects.exists()


def test_export_tells_the_day_and_no_hash(anna, refused):
    refusal = Refusal.objects.get()
    exported = registry.exporters["references"](anna).data
    assert exported["not_again_until"] == [refusal.until]
    assert refusal.mailbox_hash not in str(exported)


def test_no_keeps_no_address_and_no_reason(refused):
    assert helpers.BOSS not in str(list(Refusal.objects.values()))
    assert {field.name for field in Refusal._meta.get_fields()} == {"id", "profile", "mailbox_hash", "until"}


def test_no_to_a_correction_does_not_shut_the_mailbox(asked):
    """Nobody but the referee has begun that."""
    ReferenceRequest.objects.update(channel="correction")
    asked.refresh_from_db()
    actions.decline(by=None, request=asked)
    assert not Refusal.objects.exists()


# -- never again, and the way back


def test_objection_says_how_to_take_it_back(boss, token, settings):
    page = boss.post(url(token, "never"), follow=True).content.decode()
    assert "You will not be asked again" in page
    assert settings.OPERATOR["mail"] in page


def test_objection_is_lifted_for_the_mailbox_with_any_tag(anna, station, asked):
    actions.object_to(by=None, request=asked)
    out = StringIO()
    call_command("lift_stop", "Monika+x@brandt-elektro.example", stdout=out)
    assert "can reach" in out.getvalue()
    assert not StopList.objects.exists()
    assert helpers.ask(anna, station)


def test_lifting_nothing_says_so(db):
    with pytest.raises(CommandError, match="has not objected"):
        call_command("lift_stop", "nobody@example.org")


def test_objection_says_no_to_every_way_of_asking_by_mail(anna, brandt, station, asked):
    """By witness too. Whoever adds a way adds it here."""
    actions.object_to(by=None, request=asked)
    with pytest.raises(ValidationError, match="does not want"):
        witnesses.asked(anna, witnesses.sample_of(anna, brandt), "monika+3@brandt-elektro.example", role="boss")
    with pytest.raises(ValidationError, match="does not want"):
        helpers.ask(anna, station)
    assert not Witness.objects.exists()

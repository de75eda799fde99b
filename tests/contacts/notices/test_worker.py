"""From notice to interest: what the worker sends, who reads it, how it ends."""

import re
import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from network.contacts.models import Interest, Notice
from network.contacts.notices import answering, returning
from network.profiles import actions as profiles
from network.profiles.models import Profile, ShareLink
from tests import factories
from tests.house.test_budgets import MOST, queries


@pytest.fixture
def station(anna):
    return factories.make_station(anna.profile, None, "Firma Fern")


@pytest.fixture
def way(notice):
    return f"/notices/{notice.public_id}/interest/"


@pytest.fixture
def said(station):
    return {"items": [f"station:{station.pk}"], "once": str(uuid.uuid4())}


@pytest.fixture
def sent(anna, notice, said) -> Interest:
    return answering.express(by=anna, notice=notice, **said)


@pytest.fixture
def own(talheim, notice):
    return f"/employer/{talheim.public_id}/notices/{notice.public_id}/"


def links(page: str) -> list[str]:
    return re.findall(r'href="(/s/\w+/)"', page)


def test_interest_goes_to_the_firm_and_one_mail_to_who_pinned(
    client, anna, rita, way, own, said, django_capture_on_commit_callbacks
):
    client.force_login(anna)
    page = client.get(way).content.decode()
    assert "What shall the employer read?" in page
    assert "How long shall it work?" not in page
    with django_capture_on_commit_callbacks(execute=True):
        first, second = client.post(way, said), client.post(way, said)
    assert first.url == second.url == "/me/notices/"
    assert [message.to for message in mail.outbox] == [[rita.email]]
    assert not re.search(r"Anna|Gärtner|/s/", mail.outbox[0].subject + mail.outbox[0].body)
    assert Interest.objects.count() == ShareLink.objects.count() == 1
    client.force_login(rita)
    page = client.get(own).content.decode()
    assert "Anna G." in page
    (address,) = links(page)
    shared = client.get(address)
    assert shared.status_code == 200
    assert "Firma Fern" in shared.content.decode()
    assert "1 person is interested" in client.get(own.rsplit("/", 2)[0] + "/").content.decode()


def test_two_clicks_with_other_pages_make_one(anna, notice, said, sent):
    again = answering.express(by=anna, notice=notice, items=said["items"], once=str(uuid.uuid4()))
    assert again == sent
    assert ShareLink.objects.count() == 1


def test_nothing_ticked_is_asked_for(client, anna, way, station):
    client.force_login(anna)
    assert "Tick what the link shall show" in client.post(way, {}).content.decode()
    assert not Interest.objects.exists()


def test_taken_back_nothing_is_left_with_the_firm(client, anna, rita, sent, own, notice):
    client.force_login(rita)
    (address,) = links(client.get(own).content.decode())
    client.force_login(anna)
    assert "The firm can open your page until" in client.get("/me/notices/").content.decode()
    assert client.get(f"/me/notices/{notice.public_id}/take-back/").status_code == 200
    assert Interest.objects.exists()
    assert client.post(f"/me/notices/{notice.public_id}/take-back/").url == "/me/notices/"
    assert not Interest.objects.exists()
    client.force_login(rita)
    page = client.get(own).content.decode()
    assert "Anna" not in page
    assert client.get(address).status_code == 410


def test_link_ended_among_the_share_links_ends_it_too_and_can_be_sent_anew(client, anna, rita, sent, own, notice, said):
    profiles.end_share(by=anna, share=sent.share)
    client.force_login(rita)
    assert links(client.get(own).content.decode()) == []
    client.force_login(anna)
    assert "The link has ended." in client.get("/me/notices/").content.decode()
    answering.express(by=anna, notice=notice, items=said["items"], once=str(uuid.uuid4()))
    assert Interest.objects.alive().count() == Interest.objects.count() == 1


def test_who_hides_from_the_firm_is_warned_and_sends_nothing(client, anna, talheim, way, said):
    """Nor does the firm's mother tell its branch apart: the whole family is one."""
    profiles.block(by=anna, profile=anna.profile, employer=talheim)
    client.force_login(anna)
    for answer in (client.get(way), client.post(way, said)):
        page = answer.content.decode()
        assert "You hide from this firm" in page
        assert "take the block back first" in page
    assert not ShareLink.objects.exists()
    assert not mail.outbox
    with pytest.raises(answering.NotNow):
        answering.express(by=anna, notice=Notice.objects.get(), **said)


def test_hiding_later_ends_what_was_sent_for_good(client, anna, rita, talheim, sent, own):
    client.force_login(rita)
    (address,) = links(client.get(own).content.decode())
    profiles.block(by=anna, profile=anna.profile, employer=talheim)
    page = client.get(own).content.decode()
    assert "Nobody has answered yet" in page
    assert client.get(address).status_code == 404
    profiles.unblock(by=anna, block=anna.profile.blocks.get())
    assert links(client.get(own).content.decode()) == []
    assert client.get(address).status_code == 410


def test_blocked_worker_is_in_no_count_even_where_the_row_is_left(client, anna, rita, talheim, sent, own):
    from network.profiles.models import Block

    Block.objects.create(profile=anna.profile, employer=talheim)  # not by the action: the row stays
    client.force_login(rita)
    assert "Anna" not in client.get(own).content.decode()
    assert "interested</span>" not in client.get(f"/employer/{talheim.public_id}/notices/").content.decode()


def test_lost_check_hides_the_answers(client, rita, talheim, sent, own):
    type(talheim).objects.filter(pk=talheim.pk).update(checked_until=None)
    client.force_login(rita)
    assert "Anna" not in client.get(own).content.decode()


def test_without_a_page_one_is_made_first(client, fremder, way):
    client.force_login(fremder)
    page = client.get(way).content.decode()
    assert "First make your page" in page
    assert not Interest.objects.exists()
    assert Profile.objects.of(fremder) is None, "opening makes nothing"
    assert client.post(way, {}).url == "/me/profile/name/"


def test_who_has_finished_the_page_finds_the_way_back(client, fremder, way, notice, elektro, fuerth):
    client.force_login(fremder)
    client.post(way)
    assert way not in client.get("/me/profile/").content.decode(), "not before it can be answered"
    Profile.objects.filter(user=fremder).update(name="Ömer", occupation=elektro, place=fuerth)
    assert f'class="btn" href="{way}"' in client.get("/me/profile/").content.decode()
    assert "What shall the employer read?" in client.get(way).content.decode()
    said = {"items": "", "once": str(uuid.uuid4())}
    assert client.post(way, said).status_code == 200
    assert way in client.get("/me/profile/").content.decode(), "it stays until the answer is sent"
    here = factories.make_station(fremder.profile, None, "Fern")
    assert client.post(way, said | {"items": [f"station:{here.pk}"]}).status_code == 302
    assert way not in client.get("/me/profile/").content.decode()


def test_way_back_ends_with_the_notice_the_day_and_the_next_one_chosen(
    client, fremder, talheim, way, notice, elektro, fuerth
):
    client.force_login(fremder)
    other = factories.make_notice(talheim)
    second = f"/notices/{other.public_id}/interest/"
    client.post(second)
    client.post(way)  # in another tab
    Profile.objects.filter(user=fremder).update(name="Ömer", occupation=elektro, place=fuerth)
    page = client.get("/me/profile/").content.decode()
    assert way in page
    assert second not in page
    session = client.session
    session[returning.KEY] = [other.public_id, (timezone.now() - timedelta(seconds=1)).isoformat()]
    session.save()
    assert second not in client.get("/me/profile/").content.decode()
    session[returning.KEY] = [notice.public_id, (timezone.now() + timedelta(hours=1)).isoformat()]
    session.save()
    assert way in client.get("/me/profile/").content.decode()
    Notice.objects.filter(pk=notice.pk).update(ended_at=timezone.now())
    assert way not in client.get("/me/profile/").content.decode()


def test_nothing_from_the_address_is_ever_followed(client, fremder, way, elektro, fuerth):
    client.force_login(fremder)
    client.post(f"{way}?next=https://example.org/", {"next": "//example.org/", "toward_notice": "//example.org/"})
    Profile.objects.filter(user=fremder).update(name="Ömer", occupation=elektro, place=fuerth)
    assert "example.org" not in client.get("/me/profile/").content.decode()


def test_visitor_is_led_to_the_sign_up_and_back(client, notice, way):
    page = client.get(f"/notices/{notice.public_id}/").content.decode()
    assert f'href="/account/signup/?next={way}"' in page
    assert client.post(way).url.startswith("/account/login/?next=")


def test_notice_that_is_over_takes_no_answer(client, anna, over, said):
    client.force_login(anna)
    way = f"/notices/{over.public_id}/interest/"
    assert client.post(way, said).url == f"/notices/{over.public_id}/"
    with pytest.raises(answering.NotNow):
        answering.express(by=anna, notice=over, **said)


def test_nobody_else_reads_or_takes_back(client, sent, own, notice, monika, fremder):
    for user in (monika, fremder):
        client.force_login(user)
        assert client.get(own).status_code == 404
        assert "Pflegefachkraft" not in client.get("/me/notices/").content.decode()
        assert client.post(f"/me/notices/{notice.public_id}/take-back/").status_code == 404
    assert Interest.objects.alive().exists()


def test_answers_stand_in_the_own_area_and_in_the_export(client, anna, sent):
    from accounts import registry

    client.force_login(anna)
    assert "/me/notices/" in client.get("/me/").content.decode()
    (told,) = registry.exporters["contacts"](anna).data["notices_answered"]
    assert (told["notice"], told["employer"]) == (sent.notice.title, sent.notice.employer.name)


def test_answering_is_limited_per_day(client, anna, talheim, said):
    client.force_login(anna)
    for number in range(21):
        made = factories.make_notice(talheim)
        answer = client.post(f"/notices/{made.public_id}/interest/", {**said, "once": str(uuid.uuid4())})
        ShareLink.objects.update(ended_at=made.pinned_at)
        assert answer.status_code == (302 if number < 20 else 429)


@pytest.mark.parametrize("count", [1, 30])
def test_lists_cost_the_same(client, anna, rita, notice, own, elektro, fuerth, talheim, station, count):
    for _number in range(count):
        page = factories.make_profile(None, elektro, fuerth)
        here = factories.make_station(page, None, "Fern")
        answering.express(by=page.user, notice=notice, items=[f"station:{here.pk}"], once=str(uuid.uuid4()))
    for _number in range(min(count, 15)):
        other = factories.make_notice(talheim)
        answering.express(by=anna, notice=other, items=[f"station:{station.pk}"], once=str(uuid.uuid4()))
    client.force_login(rita)
    assert queries(client, own) <= MOST
    assert queries(client, own.rsplit("/", 2)[0] + "/") <= MOST
    client.force_login(anna)
    assert queries(client, "/me/notices/") <= MOST

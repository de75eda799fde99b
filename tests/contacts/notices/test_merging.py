"""Two firms have become one: notices hang on, and the firm of today reads what was answered (decision 0040)."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from network.contacts.models import Interest, Notice
from network.contacts.notices import actions, answering
from network.profiles.actions import blocks
from network.profiles.models import Block
from tests import factories
from tests.committing import commit_at_once
from tests.contacts.notices.test_worker import links
from tests.desk.casework import at_desk
from tests.employers.helpers import become_one, entered
from tests.house.test_budgets import MOST, queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def station(anna):
    return factories.make_station(anna.profile, None, "Firma Fern")


@pytest.fixture
def sent(anna, notice, station) -> Interest:
    return answering.express(by=anna, notice=notice, items=[f"station:{station.pk}"], once=str(uuid.uuid4()))


@pytest.fixture
def own(brandt, notice):
    """The page of the notice in the area of the firm that is left."""
    return f"/employer/{brandt.public_id}/notices/{notice.public_id}/"


@pytest.fixture
def rosa(brandt):
    """Recruits for the firm that is left, and never did for the other one."""
    user = factories.make_user("rosa@brandt.example")
    factories.make_member(brandt, user, "Rosa Brandt", is_recruiter=True)
    return user


@pytest.mark.parametrize("who", ["rosa", "rita", "monika"])
def test_firm_of_today_reads_the_answers(request, who, sent, own, talheim, brandt, rosa, rita, monika):
    """Its own people, and those who came along."""
    become_one(talheim, brandt, at_desk())
    reader = entered({"rosa": rosa, "rita": rita, "monika": monika}[who])
    assert "1 person is interested" in reader.get(f"/employer/{brandt.public_id}/notices/").text
    page = reader.get(own).text
    assert "Anna G." in page
    (address,) = links(page)
    assert "Firma Fern" in reader.get(address).text
    assert queries(reader, own) <= MOST


def test_address_in_an_old_mail_leads_there(sent, own, notice, talheim, brandt, rita, fremder):
    old = f"/employer/{talheim.public_id}/notices/"
    become_one(talheim, brandt, at_desk())
    assert entered(rita).get(f"{old}{notice.public_id}/").url == own
    assert entered(rita).get(f"{old}?page=2").url == f"/employer/{brandt.public_id}/notices/?page=2"
    assert entered(fremder).get(f"{old}{notice.public_id}/").status_code == 404
    assert entered(rita).post(f"{old}{notice.public_id}/renew/").status_code == 404


def test_notice_hangs_on_under_the_name_of_today(client, notice, talheim, brandt, rosa):
    become_one(talheim, brandt, at_desk())
    notice.refresh_from_db()
    page = client.get(f"/notices/{notice.public_id}/").text
    assert brandt.name in page
    assert talheim.name not in page
    assert actions.end(by=rosa, notice=notice)


def test_both_have_five_and_no_sixth_is_pinned(field, notice, talheim, brandt, rosa):
    for employer, count in ((talheim, 4), (brandt, 5)):
        for _ in range(count):
            factories.make_notice(employer, field=field)
    become_one(talheim, brandt, at_desk())
    assert Notice.objects.running().filter(employer=brandt).count() == 10, "what hangs goes on hanging"
    page = entered(rosa).get(f"/employer/{brandt.public_id}/notices/").text
    assert "As many notices hang as may" in page


def test_worker_reads_whom_the_answer_went_to(anna, sent, talheim, brandt):
    page = "/me/notices/"
    assert "belongs to this firm now" not in entered(anna).get(page).text
    become_one(talheim, brandt, at_desk())
    shown = entered(anna).get(page).text
    assert f"Your answer went to {talheim.name}, which belongs to this firm now" in shown
    assert brandt.name in shown
    answering.take_back(by=anna, interest=sent)
    assert not Interest.objects.exists()


def test_new_answers_are_mailed_to_who_came_along(
    anna, station, notice, own, talheim, brandt, rita, mailoutbox, monkeypatch
):
    become_one(talheim, brandt, at_desk())
    commit_at_once(monkeypatch)
    mailoutbox.clear()
    notice.refresh_from_db()
    answering.express(by=anna, notice=notice, items=[f"station:{station.pk}"], once=str(uuid.uuid4()))
    assert [each.to for each in mailoutbox] == [[rita.email]]
    assert own in mailoutbox[0].body


def test_who_hides_from_the_new_firm_has_not_answered_it(anna, sent, own, talheim, brandt, rosa, rita):
    """Law 4: hidden at once, and not found again when the block is taken back."""
    address = links(entered(rita).get(own.replace(brandt.public_id, talheim.public_id)).text)[0]
    blocks.block(by=anna, profile=anna.profile, employer=brandt)
    assert Interest.objects.get().is_alive, "the other firm reads on, as long as it is another one"
    become_one(talheim, brandt, at_desk())
    for user in (rosa, rita):
        assert "Anna" not in entered(user).get(own).text
        assert entered(user).get(address).status_code == 404
    assert "The link has ended" in entered(anna).get("/me/notices/").text
    Block.objects.all().delete()
    assert "Anna" not in entered(rosa).get(own).text


def test_lost_check_of_the_new_firm_hides_the_answers(sent, own, notice, talheim, brandt, rosa):
    type(brandt).objects.filter(pk=brandt.pk).update(checked_until=timezone.localdate() - timedelta(days=1))
    become_one(talheim, type(brandt).objects.get(pk=brandt.pk), at_desk())
    assert "Anna" not in entered(rosa).get(own).text
    assert not Notice.objects.running().exists()

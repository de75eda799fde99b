"""An employer pins, changes, takes down and renews."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from network.contacts.models import Notice
from network.contacts.notices import actions, rules
from network.employers.models import Employer
from tests import factories
from tests.contacts.notices.conftest import POSTED
from tests.house.test_budgets import MOST, queries


def test_notice_is_pinned_for_sixty_days(keeper, list_url, talheim, rita):
    page = keeper.get(f"{list_url}new/").content.decode()
    assert "Everybody can read this name and this number." in page
    answer = keeper.post(f"{list_url}new/", POSTED)
    notice = Notice.objects.get()
    assert answer.url == f"{list_url}{notice.public_id}/"
    assert (notice.employer, notice.pinned_by, notice.field.slug) == (talheim, rita, "pflege")
    assert notice.expires_at - notice.pinned_at == timedelta(days=60)
    assert "Hangs until" in keeper.get(answer.url).content.decode()


def test_double_click_pins_one(keeper, list_url):
    first, second = (keeper.post(f"{list_url}new/", POSTED) for _ in range(2))
    assert first.url == second.url
    assert Notice.objects.count() == 1


def test_sixth_is_refused_with_plain_words(keeper, list_url, talheim):
    for _number in range(5):
        keeper.post(f"{list_url}new/", {**POSTED, "once": str(uuid.uuid4())})
    page = keeper.post(f"{list_url}new/", {**POSTED, "once": str(uuid.uuid4())}).content.decode()
    assert "5 notices hang at a time" in page
    assert Notice.objects.count() == rules.MOST_RUNNING == 5
    assert "Pin a notice" not in keeper.get(list_url).content.decode()


def test_ended_and_overdue_make_room(keeper, list_url, talheim, over):
    for number in range(5):
        factories.make_notice(talheim, ended_at=timezone.now() if number == 0 else None)
    keeper.post(f"{list_url}new/", POSTED)
    assert Notice.objects.in_time().count() == 5


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"field": ""}, "Choose a field"),
        ({"field": "mond"}, "Choose a field"),
        ({"pay_unit": ""}, "Choose whether the pay is per hour or per month"),
        ({"shift": ""}, "Choose a shift"),
        ({"contact_phone": ""}, "Enter the phone number of this person"),
        ({"title": "Junge Mitarbeiterin"}, "An advert may not choose by age"),
        ({"text": "dynamisches Team"}, "Many read this as"),
    ],
)
def test_missing_fact_or_forbidden_word_is_named(keeper, list_url, change, words):
    page = keeper.post(f"{list_url}new/", {**POSTED, **change}).content.decode()
    assert words in page
    assert not Notice.objects.exists()


def test_change_shows_what_was_said_and_keeps_the_days(keeper, list_url, notice):
    way = f"{list_url}{notice.public_id}/change/"
    page = keeper.get(way).content.decode()
    for value in ("Pflegefachkraft", "22", "25", "Rita Renner"):
        assert f'value="{value}"' in page
    keeper.post(way, {**POSTED, "title": "Stationsleitung", "once": ""})
    changed = Notice.objects.get()
    assert (changed.title, changed.expires_at) == ("Stationsleitung", notice.expires_at)
    assert changed.changed_at


def test_taken_down_and_pinned_again(keeper, list_url, client, notice):
    here = f"{list_url}{notice.public_id}/"
    assert keeper.get(f"{here}end/").status_code == 200
    assert Notice.objects.running().exists()
    keeper.post(f"{here}end/")
    assert not Notice.objects.running().exists()
    assert "Taken down on" in keeper.get(here).content.decode()
    assert keeper.get(f"{here}renew/").status_code == 405
    keeper.post(f"{here}renew/")
    assert Notice.objects.running().get().pinned_at > notice.pinned_at


def test_overdue_is_renewed_by_hand_and_not_beyond_the_limit(keeper, list_url, talheim, over):
    here = f"{list_url}{over.public_id}/"
    assert "Over since" in keeper.get(here).content.decode()
    for _number in range(5):
        factories.make_notice(talheim)
    assert "5 notices hang at a time" in keeper.post(f"{here}renew/").content.decode()
    Notice.objects.exclude(pk=over.pk).delete()
    keeper.post(f"{here}renew/")
    over.refresh_from_db()
    assert over.expires_at > timezone.now() + timedelta(days=59)


def test_lost_check_takes_all_down_at_once_and_says_so(keeper, list_url, client, notice, talheim, rita, field):
    Employer.objects.filter(pk=talheim.pk).update(checked_until=timezone.localdate() - timedelta(days=1))
    assert not Notice.objects.running().exists()
    page = keeper.get(list_url).content.decode()
    assert "Your employer is not checked" in page
    assert "Does not hang: your employer is not checked" in page
    assert keeper.get(f"{list_url}new/").url == list_url
    assert keeper.post(f"{list_url}new/", POSTED).url == list_url
    assert client.get(f"/notices/{notice.public_id}/").status_code == 410
    for action in (actions.renew, actions.change):
        with pytest.raises(actions.NotAllowed):
            action(by=rita, notice=notice, **({"field": field, "facts": None} if action is actions.change else {}))
    assert actions.end(by=rita, notice=notice), "ending is always possible"


def test_old_name_of_another_firm_has_nothing_hanging(client, notice, talheim, brandt):
    Employer.objects.filter(pk=talheim.pk).update(merged_into=brandt, parent=brandt, root=brandt)
    assert not Notice.objects.running().exists()
    assert client.get(f"/notices/{notice.public_id}/").status_code == 410


def test_admin_looks_after_notices_too_and_referee_does_not(client, list_url, talheim, notice):
    for roles, status in (({"is_admin": True}, 302), ({"is_referee": True}, 404)):
        user = factories.make_user()
        factories.make_member(talheim, user, **roles)
        client.force_login(user)
        answer = client.get(list_url)
        assert (answer.status_code == 404) == (status == 404)
        assert rules.may_pin(user, talheim) == (status == 302)


@pytest.mark.parametrize("path", ["", "new/", "{}/", "{}/change/", "{}/end/", "{}/renew/"])
def test_nobody_else_finds_the_pages(client, list_url, path, notice, monika, fremder, anna):
    address = list_url + path.format(notice.public_id)
    before = Notice.objects.values().get()
    for user in (monika, fremder, anna):
        client.force_login(user)
        if "renew" not in path:
            assert client.get(address).status_code == 404
        if path:
            assert client.post(address, POSTED).status_code == (405 if path == "{}/" else 404)
    client.logout()
    assert client.post(address, POSTED).status_code in (302, 405)
    assert Notice.objects.values().get() == before


def test_notice_of_another_firm_is_not_reached_through_the_own_one(client, monika, brandt, notice):
    client.force_login(monika)
    brandt.memberships.filter(user=monika).update(is_recruiter=True, is_admin=False)
    assert client.get(f"/employer/{brandt.public_id}/notices/").status_code == 200
    for path in ("", "change/", "end/"):
        assert client.post(f"/employer/{brandt.public_id}/notices/{notice.public_id}/{path}").status_code in (404, 405)


@pytest.mark.parametrize("count", [1, 30])
def test_list_costs_the_same(keeper, list_url, talheim, count):
    for _number in range(count):
        factories.make_notice(talheim, ended_at=timezone.now())
    assert queries(keeper, list_url) <= MOST


def test_who_leaves_takes_name_and_number_down(notice, rita):
    from accounts import actions as accounts

    accounts.close(by=rita)
    notice.refresh_from_db()
    assert (notice.pinned_by, notice.contact_name, notice.contact_phone) == (None, "", "")
    assert not Notice.objects.running().exists()

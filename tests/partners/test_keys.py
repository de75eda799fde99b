"""What a key opens, and when it ends."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from network.employers import actions as employers
from network.partners import actions, doors, rules
from network.partners.models import Key
from tests import factories
from tests.desk.casework import at_desk
from tests.employers.helpers import become_one, enter
from tests.partners.conftest import Program, make_key
from tests.tables import dump

ASK = {"postcode": "90762", "field": "elektro"}


def works(program: Program) -> bool:
    answer = program.get("search", **ASK)
    assert answer.status_code in (200, 401)
    return answer.status_code == 200


def test_key_of_a_checked_employer_works(anna, program):
    assert works(program)


def test_secret_is_stored_nowhere(program):
    assert program.secret.startswith("hs_")
    assert program.secret[3:] not in str(dump(set()))


def test_second_click_shows_the_same_key_and_later_nobody_sees_it(karin):
    once = uuid4()
    first, second = (actions.make(by=karin.user, member=karin, name="x", once=once) for _ in range(2))
    assert first == second
    Key.objects.update(created_at=timezone.now() - rules.SHOWN_AGAIN)
    assert actions.make(by=karin.user, member=karin, name="x", once=once).secret == ""
    assert Key.objects.count() == 1


@pytest.mark.parametrize("said", ["", "Bearer", "Bearer hs_1", "Basic eDp5", "Bearer hs_" + "0" * 48, "Bearer \0"])
def test_without_a_key_that_works_the_answer_says_how_to_get_one(anna, client, said):
    answer = client.get("/api/v1/search", ASK, headers={"Authorization": said})
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Bearer")
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["type"].endswith("/api/#key")
    assert not answer.cookies


def test_session_opens_nothing(anna, karin, client):
    client.force_login(karin.user)
    assert client.get("/api/v1/search", ASK).status_code == 401


def test_key_ends_with_one_post(anna, program, karin):
    assert actions.end(by=karin.user, key=program.key)
    assert not works(program)
    assert not actions.end(by=karin.user, key=program.key), "twice is once"


def test_key_works_not_without_the_check_of_the_employer(anna, program, chamber):
    chamber.checked_until = timezone.localdate() - timedelta(days=1)
    chamber.save()
    assert not works(program)


def test_key_ends_when_who_made_it_leaves(anna, program, karin, chamber):
    factories.make_member(chamber, is_admin=True)
    employers.end_membership(by=karin.user, membership=karin)
    assert not works(program)
    employers.add_member(by=None, employer=chamber, user=karin.user, name="Karin Kern", is_admin=True)
    assert not works(program), "it does not come back with her"


def test_key_works_not_when_who_made_it_administrates_no_more(anna, program, karin, chamber):
    boss = factories.make_member(chamber, is_admin=True)
    employers.change_roles(by=boss.user, membership=karin, is_recruiter=True)
    assert not works(program)


def test_key_ends_after_twelve_months(anna, program):
    assert program.key.expires_at - program.key.created_at <= timedelta(days=366)
    Key.objects.update(created_at=timezone.now() - timedelta(days=366), expires_at=timezone.now())
    assert not works(program)


def test_key_of_an_old_name_works_not(anna, program, chamber, brandt):
    chamber.parent = chamber.merged_into = brandt
    chamber.save()
    assert not works(program)


def test_keys_of_a_firm_that_became_one_with_another_end_and_say_why(anna, program, karin, chamber, brandt, monika):
    """Its people were let in by another firm: they make a new one there, and read what has become of the old one."""
    own = make_key(brandt.memberships.get(user=monika))
    become_one(chamber, brandt, at_desk())
    assert not works(program)
    assert works(own), "those of the firm that is left go on"
    for user in (karin.user, monika):
        client = enter(user)
        page = client.get(f"/employer/{brandt.public_id}/keys/", headers={"accept-language": "en"}).text
        assert "Ended: Handwerkskammer Mitte belongs to your employer now" in page
    assert enter(karin.user).get(f"/employer/{chamber.public_id}/keys/").url == f"/employer/{brandt.public_id}/keys/"
    assert not Key.objects.at(chamber).living().exists()
    assert works(make_key(brandt.memberships.get(user=karin.user)))


def test_only_admins_of_checked_employers_make_keys(rita, talheim, karin, fuerth):
    member = talheim.memberships.get(user=rita)
    unchecked = factories.make_member(factories.make_employer("Neu", fuerth, checked=False), is_admin=True)
    for by, at in ((rita, member), (unchecked.user, unchecked), (rita, karin)):
        with pytest.raises(actions.NotAllowed):
            actions.make(by=by, member=at, name="x", once=uuid4())


def test_ten_keys_are_the_most(karin):
    for _ in range(rules.MOST):
        make_key(karin)
    with pytest.raises(actions.TooMany):
        make_key(karin)


def test_only_the_day_of_the_last_use_is_kept(anna, program, django_assert_max_num_queries):
    program.ask("head", "search", ASK)
    program.key.refresh_from_db()
    assert program.key.last_used is None, "the head alone is no use"
    program.get("search", **ASK)
    program.key.refresh_from_db()
    assert program.key.last_used == timezone.localdate()
    before = dump({"places.Near"})
    program.get("notices")
    assert dump({"places.Near"}) == before


def test_limits(anna, program, client, monkeypatch):
    monkeypatch.setattr(doors, "ASKED", doors.throttle.Limit("api-key", "2/m"))
    monkeypatch.setattr(doors, "WRONG", doors.throttle.Limit("api-wrong-key", "2/h"))
    assert [program.get("notices").status_code for _ in range(3)] == [200, 200, 429]
    over = program.get("notices")
    assert 1 <= int(over["Retry-After"]) <= 60
    assert over.json()["type"].endswith("#limit")
    wrong = {"Authorization": "Bearer hs_" + "1" * 48}
    assert [client.get("/api/v1/notices", headers=wrong).status_code for _ in range(3)] == [401, 401, 429]
    assert client.get("/api/v1/notices").status_code == 401, "who forgot the key is not slowed down"


def test_limit_of_the_day_says_when_the_day_is_over(anna, program, client, monkeypatch):
    monkeypatch.setattr(doors, "ASKED", doors.throttle.Limit("api-key", "120/m,2/d"))
    monkeypatch.setattr(doors, "WRONG", doors.throttle.Limit("api-wrong-key", "1/h"))
    answers = [program.get("notices") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 86400 - 60 < int(answers[-1]["Retry-After"]) <= 86400
    wrong = [client.get("/api/v1/notices", headers={"Authorization": "Bearer hs_1"}) for _ in range(2)]
    assert 3600 - 60 < int(wrong[-1]["Retry-After"]) <= 3600


def test_right_keys_work_where_wrong_ones_came_from(anna, program, client, monkeypatch):
    monkeypatch.setattr(doors, "WRONG", doors.throttle.Limit("api-wrong-key", "1/h"))
    for _ in range(3):
        client.get("/api/v1/notices", headers={"Authorization": "Bearer hs_" + "1" * 48})
    assert works(program)


def test_purge_takes_what_ended_long_ago(karin):
    old, new, _living = (make_key(karin).key for _ in range(3))
    Key.objects.filter(pk=old.pk).update(ended_at=timezone.now() - rules.KEPT - timedelta(hours=1))
    Key.objects.filter(pk=new.pk).update(ended_at=timezone.now())
    assert actions.purge() == 1
    assert Key.objects.count() == 2

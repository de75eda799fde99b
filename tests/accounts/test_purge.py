from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from accounts import actions, codes
from accounts.models import MailCode, User
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_purge_deletes_signups_never_confirmed_and_keeps_the_rest(anna):
    old = timezone.now() - timedelta(days=3)
    left = User.objects.create_user("left@example.org", date_joined=old)
    fresh = User.objects.create_user("fresh@example.org")
    User.objects.filter(pk=anna.pk).update(date_joined=old)  # confirmed, although never signed in
    assert actions.purge() == 1
    assert set(User.objects.values_list("pk", flat=True)) == {anna.pk, fresh.pk}
    assert not User.objects.filter(pk=left.pk).exists()


def test_purge_deletes_codes_over_their_time():
    codes.issue(purpose="x", subject="1", email="a@example.org")
    MailCode.objects.update(expires_at=timezone.now())
    assert actions.purge() == 1


def test_purge_ends_the_notes_of_sessions_that_are_over(client, anna):
    client.force_login(anna)
    client.get("/me/")
    assert UserSession.objects.count() == 1
    assert actions.purge() == 0
    Session.objects.update(expire_date=timezone.now())
    assert actions.purge() == 1
    assert not UserSession.objects.exists()


def test_purge_command_asks_every_room(capsys, db):
    make_user()
    call_command("purge")
    assert {"accounts", "samples", "references"} <= {
        line.split(":")[0] for line in capsys.readouterr().out.splitlines()
    }

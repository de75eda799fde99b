"""Everything that accounts write themselves; signing in and up is allauth's."""

import logging
from collections.abc import Collection
from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from accounts import codes, mail, registry, rules, spoken
from accounts.models import User

security = logging.getLogger("handschlag.security")
CONFIRM = "confirm"


class NotYet(Exception):
    """The account cannot be closed: `obstacles` says in plain sentences what comes first."""

    def __init__(self, obstacles: list[str]) -> None:
        super().__init__("; ".join(obstacles))
        self.obstacles = obstacles


@transaction.atomic
def send_confirm_code(*, by: User) -> None:
    """Six digits to the own mailbox, before something sensitive. See accounts.confirming."""
    code = codes.issue(purpose=CONFIRM, subject=str(by.pk), email=by.email)
    mail.send("accounts/emails/confirm", to=by.email, context={"code": code})


@transaction.atomic
def close(*, by: User, wished: Collection[str] = ()) -> None:
    """Erase the person in every room, end every session, confirm by mail. Raises NotYet and then changes nothing.

    `wished` are names of registry.wishes that were ticked; what nobody asked this person is not granted.

    A second click at the same moment waits for the lock, finds nobody and does nothing.
    """
    user = User.objects.select_for_update().filter(pk=by.pk).first()
    if user is None:
        return
    if obstacles := rules.obstacles(user):
        raise NotYet(obstacles)
    for name, wish in rules.wishes(user).items():
        if name in wished:
            wish.grant(user)
    for _order, erase in sorted(registry.erasers.values(), key=lambda eraser: eraser[0]):
        erase(user)
    for session in UserSession.objects.filter(user=user):
        session.end()
    mail.send("accounts/emails/closed", to=user.email, context={})
    security.info("account %d closed", user.pk)
    user.delete()  # addresses, passkeys, app and recovery codes go with it


@transaction.atomic
def purge() -> int:
    """What is over its time: codes, sign-ups never confirmed within 2 days, notes of sessions that have ended. How many rows went."""
    now = timezone.now()
    never = User.objects.filter(last_login=None, is_demo=False, date_joined__lt=now - timedelta(days=2))
    unconfirmed = never.exclude(emailaddress__verified=True)
    alive = Session.objects.filter(expire_date__gt=now).values("session_key")
    ended = UserSession.objects.exclude(session_key__in=alive)
    gone: int = codes.purge() + spoken.purge() + unconfirmed.delete()[0] + ended.delete()[0]
    return gone

"""Small steps of people who act for employers."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from allauth.mfa.models import Authenticator
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from network.employers import actions
from network.employers.models import Employer


def enter(user: User) -> Client:
    """Signed in, with the authenticator app that admins and the desk need."""
    Authenticator.objects.get_or_create(user=user, type=Authenticator.Type.TOTP, defaults={"data": {}})
    client = Client()
    client.force_login(user)
    return client


def entered(user: User) -> Client:
    """Signed in without the app, and reads in English."""
    client = Client(headers={"accept-language": "en"})
    client.force_login(user)
    return client


def become_one(old: Employer, new: Employer, by: User) -> Employer:
    """Asked, agreed and confirmed by the desk, behind the pages. The old name as it stands then."""
    asked = {"merge_asked": new, "merge_words": "Übernommen.", "merge_agreed_at": timezone.now()}
    Employer.objects.filter(pk=old.pk).update(**asked)
    actions.merge(by=by, employer=old, into=new, reason="Registerauszug gesehen.")
    return Employer.objects.get(pk=old.pk)


def link_in_mail(number: int = -1) -> str:
    """The path of the only link in a mail."""
    found = re.findall(r"^http://testserver(/\S+)$", mail.outbox[number].body, re.MULTILINE)
    assert len(found) == 1, mail.outbox[number].body
    return str(found[0])


def code_in_mail() -> str:
    found = re.findall(r"^(\d{6})$", mail.outbox[-1].body, re.MULTILINE)
    assert len(found) == 1, mail.outbox[-1].body
    return str(found[0])


@contextmanager
def own_queries() -> Iterator[Callable[[], list[str]]]:
    """What a page asks of employers and the desk; session and sign-in are others' and the same for every page."""
    with CaptureQueriesContext(connection) as captured:
        yield lambda: [q["sql"] for q in captured.captured_queries if '"employers_' in q["sql"] or '"desk_' in q["sql"]]

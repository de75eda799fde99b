"""A fresh link to a mailbox, asked for by typing it. Whether something was said from there nobody learns but its owner.

The page that asks only puts the mailbox aside and answers; looking it up and sending happens afterwards, in
`manage.py db_worker`. So the answer takes as long for a known mailbox as for an unknown one.
"""

import secrets
from datetime import timedelta

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from accounts.background import task
from accounts.ids import new_token
from accounts.mailbox import mailbox_hash, normalise, without_tag
from references.managing import emails, links
from references.models import ManageLink

LINK_LIFE = timedelta(days=1)
ASIDE = timedelta(
    minutes=10
)  # so long the typed mailbox waits in the cache; the row of the task keeps only a random key


def ask(*, mailbox: str, language: str) -> None:
    """Nobody signs in for this, so there is no `by`."""
    key = secrets.token_hex(16)
    cache.set(_place(key), normalise(mailbox), ASIDE.total_seconds())
    send.enqueue(key, language)


@task()
def send(key: str, language: str) -> None:
    """One mail with one link to each spelling that something was said from: as typed, and without tag. A second run finds nothing."""
    mailbox = cache.get(_place(key))
    if mailbox is None or not cache.delete(_place(key)):
        return
    for spelling in sorted({mailbox, without_tag(mailbox)}):
        _send(spelling, language)


@transaction.atomic
def _send(mailbox: str, language: str) -> None:
    """To the mailbox that the words came from, however it was typed: on some servers a tag is another person."""
    hashed = mailbox_hash(mailbox)
    if not links.is_known(hashed):
        return
    token, token_hash = new_token()
    ManageLink.objects.create(token_hash=token_hash, mailbox_hash=hashed, expires_at=timezone.now() + LINK_LIFE)
    emails.fresh_link(mailbox, token, language)


def purge() -> int:
    """Links that are too old to open. How many."""
    return ManageLink.objects.filter(expires_at__lte=timezone.now()).delete()[0]


def _place(key: str) -> str:
    return f"managing:{key}"

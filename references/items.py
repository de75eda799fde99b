"""What others say and the worker shows, for the page "Who sees what" and for share links: references and voices in one statement."""

import json
from datetime import datetime

from django.db import transaction
from django.db.models import TextField, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.models import User
from network.profiles.models import Profile
from network.profiles.registry import Item
from network.ui.templatetags.ui import day
from references import actions
from references.models import Reference, Voice
from references.payload import said_in
from references.presenters import firm_in
from references.voices import actions as voices
from references.voices.presenters import about_words

REFERENCE, VOICE = "reference", "voice"


def items(profile: Profile) -> list[Item]:
    """References first, newest first."""
    signed = (
        profile.references.shown_now()
        .order_by()
        .values_list(Value(REFERENCE), "public_id", "audience", "payload", "referee_name", "issued_at")
    )
    context = Cast("context", TextField())
    said = (
        profile.voices.shown_now()
        .order_by()
        .values_list(Value(VOICE), "public_id", "audience", context, "name", "closed_at")
    )
    # Without order_by() the newest Django puts the order of the first table over both.
    rows = sorted(signed.union(said, all=True).order_by(), key=_newest_first)
    return [_reference(*row) if kind == REFERENCE else _voice(*row) for kind, *row in rows]


def _newest_first(row: tuple[str, str, str, str, str, datetime]) -> tuple[str, float]:
    return row[0], -row[-1].timestamp()


def _reference(public_id: str, audience: str, payload: str, name: str, at: datetime) -> Item:
    row = Reference(public_id=public_id, payload=payload, referee_name=name)
    said = said_in(row)
    words = {"name": said["referee"]["name"], "firm": firm_in(said)}
    hint = pgettext("to worker", "Signed on %(day)s") % {"day": day(timezone.localdate(at))}
    return Item(row.key_of_item, _("%(name)s, %(firm)s") % words, hint, audience)


def _voice(public_id: str, audience: str, context: str, name: str, at: datetime) -> Item:
    label = ", ".join(filter(None, (name, about_words(json.loads(context)))))
    hint = pgettext("to worker", "Confirmed on %(day)s") % {"day": day(timezone.localdate(at))}
    return Item(Voice(public_id=public_id).key_of_item, label, hint, audience)


@transaction.atomic
def show_to(*, by: User, profile: Profile, audiences: dict[str, str]) -> None:
    """Who reads which of them, by key. Raises PermissionDenied for those of others, or that nobody reads."""
    said = {key: audience for key, audience in audiences.items() if key.startswith(f"{VOICE}:")}
    signed = {key: audience for key, audience in audiences.items() if key not in said}
    actions.show_to(by=by, profile=profile, audiences=signed)
    voices.show_to(by=by, profile=profile, audiences=said)

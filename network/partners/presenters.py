"""Keys in words."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from network.partners.models import Key
from network.ui.templatetags.ui import day


@dataclass(frozen=True)
class Line:
    """One key in the list. `public_id` is empty where there is nothing left to end."""

    public_id: str
    name: str
    state: str
    used: str
    made: str


def line(key: Key) -> Line:
    lives = key.ended_at is None and key.expires_at > timezone.now() and _is_held(key)
    facts = {"day": day(key.created_at), "name": key.member.name}
    return Line(
        public_id=key.public_id if lives else "",
        name=key.name,
        state=standing(key),
        used=_("Last used on %(day)s") % {"day": day(key.last_used)} if key.last_used else _("Not used yet"),
        made=_("made on %(day)s by %(name)s") % facts,
    )


def standing(key: Key) -> str:
    """Why it works, or not."""
    if key.ended_at:
        return _("Ended on %(day)s") % {"day": day(key.ended_at)}
    if key.expires_at <= timezone.now():
        return _("Ran out on %(day)s") % {"day": day(key.expires_at)}
    if key.employer.merged_into_id:
        return _("Ended: %(employer)s belongs to your employer now") % {"employer": key.employer.name}
    if not _is_held(key):
        return _("Ended: whoever made it does not administrate here any more")
    if not key.employer.is_checked:
        return _("Does not work: your employer is not checked")
    return _("Works until %(day)s") % {"day": day(key.expires_at)}


def _is_held(key: Key) -> bool:
    return key.member.until is None and key.member.is_admin

"""A page set up together with somebody at the desk: who may write until the worker takes it over, and what the worker has to check then.

`Profile.helper` is whoever helps now. `Profile.unconfirmed` names what a helper typed: keys of questions ("name", "place") and
of rows ("station:7", "paper:3"). While there is any, nobody but the worker sees the page.
"""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from network.profiles import rules
from network.profiles.models import Profile

LIFE = timedelta(hours=12)  # one day at the desk; what nobody took over by then is deleted
# What a helper may open and answer. Everything else is for the worker alone: offers, who sees the page, blocked firms,
# ways of contact, links, samples, references.
PAGES = frozenset(
    {
        "profiles:mine",
        "profiles:stations",
        "profiles:add_station",
        "profiles:choose_kind",
        "profiles:add_station_of",
        "profiles:change_station",
        "profiles:change_kind",
        "profiles:change_station_to",
        "profiles:steps",
        "profiles:change_step",
        "profiles:remove_step",
        "profiles:remove_station",
        "profiles:qualifications",
        "profiles:qualification",
        "profiles:add_qualification",
        "profiles:add_qualification_of",
        "profiles:change_qualification",
        "profiles:remove_qualification",
        "profiles:recognition",
        "profiles:week",
        "profiles:languages",
        "profiles:remove_language",
    }
)
ANSWERS = frozenset({"name", "occupation", "place", "about", "shifts", "hours", "licences"})
ROWS = {"stations": "station:", "qualifications": "paper:"}  # lines of the task list that hold rows


def is_open(view: str, key: str = "") -> bool:
    """May a helper open this address? `key` names the question where the address is profiles:question."""
    return key in ANSWERS if view == "profiles:question" else view in PAGES


def is_step_open(key: str) -> bool:
    """The same for a line of the task list."""
    return key in ANSWERS or f"profiles:{key}" in PAGES


def is_marked(profile: Profile, step: str) -> bool:
    """Stands something behind this line of the task list that the worker has not confirmed?"""
    begin = ROWS.get(step)
    return any(key.startswith(begin) if begin else key == step for key in profile.unconfirmed)


def marked_rows(profile: Profile, step: str) -> set[int]:
    """The rows of this line that the worker has to check. None for the helper, to whom it says nothing."""
    begin = ROWS[step]
    keys = [] if profile.helper_id else profile.unconfirmed
    return {int(key.removeprefix(begin)) for key in keys if key.startswith(begin)}


def require_writer(by: User, profile: Profile) -> None:
    """The worker, or the helper while the page is being set up. Raises PermissionDenied.

    A helper is asked for anew under a lock: the worker may have taken over since the page was loaded.
    """
    if rules.owns(by, profile):
        return
    locked = Profile.objects.select_for_update(of=("self",)).filter(pk=profile.pk, created_at__gt=oldest()).first()
    if locked is None or not rules.may_write(by, locked):
        raise PermissionDenied


def typed(by: User, profile: Profile, key: str) -> list[str]:
    """What is unconfirmed once `by` has typed this: more after a helper, less after the worker. The caller stores it.

    Raises PermissionDenied, see require_writer().
    """
    require_writer(by, profile)
    others = without(profile, key)
    return others if rules.owns(by, profile) else [*others, key]


def without(profile: Profile, key: str) -> list[str]:
    """What is unconfirmed without this key. Read anew, so that two tabs forget nothing."""
    if not profile.unconfirmed and profile.helper_id is None:
        return []
    locked = Profile.objects.select_for_update(of=("self",)).get(pk=profile.pk)
    return [each for each in locked.unconfirmed if each != key]


def require_confirmed(profile: Profile) -> None:
    """Nothing goes out to others before the worker has read it (law 3). Raises ValidationError."""
    if profile.unconfirmed:
        raise ValidationError(
            _("First check what was typed for you at the desk. Nobody else sees anything of it before that.")
        )


def oldest() -> datetime:
    """Pages begun before this moment are over."""
    return timezone.now() - LIFE

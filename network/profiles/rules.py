"""Who may do what with a page, and what may stand on it."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from network.employers import rules as employers
from network.employers.models import Employer
from network.employers.viewer import viewer_of
from network.occupations.validity import MONTHS_OF
from network.profiles import kinds, recognition, registry
from network.profiles.models import Audience, Profile, Qualification, Station

MOST_STATIONS = 40
MOST_YEARS = 60
LONGEST_REST = 3  # years; a goal that sleeps longer has been forgotten
MOST_SHARES = 20
SHARE_DAYS = (7, 30, 90)
FIRST_OF_A_WAY = Audience.NOBODY  # phone and mail are shown to nobody until the worker says so
WANTS_OFFERS = (Profile.Goal.OPEN, Profile.Goal.SIDE, Profile.Goal.TRAINING)
FOUND_BY_SEARCH = (Profile.Visibility.EMPLOYERS, Profile.Visibility.EVERYONE)


def owns(user: User, profile: Profile) -> bool:
    return profile.user_id == user.pk


def may_write(user: User, profile: Profile) -> bool:
    """The worker, and while a page is being set up at the desk whoever helps there."""
    return owns(user, profile) or (profile.helper_id is not None and profile.helper_id == user.pk)


def require_owner(user: User, profile: Profile) -> None:
    """Views load through the owner already; this is the second lock. Raises PermissionDenied.

    What a helper at the desk may write too asks helping.require_writer() instead.
    """
    if not owns(user, profile):
        raise PermissionDenied


def is_blank(profile: Profile) -> bool:
    """Begun, and nothing on it yet: no answer, and no row of any room."""
    answers = (
        profile.name,
        profile.occupation_id,
        profile.place_id,
        profile.goal,
        profile.about,
        profile.phone,
        profile.mail,
    )
    settings = (profile.week, profile.shifts, profile.licences, profile.languages, profile.hours, profile.notice)
    said = any(answers) or any(settings) or profile.visibility_chosen
    return not said and Profile.objects.filter(pk=profile.pk).without_rows().exists()


def is_complete(profile: Profile) -> bool:
    """Worth finding: a name, an occupation, a place."""
    return bool(profile.name and profile.occupation_id and profile.place_id)


def wants_offers(profile: Profile, today: date) -> bool:
    """Now: who rests until a day wants them from that day on."""
    if profile.goal == Profile.Goal.LATER:
        return profile.resting_until is not None and profile.resting_until <= today
    return profile.goal in WANTS_OFFERS


def goal_today(profile: Profile, today: date) -> str:
    """What the worker wants now: a rest that is over is an open goal."""
    over = profile.goal == Profile.Goal.LATER and wants_offers(profile, today)
    return Profile.Goal.OPEN if over else profile.goal


def check_rest(until: date | None, *, today: date) -> None:
    """Raises ValidationError for the field `resting_until` unless it is a day within the next three years."""
    if until is None or until <= today:
        raise ValidationError({"resting_until": _("The month has begun already. Enter a later one.")})
    if until.replace(day=1) > today.replace(year=today.year + LONGEST_REST, day=1):
        raise ValidationError({"resting_until": _("That is more than 3 years ahead. Enter an earlier month.")})


def counted_audiences(profile: Profile) -> tuple[str, ...]:
    """Items that everybody who can find the page may read; only those stand behind filters and numbers of a search."""
    hidden_from_strangers = profile.visibility == Profile.Visibility.EMPLOYERS
    return (Audience.ALL, Audience.EMPLOYERS) if hidden_from_strangers else (Audience.ALL,)


def counts(profile: Profile) -> Q:
    """The same as a filter for anything that has an audience."""
    return Q(audience__in=counted_audiences(profile))


def lost_with(station: Station) -> str:
    """What upper rooms say before a station is changed or removed; "" where nothing hangs on it."""
    return " ".join(filter(None, (say(station) for say in registry.warned)))


def is_fixed(station: Station) -> bool:
    """Somebody stands for this station or was asked about it: its words must not become another firm's or another job's."""
    return station.confirmations.exists() or any(ask(station) for ask in registry.bound)


def can_run_out(rule: str) -> bool:
    """Kinds that hold for a time; a yearly duty does not end the proof itself."""
    return rule in MONTHS_OF


def is_valid(*, rule: str, valid_until: date | None, today: date) -> bool:
    """A qualification that can run out counts only while we know that it has not."""
    return valid_until >= today if valid_until else not can_run_out(rule)


def require_recognition(paper: Qualification) -> None:
    """Steps of a recognition belong to one kind of paper alone. Raises PermissionDenied."""
    if paper.kind.slug != recognition.KIND:
        raise PermissionDenied


def may_see_original(user: User, paper: Qualification) -> bool:
    """Nobody confirms the own paper, also not as a member of the own firm; and nobody from whom the worker hides (law 4)."""
    open_to = Profile.objects.not_blocking(viewer_of(user)).exclude(user=user)
    return open_to.filter(pk=paper.profile_id).exists()


def require_looker(user: User, employer: Employer | None) -> None:
    """Who says to have seen an original speaks for an employer as its member now, or for the desk. Raises PermissionDenied."""
    allowed = employers.is_member(user, employer) if employer else any(may(user) for may in registry.may_help)
    if not allowed:
        raise PermissionDenied


def level_of_seeing(employer: Employer | None) -> int:
    """Of the provenance ladder. None: the desk."""
    return 4 if employer is None or employer.is_checked else 3


def check_days(*, issued: date | None, valid_until: date | None) -> None:
    """Raises ValidationError for `valid_until` where a paper would end before it began."""
    if issued and valid_until and valid_until < issued:
        raise ValidationError({"valid_until": _("This day is before the paper was issued. Check both days.")})


def check_months(*, start: date, end: date | None, employer: Employer | None, today: date) -> None:
    """Raises ValidationError for the fields `start` and `end` where the months cannot be true."""
    this_month = today.replace(day=1)
    if start > this_month:
        raise ValidationError({"start": _("The first month is in the future. Enter a month that has begun.")})
    if start.year < today.year - MOST_YEARS:
        raise ValidationError({"start": _("The first month is more than 60 years ago. Check the year.")})
    if employer and employer.founded_year and start.year < employer.founded_year:
        words = _("The firm began in %(year)d. Enter a later first month.") % {"year": employer.founded_year}
        raise ValidationError({"start": words})
    if end and end < start:
        raise ValidationError({"end": _("The last month is before the first month.")})
    if end and end > this_month:
        raise ValidationError({"end": _("The last month is in the future. If you still work there, tick the box.")})


def may_be_confirmed(station: Station) -> bool:
    """Somebody else was there who can speak for it. Family time is nobody's business; who is self-employed has no boss."""
    return station.kind in kinds.AT_A_FIRM

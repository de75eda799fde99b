"""Sentences that say where something comes from and how long it lasted."""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from network.profiles import rules
from network.profiles.counting import TOGETHER, Vouch
from network.ui.kept import said_again
from network.ui.templatetags.ui import day, duration, month

# The provenance ladder for stations (design.md, section 4).
LADDER: tuple[Promise, ...] = (
    gettext_lazy("Self-declared"),
    gettext_lazy("Confirmed by a colleague"),
    gettext_lazy("Confirmed by a colleague who worked there too"),
    gettext_lazy("Confirmed by a superior, checked by code"),
    gettext_lazy("Confirmed by a checked employer"),
    gettext_lazy("Seen by an official body"),
)


def provenance(vouches: list[Vouch]) -> tuple[int, str]:
    """Level and words of the strongest confirmation, with the month in which it was said."""
    if not vouches:
        return 0, str(LADDER[0])
    best = max(vouches, key=lambda vouch: (vouch.level, vouch.on))
    if best.source.startswith(TOGETHER):
        words = _("Three colleagues confirm this station together, because the firm no longer exists, %(month)s")
        return best.level, words % {"month": month(best.on)}
    return best.level, _step(best.level, best.on)


@said_again
def _step(level: int, on: date) -> str:
    return _("%(who)s, %(month)s") % {"who": LADDER[level], "month": month(on)}


def point(value: date, *, about: bool = False) -> str:
    """ "September 2013", or "about 2013" where only the year is known."""
    return _("about %(year)d") % {"year": value.year} if about else month(value)


def since(start: date, *, about: bool = False) -> str:
    return _("since %(start)s") % {"start": point(start, about=about)}


def span(start: date, end: date | None, *, start_about: bool = False, end_about: bool = False) -> str:
    if end is None:
        return since(start, about=True) if start_about else _("%(start)s until today") % {"start": month(start)}
    first, last = point(start, about=start_about), point(end, about=end_about)
    return first if first == last else _("%(start)s to %(end)s") % {"start": first, "end": last}


def lasted(months: int, *, about: bool = False) -> str:
    """ "6 years 10 months", with "about" where an end of it is not known to the month."""
    return _("about %(time)s") % {"time": duration(months)} if about else duration(months)


def confirmed_and_declared(confirmed: int, declared: int, *, about: bool = False) -> str:
    """Both numbers as words; what is nothing is left out. `about`: of what somebody says alone."""
    if confirmed and declared:
        words = _("%(confirmed)s confirmed, %(declared)s self-declared")
    elif confirmed:
        words = _("%(confirmed)s confirmed")
    else:
        words = _("%(declared)s self-declared")
    return words % {"confirmed": duration(confirmed), "declared": lasted(declared, about=about)}


def share(confirmed: int, declared: int, last: date | None, *, about: bool = False) -> str:
    """What stands behind one employer's months."""
    if not confirmed or last is None:
        return str(LADDER[0])
    if declared:
        return confirmed_and_declared(confirmed, declared, about=about)
    return _("Confirmed, last in %(month)s") % {"month": month(last)}


def validity(rule: str, until: date | None, *, expired: bool) -> str:
    """Until when a qualification holds. One that can run out needs its month, or we say that we do not know."""
    if until is None:
        return _("not known until when") if rules.can_run_out(rule) else _("without end")
    words = _("ran out on %(day)s") if expired else _("until %(day)s")
    return words % {"day": day(until)}


def ago(day: date, today: date) -> str:
    """How old something said is, in whole months and years: "this month", "3 months ago", "more than 2 years ago"."""
    months = max(0, (today.year - day.year) * 12 + today.month - day.month)
    years, rest = divmod(months, 12)
    if not months:
        return _("this month")
    if not years:
        return ngettext("%(months)d month ago", "%(months)d months ago", months) % {"months": months}
    if rest:
        words = ngettext("more than %(years)d year ago", "more than %(years)d years ago", years)
    else:
        words = ngettext("%(years)d year ago", "%(years)d years ago", years)
    return words % {"years": years}

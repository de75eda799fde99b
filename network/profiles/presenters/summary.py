"""The whole page in a few lines, for the question whether it is still right. For the worker alone."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from network.profiles import rules
from network.profiles.models import Profile
from network.profiles.presenters.availability import language_names, licence_names, times
from network.ui.pages import Row
from network.ui.templatetags.ui import day


def summary(profile: Profile, papers: Iterable[str], today: date, *, by_mail: bool = False) -> list[Row]:
    """`profile` from of(), `papers` by name. What was never said is left out.

    `by_mail`: for whoever holds the link of a mail, which may have gone to a mailbox at work. Nothing about offers then (law 3).
    """
    work = None if by_mail else times(profile, today)
    spoken = (
        [", ".join(work.shifts), *work.sentences, *(f"{label}: {said}" for label, said in work.facts)] if work else []
    )
    lines: list[tuple[str, str | list[str], str]] = [
        (_("Name"), profile.name, _question("name")),
        (_("Occupation"), str(profile.occupation or ""), _question("occupation")),
        (_("Place and distance"), place_words(profile), _question("place")),
        (_("Last station"), profile.newest_firm, reverse("profiles:stations")),
        (_("Offers"), "" if by_mail else goal_words(profile), _question("goal")),
        (_("Who sees your page"), str(profile.get_visibility_display()), _question("visibility")),
        (_("Times of work"), list(filter(None, spoken)), _question("shifts")),
        (_("Certificates and licences"), list(papers), reverse("profiles:qualifications")),
        (_("Driving licence"), licence_names(profile), _question("licences")),
        (_("Languages"), language_names(profile), reverse("profiles:languages")),
        (_("About your work"), profile.about, _question("about")),
    ]
    return [Row(label, said, url) for label, said, url in lines if said]


def _question(key: str) -> str:
    return reverse("profiles:question", args=[key])


def place_words(profile: Profile) -> str:
    if not profile.place:
        return ""
    return _("%(town)s and %(km)d kilometres around") % {"town": profile.place.name, "km": profile.radius_km}


def goal_words(profile: Profile) -> str:
    """The goal as the worker chose it, and from when."""
    if not profile.goal:
        return ""
    goal = Profile.Goal(rules.goal_today(profile, timezone.localdate()))
    begins = profile.resting_until if goal == Profile.Goal.LATER else profile.available_from
    if not begins:
        return str(goal.label)
    return _("%(goal)s, from %(day)s") % {"goal": goal.label, "day": day(begins)}

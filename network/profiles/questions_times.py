"""Questions and lines of the task list about times of work, licences and languages. None of them has to be answered."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from network.occupations import vocabulary
from network.profiles import actions, forms_skills, week
from network.profiles import forms_times as asked
from network.profiles.asking import Question, Step
from network.profiles.models import Profile
from network.profiles.presenters import hours_words, language_names, licence_names, shift_names

SOME = 3  # names that a line of the task list holds

TIMES_QUESTIONS = (
    Question(
        "shifts",
        gettext_lazy("Which shifts fit you?"),
        asked.ShiftsForm,
        actions.save_shifts,
        ("shifts",),
        given=lambda p: {"shifts": vocabulary.slugs_of(p.shifts)},
    ),
    Question(
        "hours",
        gettext_lazy("Hours and notice period"),
        asked.HoursForm,
        actions.save_hours,
        ("hours", "notice"),
    ),
    Question(
        "licences",
        gettext_lazy("What may you drive?"),
        forms_skills.LicencesForm,
        actions.save_licences,
        ("licences",),
        given=lambda p: {"licences": vocabulary.slugs_of(p.licences, vocabulary.LICENCES)},
    ),
)


def some(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    more = len(names) - SOME
    if more <= 0:
        return ", ".join(names)
    words = ngettext("%(names)s and %(more)d more", "%(names)s and %(more)d more", more)
    return words % {"names": ", ".join(names[:SOME]), "more": more}


def _hours(profile: Profile) -> str:
    said = [hours_words(profile.hours), profile.get_notice_display() if profile.notice else ""]
    return "; ".join(str(each) for each in said if each) or _("Hours a week, notice period")


TIMES = (
    Step("shifts", gettext_lazy("Shifts"), lambda p: some(shift_names(p)) or _("Early shift, on call, away on site")),
    Step(
        "week",
        gettext_lazy("Your week"),
        lambda p: "; ".join(week.sentences(p.week)) or _("Which days, and early, late or at night"),
        own=True,
    ),
    Step("hours", gettext_lazy("Hours and notice period"), _hours),
)
IF_YOU_LIKE = (
    Step("licences", gettext_lazy("Driving licence"), lambda p: some(licence_names(p)) or _("Car, truck, bus")),
    Step(
        "languages",
        gettext_lazy("Languages"),
        lambda p: some(language_names(p)) or _("Spoken ones and sign language"),
        own=True,
    ),
)

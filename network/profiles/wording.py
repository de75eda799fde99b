"""What the questions about a station are called, for each kind of station."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from network.profiles import kinds

TOWN = _("In which town?")
START = _("When did it begin?")
NO_START = _("Enter the year in which it began, and the month if you know it")
STILL = _("It is still going on")
END = _("When did it end?")
NO_END = _("Enter the year in which it ended, or tick that it is still going on")


@dataclass(frozen=True)
class Words:
    title: Promise  # of the page that asks
    hint: Promise | str  # in the list of kinds
    firm: Promise | str = ""
    no_firm: Promise | str = ""  # said where it is missing
    firm_hint: Promise | str = ""
    place: Promise | str = TOWN
    job: Promise | str = ""
    no_job: Promise | str = ""
    start: Promise | str = START
    no_start: Promise | str = NO_START
    still: Promise | str = STILL
    end: Promise | str = END
    no_end: Promise | str = NO_END


WORDS = {
    kinds.JOB: Words(
        title=_("Where else did you work?"),
        hint=_("Employed at a firm, also a mini job or a side job."),
        firm=_("What is the name of the firm?"),
        no_firm=_("Enter the name of the firm"),
        job=_("What did you work as there?"),
        no_job=_("Enter what you worked as"),
        start=_("When did you begin there?"),
        no_start=_("Enter the year in which you began, and the month if you know it"),
        still=_("I still work there"),
        end=_("When did you stop?"),
        no_end=_("Enter the year in which you stopped, or tick that you still work there"),
    ),
    kinds.TRAINING: Words(
        title=_("Where did you do your apprenticeship?"),
        hint=_("Learning an occupation at a firm or a school."),
        firm=_("What is the name of the firm or the school?"),
        no_firm=_("Enter the name of the firm or the school"),
        job=_("Which occupation did you learn?"),
        no_job=_("Enter the occupation that you learned"),
    ),
    kinds.SELF: Words(
        title=_("When were you self-employed?"),
        hint=_("With your own firm or on your own account."),
        firm=_("What was your firm called?"),
        firm_hint=_("Leave this empty if it has no name of its own."),
        job=_("What did you work as?"),
        no_job=_("Enter what you worked as"),
        still=_("I am still self-employed"),
        no_end=_("Enter the year in which it ended, or tick that you are still self-employed"),
    ),
    kinds.RETRAINING: Words(
        title=_("Where did you retrain?"),
        hint=_("Learning a new occupation, at a school or a firm."),
        firm=_("What is the name of the school or the firm?"),
        no_firm=_("Enter the name of the school or the firm"),
        job=_("Which occupation did you learn?"),
        no_job=_("Enter the occupation that you learned"),
    ),
    kinds.FAMILY: Words(
        title=_("When was that?"),
        hint=_("Children, or caring for somebody. We ask only for the months, never why."),
    ),
}

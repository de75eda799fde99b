"""The recognition of a paper from abroad, step by step.

What the steps are: an application to the office that is in charge (BQFG § 5; in the crafts the chamber, HwO § 50b; in
nursing the office of the state, PflBG § 49). It answers with a notice that says what is equal and what is missing (BQFG
§ 7, § 10). In regulated trades such as nursing the rest is made up for in an adaptation course or shown in a test: by who
applies as they choose (PflBG § 40 (3), PflAPrV §§ 44, 45; BQFG § 11). Then the paper is recognised, and where the law
protects the title, permission to use it follows (PflBG § 1). A title that needs no permission, as in most trades with an
apprenticeship, may end with a notice that says "partly equal" (BQFG § 4, § 7); that is a result too.

Which country a paper comes from is never asked and stored nowhere (law 11).
"""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from network.profiles import months as stored_months
from network.ui.templatetags.ui import month

KIND = "anerkennung"  # slug in the catalogue


@dataclass(frozen=True)
class Step:
    key: str
    title: str | Promise
    meaning: str | Promise


# In their order. Course and test are two ways to the same end, so both stay open until one is done.
STEPS = (
    Step(
        "applied",
        gettext_lazy("Application sent"),
        gettext_lazy("The office in charge has all your papers."),
    ),
    Step(
        "notice",
        gettext_lazy("Notice received"),
        gettext_lazy("The office has written what is equal and what is still missing."),
    ),
    Step(
        "course",
        gettext_lazy("Adaptation course begun"),
        gettext_lazy("You learn at a workplace and at school what is still missing."),
    ),
    Step(
        "exam",
        gettext_lazy("Knowledge test passed"),
        gettext_lazy("A test instead of the course, or at its end."),
    ),
    Step(
        "recognised",
        pgettext_lazy("recognition", "Recognised"),
        gettext_lazy("The office has written that your training is equal."),
    ),
    Step(
        "permitted",
        gettext_lazy("Permission to use the title"),
        gettext_lazy("You may work under the German title. Only some trades need this, such as nursing."),
    ),
)
KEYS = tuple(step.key for step in STEPS)
DONE = frozenset({"recognised", "permitted"})
MADE_UP = frozenset({"course", "exam"})


@dataclass(frozen=True)
class StepView:
    title: str
    meaning: str
    when: str  # the month, where it was said
    done: bool


def is_recognised(steps: dict[str, str]) -> bool:
    """Only this counts in a search; a permission says it too."""
    return bool(DONE & steps.keys())


def is_partly(steps: dict[str, str]) -> bool:
    """The office has found a part equal, and nothing further has happened."""
    return "notice" in steps and not (DONE | MADE_UP) & steps.keys()


def standing(steps: dict[str, str]) -> str:
    """Where it stands now, in plain words."""
    if is_recognised(steps):
        return _("recognised")
    if is_partly(steps):
        return _("partly recognised: something is still missing")
    if MADE_UP & steps.keys():
        return _("not recognised yet: what is missing is being made up for")
    return _("applied for, not decided yet") if "applied" in steps else _("not applied for yet")


def step_views(steps: dict[str, str], *, only_done: bool = False) -> tuple[StepView, ...]:
    return tuple(
        StepView(str(step.title), str(step.meaning), _when(steps.get(step.key, "")), step.key in steps)
        for step in STEPS
        if step.key in steps or not only_done
    )


def month_of(text: str) -> date | None:
    """ "2024-03" -> 1 March 2024; None where the month is not known."""
    return stored_months.month_of(text) if text else None


def stored(months: dict[str, date | None]) -> dict[str, str]:
    """What was reached, with its month or without -> as it is kept, in the order of the steps."""
    return {key: f"{found:%Y-%m}" if (found := months[key]) else "" for key in KEYS if key in months}


def _when(text: str) -> str:
    said = month_of(text)
    return month(said) if said else ""

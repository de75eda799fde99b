"""The questions that make a page, in the order in which they lead on. Data follows the fact, pages follow the question."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.profiles import actions, helping, rules
from network.profiles import forms as asked
from network.profiles.asking import Question, Step
from network.profiles.forms_goal import GoalForm
from network.profiles.models import Audience, Profile
from network.profiles.presenters import goal_words, place_words, shown_name
from network.profiles.questions_times import IF_YOU_LIKE, TIMES, TIMES_QUESTIONS
from network.ui.templatetags.ui import phone


def _wanted(profile: Profile) -> dict[str, Any]:
    """A rest that is over is shown as what it has become."""
    goal = rules.goal_today(profile, timezone.localdate())
    resting = profile.resting_until if goal == Profile.Goal.LATER else None
    return {"goal": goal, "available_from": profile.available_from, "resting_until": resting}


QUESTIONS = {
    question.key: question
    for question in (
        Question("name", gettext_lazy("What is your name?"), asked.NameForm, actions.save_name, ("name", "name_shown")),
        Question(
            "occupation",
            gettext_lazy("What is your occupation?"),
            asked.OccupationForm,
            actions.save_occupation,
            ("occupation",),
        ),
        Question(
            "place",
            gettext_lazy("Where do you want to work?"),
            asked.PlaceForm,
            actions.save_place,
            ("place", "radius_km", "montage"),
        ),
        Question(
            "goal",
            gettext_lazy("What do you want here?"),
            GoalForm,
            actions.save_goal,
            ("goal", "available_from", "resting_until"),
            given=_wanted,
            template="profiles/goal.html",
        ),
        Question(
            "visibility",
            gettext_lazy("Who may see your page?"),
            asked.VisibilityForm,
            actions.choose_visibility,
            ("visibility",),
            template="profiles/visibility.html",
        ),
        Question("about", gettext_lazy("About your work"), asked.AboutForm, actions.save_about, ("about",)),
        *TIMES_QUESTIONS,
    )
}


def _ways(profile: Profile) -> str:
    ways = [(phone(profile.phone), profile.phone_audience), (profile.mail, profile.mail_audience)]
    return ", ".join(way for way, audience in ways if way and audience != Audience.NOBODY) or _("Not shown")


def _engines(profile: Profile) -> str:
    return _("They may show your page") if profile.indexable else _("They do not see your page")


def _blocks(profile: Profile) -> str:
    firms = [
        block.employer.name if block.employer else block.name for block in profile.blocks.select_related("employer")
    ]
    return ", ".join(dict.fromkeys(firms)) or _("Hide from a firm")


def _mails(profile: Profile) -> str:
    wanted = [
        _("once a year") if profile.yearly else "",
        _("before a certificate runs out") if profile.reminders else "",
    ]
    return "; ".join(filter(None, wanted)) or _("None without your asking")


GROUPS: tuple[tuple[str | Promise, tuple[Step, ...]], ...] = (
    (
        gettext_lazy("You and your work"),
        (
            Step("name", gettext_lazy("Name"), shown_name, lambda p: not p.name),
            Step(
                "occupation",
                gettext_lazy("Occupation"),
                lambda p: str(p.occupation or ""),
                lambda p: not p.occupation_id,
            ),
            Step("place", gettext_lazy("Place and distance"), place_words, lambda p: not p.place_id),
            Step("stations", gettext_lazy("Stations"), lambda p: p.newest_firm, lambda p: not p.newest_firm, own=True),
        ),
    ),
    (
        gettext_lazy("What you want"),
        (Step("goal", gettext_lazy("Offers"), goal_words, lambda p: not p.goal),),
    ),
    (gettext_lazy("When you can work"), TIMES),
    (
        gettext_lazy("If you like"),
        (
            Step(
                "qualifications",
                gettext_lazy("Certificates and licences"),
                lambda p: _("Forklift licence, first aid and others"),
                own=True,
            ),
            Step(
                "deadlines",
                gettext_lazy("Deadlines"),
                lambda p: _("What runs out when, as a list and a calendar"),
                own=True,
            ),
            Step("contact", gettext_lazy("Phone and mail on your page"), _ways, own=True),
            *IF_YOU_LIKE,
            Step("about", gettext_lazy("About your work"), lambda p: p.about or _("One or two sentences")),
        ),
    ),
    (
        gettext_lazy("Who sees what"),
        (
            Step(
                "visibility",
                gettext_lazy("Who sees your page"),
                lambda p: p.get_visibility_display(),
                lambda p: not p.visibility_chosen,
            ),
            Step(
                "items", gettext_lazy("Who sees what on it"), lambda p: _("Some things for all, some for few"), own=True
            ),
            Step("blocks", gettext_lazy("Blocked firms"), _blocks, own=True),
            Step("shares", gettext_lazy("Share links"), lambda p: _("For one person, for some days"), own=True),
            Step("looks", gettext_lazy("Who looked"), lambda p: _("Which employers opened your page"), own=True),
            Step("engines", gettext_lazy("Search engines"), _engines, own=True),
            Step("mails", gettext_lazy("Mails from us"), _mails, own=True),
        ),
    ),
)
STEPS = tuple(step for _head, steps in GROUPS for step in steps)


def groups_of(profile: Profile) -> list[tuple[str | Promise, list[Step]]]:
    """The task list: all of it for the worker, for a helper at the desk only what may be typed for somebody."""
    if not profile.helper_id:
        return [(head, list(steps)) for head, steps in GROUPS]
    typed = [(head, [step for step in steps if helping.is_step_open(step.key)]) for head, steps in GROUPS]
    return [(head, steps) for head, steps in typed if steps]


def next_url(profile: Profile, after: str = "") -> str:
    """First what was typed at the desk is checked. Then the next open question behind `after`, then those before it; the task list where none is open. `profile` from of()."""
    if profile.unconfirmed and not profile.helper_id:
        return reverse("profiles:check")
    steps = [step for _head, group in groups_of(profile) for step in group]
    keys = [step.key for step in steps]
    begin = keys.index(after) + 1 if after in keys else 0
    for step in (*steps[begin:], *steps[:begin]):
        if step.key != after and step.is_open and step.is_open(profile):
            return step.url
    return reverse("profiles:mine")

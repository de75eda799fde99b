"""The pages of who looks at the original of a paper. Employers and the desk have their own doors to them."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache

from accounts import throttle
from network.employers.doors import person
from network.employers.models import Employer
from network.profiles import actions, presenters, rules
from network.profiles.closed_days import is_closed
from network.profiles.forms_seeing import DigitsForm, SeenForm
from network.profiles.models import Qualification
from network.ui import pages
from network.ui.pages import Row

TRIES = throttle.Limit("paper-code", "10/h,30/d")
NETWORK = throttle.Limit("paper-code-network", "120/h")  # one person with many accounts guesses no faster


@dataclass(frozen=True)
class Door:
    """For whom somebody looks (None: the desk), and the addresses of the steps."""

    employer: Employer | None
    hint: str
    ask: str
    look: str
    leave: str

    @property
    def key(self) -> str:
        """Where the session keeps the digits between the two pages."""
        return f"paper-shown:{self.employer.public_id if self.employer else 'desk'}"


@never_cache
def digits(request: HttpRequest, door: Door) -> HttpResponse:
    """Digits lead on only for who may see the paper; from whom the worker hides reads the same as for wrong ones (law 4)."""
    form = DigitsForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        throttle.require(request, TRIES, key=str(request.user.pk))
        throttle.require(request, NETWORK)
        paper = Qualification.objects.shown_by(form.cleaned_data["code"])
        if paper and rules.may_see_original(person(request), paper):
            request.session[door.key] = form.cleaned_data["code"]
            return redirect(door.look)
        form.add_error("code", _own() if paper and paper.profile.user_id == request.user.pk else _wrong())
    title = pgettext("to employer", "Look at the original of a paper")
    return pages.ask(
        request, form, title=title, hint=door.hint, template="profiles/seeing_digits.html", back=door.leave
    )


@never_cache
def look(request: HttpRequest, door: Door) -> HttpResponse:
    """What the paper shall say, the statement, one button."""
    code = request.session.get(door.key, "")
    paper = Qualification.objects.shown_by(code)
    if paper is None or not rules.may_see_original(person(request), paper):
        return _again(request, door) if code else redirect(door.ask)
    form = SeenForm(pages.posted(request), initial={"facts": actions.facts_of(paper)})
    if request.method == "POST" and form.is_valid():
        return _confirm(request, door, code, form.cleaned_data["facts"])
    return pages.check(
        request,
        title=pgettext("to employer", "Does the original say this?"),
        hint=pgettext("to employer", "Compare each line with the original. A copy or a photo is not enough."),
        rows=[Row(_("Name"), paper.profile.name), *presenters.paper_rows(paper), *_unusual(paper)],
        form=form,
        button=pgettext("to employer", "Confirm that I have seen it"),
        back=door.ask,
    )


def _unusual(paper: Qualification) -> list[Row]:
    """Forged papers were found by a Sunday on which no office was open. It is said to who looks, and blocks nothing (law 15)."""
    if not is_closed(paper.issued):
        return []
    words = pgettext(
        "to employer",
        "The day of issue was a Sunday or a holiday. Mostly that is harmless: a course ended that day. Look twice who signed and sealed it.",
    )
    return [Row(pgettext("to employer", "Look twice"), words)]


def _confirm(request: HttpRequest, door: Door, code: str, facts: str) -> HttpResponse:
    try:
        paper = actions.confirm_seen(by=person(request), code=code, facts=facts, employer=door.employer)
    except actions.Stale:
        return _again(request, door)
    request.session.pop(door.key, None)
    words = pgettext("to employer", "Thank you. On the page of %(name)s it says now: “%(mark)s”.")
    mark = presenters.seen_words(paper.seen_by, paper.seen_on)
    messages.success(request, words % {"name": presenters.shown_name(paper.profile), "mark": mark})
    return redirect(door.leave)


def _again(request: HttpRequest, door: Door) -> HttpResponse:
    request.session.pop(door.key, None)
    words = pgettext(
        "to employer",
        "The digits are over, or the paper has been changed. Nothing was stored. Ask the person for new digits.",
    )
    messages.warning(request, words)
    return redirect(door.ask)


def _wrong() -> str:
    return pgettext(
        "to employer", "These digits do not work, or no longer. Compare them, or ask the person for new ones."
    )


def _own() -> str:
    return pgettext("to employer", "This is your own paper. Somebody else has to look at it.")

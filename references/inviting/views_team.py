"""A whole team: paste lines or send a file, read each of them with its problem, send. Nothing is stored before that."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import ngettext, pgettext

from accounts import throttle
from accounts.decorators import second_factor_required
from network.employers.doors import person
from network.employers.models import Membership
from network.ui import pages
from references.inviting import actions, rows, sheets, throttles
from references.inviting.forms import StandForm, TeamForm
from references.inviting.rows import Checked
from references.inviting.views_employer import not_checked
from references.signals import traces
from references.views.employer import speaker


@second_factor_required
def team(request: HttpRequest, public_id: str) -> HttpResponse:
    """The list travels with the page from step to step, so two tabs do not mix and nothing typed is lost."""
    member, _viewer = speaker(request, public_id)
    if not member.employer.is_checked:
        return not_checked(request, member.employer)
    form = TeamForm(pages.posted(request), request.FILES or None)
    if request.method == "POST":
        throttle.require(request, throttles.WRITE, key=public_id)
        if form.is_valid():
            return _read(request, member, form.cleaned_data["rows"])
    return _ask(request, member, form)


def _read(request: HttpRequest, member: Membership, text: str) -> HttpResponse:
    """Line by line: back to the list with what is wrong, or on to the check page."""
    try:
        checked = rows.check(text, by=person(request), employer=member.employer)
    except sheets.Unreadable as problem:
        return _refused(request, member, text, [str(problem)])
    wrong = any(each.wrong for each in checked)
    emails = [each.email for each in checked if each.email]
    sending = wrong and "send" in request.POST
    if sending and actions.was_just_sent(by=person(request), employer=member.employer, emails=emails):
        return _done(member)
    if wrong or "change" in request.POST:
        return _wrong(request, member, text, checked)
    return _check(request, member, text, checked)


def _ask(request: HttpRequest, member: Membership, form: TeamForm, **more: Any) -> HttpResponse:
    return pages.ask(
        request,
        form,
        title=pgettext("to employer", "Whom do you want to invite?"),
        caption=member.employer.name,
        button=pgettext("to employer", "Check the list"),
        template="references/inviting/team.html",
        back=reverse("references:inviting", args=[member.employer.public_id]),
        **more,
    )


def _wrong(request: HttpRequest, member: Membership, text: str, checked: list[Checked]) -> HttpResponse:
    """The list again, and above it the lines that are not right yet."""
    form = TeamForm({"rows": text})
    form.is_valid()
    wrong = [each for each in checked if each.wrong]
    if wrong:
        words = ngettext(
            "%(count)d line is not right yet. Correct it below, or take it out.",
            "%(count)d lines are not right yet. Correct them below, or take them out.",
            len(wrong),
        )
        form.add_error("rows", words % {"count": len(wrong)})
    return _ask(request, member, form, wrong=wrong)


def _check(request: HttpRequest, member: Membership, text: str, checked: list[Checked]) -> HttpResponse:
    """All of them once more. POST with `send` approves what has months, and sends."""
    employer, with_words = member.employer, rows.have_words(checked)
    sending = "send" in request.POST
    initial = {"name": member.name, "role": member.position}
    form = StandForm(request.POST if sending else None, firm=employer.name, initial=initial) if with_words else None
    if sending and (form is None or form.is_valid()):
        said = form.cleaned_data if form else {"name": "", "role": ""}
        people = rows.people(checked, name=said["name"], role=said["role"])
        try:
            traces.of_firm(request, batch=actions.invite(by=person(request), employer=employer, people=people))
            return _done(member)
        except ValidationError as problem:
            return _refused(request, member, text, problem.messages)
    words = ngettext("Invite %(count)d person?", "Invite %(count)d people?", len(checked))
    button = ngettext("Send %(count)d mail", "Send %(count)d mails", len(checked))
    return pages.check(
        request,
        title=words % {"count": len(checked)},
        rows=[],
        people=checked,
        with_words=with_words,
        text=text,
        form=form,
        caption=employer.name,
        button=button % {"count": len(checked)},
        template="references/inviting/team_check.html",
        back=reverse("references:inviting", args=[employer.public_id]),
    )


def _done(member: Membership) -> HttpResponse:
    return redirect(f"{reverse('references:inviting', args=[member.employer.public_id])}?sent")


def _refused(request: HttpRequest, member: Membership, text: str, problems: list[str]) -> HttpResponse:
    """It is no list, or something happened between the check page and the click."""
    form = TeamForm({"rows": text})
    form.is_valid()
    form.add_error("rows", problems)  # type: ignore[arg-type]  # Django takes a list of words too
    return _ask(request, member, form)

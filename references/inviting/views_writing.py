"""Writing for one person who is not here yet: the questions of the mail route, then the check page, then one mail."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext

from accounts import throttle
from accounts.decorators import second_factor_required
from network.employers.doors import person
from network.employers.models import Membership
from network.occupations.lookup import statements_for
from network.occupations.models import Occupation
from network.profiles.months import month_of
from network.ui import pages
from network.ui.pages import Row
from references.canonical import digest
from references.forms_referee import SeenForm, SignForm, YouForm
from references.forms_work import WorkForm
from references.groups import grouped
from references.hinting import not_shown_yet
from references.inviting import actions, presenters, throttles, writing
from references.inviting.actions import Person
from references.inviting.forms import WhoForm
from references.inviting.views_employer import not_checked
from references.inviting.writing import Sheet
from references.ladder import FIRM
from references.signals import traces
from references.views.employer import speaker
from references.views.facts import facts_form, facts_title
from references.views.signing import own_word
from references.wording import Hint


@second_factor_required
def write(request: HttpRequest, public_id: str, sheet: str, question: str) -> HttpResponse:
    """Steps come in order; what is through can be opened again. What is written stays in the own session until it is sent."""
    member, _viewer = speaker(request, public_id)
    employer = member.employer
    if not employer.is_checked:
        return not_checked(request, employer)
    found = writing.begin(employer) if sheet == "new" else writing.find(request, employer, sheet)
    if found is None and request.method == "POST":  # the second of two clicks: it was sent with the first
        return redirect("references:inviting", public_id)
    steps = writing.way(employer)
    if found is None or question not in steps:
        raise Http404
    if steps.index(question) > steps.index(writing.open_step(found, employer)):
        return _go_on(member, found)
    if request.method == "POST":
        throttle.require(request, throttles.WRITE, key=public_id)
    return STEPS[question](request, member, found)


def _who(request: HttpRequest, member: Membership, sheet: Sheet) -> HttpResponse:
    initial = {"name": sheet.name, "email": sheet.email, "message": sheet.message}
    form = WhoForm(pages.posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        wrong = actions.problems(by=person(request), employer=member.employer, emails=[email])
        if not wrong:
            for name, value in form.cleaned_data.items():
                setattr(sheet, name, value)
            return _keep(request, member, sheet, "who")
        form.add_error("email", wrong[0])
    title = pgettext("to employer", "For whom do you want to vouch?")
    context = {**_around(member, sheet, "who"), "caption": member.employer.name}
    return pages.ask(request, form, title=title, **{**context, "template": "references/inviting/who.html"})


def _work(request: HttpRequest, member: Membership, sheet: Sheet) -> HttpResponse:
    draft, initial = sheet.words, {}
    if "work" in draft.answered:
        initial = {
            "first": month_of(draft.first),
            "last": month_of(draft.last) if draft.last else None,
            "still": draft.last is None,
            "occupation": Occupation.objects.get(slug=draft.occupation),
        }
    form = WorkForm(pages.posted(request), employer=member.employer, initial=initial)
    if request.method == "POST" and form.is_valid():
        return _keep(request, member, sheet, "work", **form.answers())
    title = pgettext("to referee", "When did %(name)s work there, and as what?") % {"name": sheet.name}
    return pages.ask(request, form, title=title, **_around(member, sheet, "work"), template="employers/suggesting.html")


def _seen(request: HttpRequest, member: Membership, sheet: Sheet) -> HttpResponse:
    """As in the mail route: a hint on coded words is shown once, then they pass."""
    draft = sheet.words
    fitting = statements_for(Occupation.objects.select_related("field").get(slug=draft.occupation))
    initial = {"statements": draft.statements, "again": draft.again, "text": draft.text}
    form = SeenForm(pages.posted(request), fitting=fitting, initial=initial)
    hints: list[Hint] = []
    if request.method == "POST" and form.is_valid():
        hints, hinted = not_shown_yet(form.cleaned_data["text"], draft.hinted)
        if not hints:
            return _keep(request, member, sheet, "seen", **form.cleaned_data)
        writing.keep(request, sheet, hinted=hinted, **form.cleaned_data)
    first, others = grouped(fitting, set(form["statements"].value() or []))
    around = {**_around(member, sheet, "seen"), "template": "references/seen.html"}
    title = pgettext("to referee", "What did you see yourself?")
    return pages.ask(request, form, title=title, groups=first, others=others, hints=hints, **around)


def _facts(request: HttpRequest, member: Membership, sheet: Sheet) -> HttpResponse:
    """In the place of the sentences, where the firm states facts only."""
    draft = sheet.words
    form = facts_form(request, draft)
    hints: list[Hint] = []
    if request.method == "POST" and form.is_valid():
        hints, hinted = not_shown_yet(form.typed(), draft.hinted)
        if not hints:
            return _keep(request, member, sheet, "facts", **form.answers())
        writing.keep(request, sheet, step="", hinted=hinted, **form.answers())
    around = {**_around(member, sheet, "facts"), "template": "references/facts.html"}
    return pages.ask(request, form, title=facts_title(), hints=hints, firm=member.employer, **around)


def _you(request: HttpRequest, member: Membership, sheet: Sheet) -> HttpResponse:
    draft = sheet.words
    known = {"name": member.name, "role": member.position, "relation": FIRM if member.employer.facts_only else ""}
    given = {"name": draft.name, "role": draft.role, "relation": draft.relation} if draft.name else known
    form = YouForm(pages.posted(request), initial=given)
    if request.method == "POST" and form.is_valid():
        return _keep(request, member, sheet, "you", **form.cleaned_data)
    title = pgettext("to referee", "Who are you?")
    return pages.ask(request, form, title=title, **_around(member, sheet, "you"))


def _check(request: HttpRequest, member: Membership, sheet: Sheet) -> HttpResponse:
    """Everything that waits for the worker, in whose name. POST approves and sends, once."""
    employer, draft = member.employer, sheet.words
    words = presenters.words_of(draft, about=sheet.name, employer=employer)
    rows = presenters.lines(words, facts_only=employer.facts_only)
    rows = [Row(row.label, row.value, row.change_url and _url(member, sheet, row.change_url)) for row in rows]
    rows.insert(1, Row(pgettext("to employer", "Mail goes to"), sheet.email, _url(member, sheet, "who")))
    shown = digest(repr([(row.label, row.value) for row in rows]).encode())
    form = SignForm(pages.posted(request), words=shown)
    if request.method == "POST" and form.is_valid():
        someone = Person(sheet.name, sheet.email, writing.complete(sheet))
        try:
            batch = actions.invite(by=person(request), employer=employer, people=[someone], message=sheet.message)
            traces.of_firm(request, batch=batch)
            writing.drop(request, sheet)
            return redirect(f"{reverse('references:inviting', args=[employer.public_id])}?sent")
        except ValidationError as problem:  # a second tab, a colleague
            form.add_error(None, problem.messages)
    return pages.check(
        request,
        title=pgettext("to employer", "Do you stand by this?"),
        hint=pgettext(
            "to employer", "Exactly this waits for %(name)s. Afterwards you cannot change it, only take it back."
        )
        % {"name": sheet.name},
        caption=pgettext("to referee", "Last step"),
        rows=rows,
        form=form,
        button=pgettext("to employer", "Yes, approve and send the mail"),
        template="references/inviting/check.html",
        own_word=own_word(draft, words.firm, facts_only=employer.facts_only),
        name=sheet.name,
        back=_url(member, sheet, "you"),
    )


STEPS = {"who": _who, "work": _work, "seen": _seen, "facts": _facts, "you": _you, "check": _check}


def _keep(request: HttpRequest, member: Membership, sheet: Sheet, step: str, **answers: Any) -> HttpResponse:
    writing.keep(request, sheet, step=step, **answers)
    return _go_on(member, sheet)


def _go_on(member: Membership, sheet: Sheet) -> HttpResponse:
    return redirect(_url(member, sheet, writing.open_step(sheet, member.employer)))


def _url(member: Membership, sheet: Sheet, step: str) -> str:
    return reverse("references:inviting_write", args=[member.employer.public_id, sheet.id, step])


def _around(member: Membership, sheet: Sheet, step: str) -> dict[str, Any]:
    """Caption and way back of a question page."""
    if step == "who":
        return {"back": reverse("references:inviting", args=[member.employer.public_id])}
    before = writing.step_before(step, member.employer)
    caption = pgettext("to referee", "About %(name)s") % {"name": sheet.name}
    return {"back": _url(member, sheet, before), "caption": caption}

"""The check page and the signature."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext

from network.occupations.models import Occupation, Statement
from network.profiles.months import month_of
from network.profiles.presenters import firm_of
from network.ui import pages
from network.ui.pages import Row
from references import actions, ladder, rules
from references.actions.issuing import facts_of
from references.canonical import digest
from references.correcting import as_signed
from references.doors import person
from references.drafts import Draft
from references.facts import facts_rows, work_level
from references.forms_referee import SignForm
from references.handshake import holding
from references.models import ReferenceRequest
from references.mutual import confirm_each_other
from references.presenters import plate, span_signed
from references.signals import traces
from references.views import corrected
from references.views.doors import facts_only, is_known


def check(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    """Everything that will be signed, in whose name; change links come straight back here. POST signs, once."""
    draft = Draft.of(asked).settled(facts_only=facts_only(asked))
    firm = firm_of(asked.station)
    before = as_signed(asked.corrects).settled(facts_only=facts_only(asked)) if asked.corrects else None
    names = _names(draft, before or draft)
    rows = _rows(asked, draft, token, names)
    words = digest(repr([(row.label, row.value) for row in rows]).encode())
    form = SignForm(pages.posted(request), words=words)
    if request.method == "POST" and form.is_valid():
        return _sign(request, asked, token, draft)
    facts = facts_of(asked, person(request), draft)
    level = ladder.level(facts)
    return pages.check(
        request,
        title=pgettext("to referee", "Is everything right?"),
        hint=pgettext("to referee", "Exactly this is signed. Afterwards nobody can change it."),
        caption=pgettext("to referee", "Last step"),
        rows=rows,
        form=form,
        button=pgettext("to referee", "Yes, sign it in my name"),
        template="references/check.html",
        own_word=own_word(draft, firm, facts_only=facts_only(asked)),
        level=level,
        plate=plate(level, draft.relation, facts.known),
        unconfirmed=reverse("references:step", args=[token, "code"]) if facts.known == ladder.ROOM else "",
        changed="changed" in request.GET,
        copied=bool(asked.referee_email or facts.known in (ladder.MEMBER, ladder.ACCOUNT)),
        mutual=_is_mutual(request, asked),
        name=asked.profile.name,
        back=reverse("references:step", args=[token, "you"]),
        before=_differ(rows, _rows(asked, before, token, names)) if before else None,
        same="same" in request.GET,
        leave=reverse("references:step", args=[token, "leave"]),
    )


def _sign(request: HttpRequest, asked: ReferenceRequest, token: str, draft: Draft) -> HttpResponse:
    """Once; else to where something is missing, or has changed."""
    mailbox = asked.referee_email
    if not (is_known(request, asked) or rules.goes_unconfirmed(asked)):
        return redirect("references:step", token, "code")
    try:
        issued = actions.issue(by=person(request), request=asked, seen=draft)
    except (actions.Incomplete, actions.Changed, actions.Unchanged, actions.CannotCorrect) as why:
        return _not_yet(request, token, why)
    traces.of_other(request, subject=f"request:{asked.public_id}", profile=asked.profile, mailbox=mailbox)
    if asked.corrects:
        return corrected.signed(issued)
    if holding.has_no_mailbox(asked, issued.reference):
        return redirect(f"{reverse('references:manage', args=[issued.manage_token])}?thanks")
    return redirect("references:start", token)


def _not_yet(request: HttpRequest, token: str, why: Exception) -> HttpResponse:
    """Where to go on when it could not be signed like this."""
    if isinstance(why, actions.CannotCorrect):
        return corrected.cannot(request, why.old, why.why)
    if isinstance(why, actions.Incomplete):
        return redirect("references:step", token, why.step)
    word = "changed" if isinstance(why, actions.Changed) else "same"
    return redirect(f"{reverse('references:step', args=[token, 'check'])}?{word}")


def _differ(rows: list[Row], before: list[Row]) -> list[Row]:
    """Of a correction the rows that differ, as they were signed the first time."""
    return [old for old, new in zip(before, rows, strict=True) if old.value != new.value]


def _is_mutual(request: HttpRequest, asked: ReferenceRequest) -> bool:
    """Told before the signature, and only to who is known: a link can be handed on."""
    if not is_known(request, asked):
        return False
    signer = person(request) or rules.account_of(asked.referee_email)
    return bool(signer and confirm_each_other(signer, asked.profile.user))


def own_word(draft: Draft, firm: str, *, facts_only: bool) -> str:
    """What the signature says besides the rows: it stands right above the button, and the button says yes to it."""
    if facts_only:
        return pgettext("to referee", "This is right, and I may speak for %(firm)s.") % {"firm": firm}
    if draft.relation == ladder.COLLEAGUE:
        return pgettext("to referee", "I have seen this myself at %(firm)s.") % {"firm": firm}
    return pgettext("to referee", "I have seen this myself and may speak for %(firm)s.") % {"firm": firm}


@dataclass(frozen=True)
class _Names:
    occupations: dict[str, Occupation]
    sentences: dict[str, str]


def _names(*drafts: Draft) -> _Names:
    """What the codes in these drafts stand for. Two statements."""
    slugs, codes = {each.occupation for each in drafts}, {code for each in drafts for code in each.statements}
    occupations = {each.slug: each for each in Occupation.objects.filter(slug__in=slugs)}
    return _Names(occupations, {each.code: str(each) for each in Statement.objects.filter(code__in=codes)})


def _rows(asked: ReferenceRequest, draft: Draft, token: str, names: _Names) -> list[Row]:
    def url(step: str) -> str:
        return reverse("references:step", args=[token, step])

    occupation = names.occupations[draft.occupation]
    last = month_of(draft.last) if draft.last else None
    rows = [
        Row(pgettext("to referee", "Person"), asked.profile.name),
        Row(pgettext("to referee", "Employer"), firm_of(asked.station)),
        Row(pgettext("to referee", "Time there"), span_signed(month_of(draft.first), last), url("work")),
        Row(pgettext("to referee", "Occupation"), str(occupation), url("work")),
    ]
    if facts_only(asked):
        level = work_level(occupation.level)
        facts = facts_rows(level=level, tasks=draft.tasks, training=draft.training)
        rows += [Row(row.label, row.value, url(row.change_url)) for row in facts]
    else:
        rows += _said(draft, names.sentences, url)
    signer = ", ".join([draft.name, draft.role, str(dict(_relations())[draft.relation])])
    return [*rows, Row(pgettext("to referee", "You"), signer, url("you"))]


def _said(draft: Draft, known: dict[str, str], url: Any) -> list[Row]:
    nothing = pgettext("to referee", "Nothing")
    sentences: str | list[str] = [known.get(code, code) for code in draft.statements] or nothing
    again = pgettext("to referee", "Yes") if draft.again else pgettext("to referee", "No answer")
    return [
        Row(pgettext("to referee", "Seen"), sentences, url("seen")),
        Row(pgettext("to referee", "Would hire again"), again, url("seen")),
        Row(pgettext("to referee", "A situation"), draft.text or nothing, url("seen")),
    ]


def _relations() -> list[tuple[str, str]]:
    return [
        (ladder.SUPERIOR, pgettext("to referee", "direct superior")),
        (ladder.FIRM, pgettext("to referee", "for the firm")),
        (ladder.COLLEAGUE, pgettext("to referee", "colleague")),
    ]

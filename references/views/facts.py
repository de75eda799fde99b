"""The page of those who state facts only, in the place of the sentences."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from network.occupations.models import Field
from network.ui import pages
from references import actions
from references.doors import person
from references.drafts import Draft
from references.forms_facts import FactsForm
from references.hinting import not_shown_yet
from references.models import ReferenceRequest
from references.tasks import OF_FIELD
from references.views.doors import around, employer_of, go_on
from references.wording import Hint


def facts_form(request: HttpRequest, draft: Draft) -> FactsForm:
    field = Field.objects.get(occupations__slug=draft.occupation)
    said = {"tasks": draft.tasks, "training": draft.training}
    return FactsForm(pages.posted(request), suggested=OF_FIELD.get(field.slug, ()), said=said)


def facts_title() -> str:
    return pgettext("to referee", "Which tasks, which training?")


def facts(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    """Tasks and training, at most ten lines. A hint on coded words is shown once, a grade does not pass."""
    draft = Draft.of(asked)
    form = facts_form(request, draft)
    hints: list[Hint] = []
    if request.method == "POST" and form.is_valid():
        hints, hinted = not_shown_yet(form.typed(), draft.hinted)
        step = "" if hints else "facts"
        actions.save_draft(by=person(request), request=asked, step=step, hinted=hinted, **form.answers())
        if not hints:
            return go_on(request, asked, token)
    context = {
        **around(asked, token, "facts"),
        "template": "references/facts.html",
        "hints": hints,
        "firm": employer_of(asked),
    }
    return pages.ask(request, form, title=facts_title(), **context)

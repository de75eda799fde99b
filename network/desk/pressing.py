""" "I was pressed into this", told to the desk alone. The other sides never learn that somebody told it, whatever is decided.

Rooms offer it for their things to either side. `of(subject, kind)` is the case for the page of the thing: None: offer it; else say how it
stands.
"""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext, pgettext_lazy

from accounts import throttle
from accounts.models import User
from network.desk import cases, throttles
from network.desk.contesting import newest_of
from network.desk.models import Case
from network.desk.registry import Note
from network.employers.models import Employer
from network.profiles.models import Profile
from network.ui import pages

Kind = Case.Kind


class TellForm(forms.Form):
    words = forms.CharField(
        label=pgettext_lazy("told in private", "What happened?"),
        help_text=pgettext_lazy("told in private", "Who pressed, and how. At most 500 characters."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": pgettext_lazy("told in private", "Write what happened")},
    )


def of(subject: str, kind: str) -> Case | None:
    """Open or decided; the newest."""
    return newest_of(subject).get(kind)


def page(
    request: HttpRequest,
    *,
    by: User | None,
    kind: str,
    subject: str,
    profile: Profile,
    employer: Employer | None,
    title: str,
    back: str,
) -> HttpResponse:
    """Form, limit, case. The view has loaded the thing through its owner; `by` is None for who came by a link. A second time leads back."""
    if of(subject, kind):
        return redirect(back)
    form = TellForm(pages.posted(request))
    if request.method == "POST":
        throttle.require(request, throttles.CONTEST, key=str(by.pk) if by else subject)
        if form.is_valid():
            words = form.cleaned_data["words"]
            cases.open_case(by=by, kind=kind, subject=subject, profile=profile, employer=employer, words=words)
            return redirect(back)
    hint = pgettext(
        "told in private",
        "Only the desk reads it, a person. Nobody else learns that you have told it. Nothing changes before the desk has decided.",
    )
    button = pgettext("told in private", "Tell the desk")
    return pages.ask(request, form, title=title, hint=hint, button=button, back=back)


def notes(case: Case) -> list[Note]:
    """What whoever decides has to keep in mind. A reported offer is over already, so there is no reason that others would read."""
    if case.kind == Case.Kind.REPORTED:
        return [
            Note(
                pgettext(
                    "to desk", "Told in private. Only the person who reports it can be asked and reads your decision."
                )
            )
        ]
    words = pgettext(
        "to desk",
        "Told in private. Only whoever told it can be asked and reads your decision. If you end the thing, all read your reason for that:"
        " write nothing in it from which they could tell that somebody came to you.",
    )
    return [Note(words)]

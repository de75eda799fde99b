"""The worker says that something is not right, and the desk looks at it.

Any room offers this for its things: a line in its urls.py, a view that loads the thing through its worker, and

    return contesting.page(
        request, subject="voice:<public id>", profile=profile, employer=None, title=..., caption=..., back=...
    )

The room fills `network.desk.registry.subjects["voice"]`, so that the desk can read and end it. `contesting.of(subject)` is the case for the
page of the thing: None: offer "This is not right"; else link to `case_url(case)`, where the worker reads how it stands.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext

from accounts import throttle
from accounts.models import User
from network.desk import cases, own, throttles
from network.desk.forms_cases import ContestForm
from network.desk.models import Case
from network.employers.doors import person
from network.employers.models import Employer
from network.profiles.models import Profile
from network.ui import pages


class Contested(Exception):
    """A decision can be contested once, and somebody has done so, or a further look at the same thing is open."""


def of(subject: str) -> Case | None:
    """The worker's own word against it, open or decided; the newest."""
    return newest_of(subject).get(Case.Kind.CONTEST)


def newest_of(subject: str) -> dict[str, Case]:
    """The newest case of each kind about it, open or decided. One query."""
    return {each.kind: each for each in Case.objects.about(subject).order_by("opened_at", "pk")}


def decided_of(profile: Profile, kind: str) -> dict[str, Case]:
    """What the desk says to the worker's own words against things of this kind: the newest, by subject. One query."""
    contested = Case.objects.decided().filter(kind=Case.Kind.CONTEST, profile=profile, subject__startswith=f"{kind}:")
    return {each.subject: each for each in contested.order_by("decided_at", "pk")}


def case_url(case: Case) -> str:
    return reverse("desk:own_case", args=[case.pk])


def page(
    request: HttpRequest,
    *,
    subject: str,
    profile: Profile,
    employer: Employer | None,
    title: str,
    back: str,
    caption: str = "",
    hint: str = "",
    send: Callable[[str], Case] | None = None,
) -> HttpResponse:
    """Form, limit, case. A second time leads to the case that is there. `profile` is the signed-in worker's own.

    `send` opens the case with these words, where more happens with it; `hint` then says what.
    """
    if known := of(subject):
        return redirect(case_url(known))
    user = person(request)
    if profile.user_id != user.pk:
        raise PermissionDenied
    form = ContestForm(pages.posted(request))
    if request.method == "POST":
        throttle.require(request, throttles.CONTEST, key=str(user.pk))
        if form.is_valid():
            words, kind = form.cleaned_data["words"], Case.Kind.CONTEST
            about: dict[str, Any] = {"subject": subject, "profile": profile, "employer": employer}
            case = send(words) if send else cases.open_case(by=user, kind=kind, words=words, **about)
            return redirect(case_url(case))
    hint = hint or pgettext(
        "to worker",
        "A person at the desk looks at it. Only the desk reads what you write; it may ask whoever said it. You can hide it"
        " meanwhile, without giving a reason.",
    )
    button = pgettext("to worker", "Send to the desk")
    return pages.ask(request, form, title=title, caption=caption, hint=hint, button=button, back=back)


@transaction.atomic
def contest_decision(*, by: User, case: Case, words: str) -> Case:
    """A new case about the same thing, decided by somebody else if there is somebody. Raises PermissionDenied, Contested."""
    if own.one(by, case.pk) is None:
        raise PermissionDenied
    if not may_be_contested(case):
        raise Contested
    try:
        with transaction.atomic():
            return Case.objects.create(
                kind=case.kind if case.is_private else Case.Kind.CONTEST,
                subject=case.subject,
                profile=case.profile,
                employer=case.employer,
                opened_by=by,
                words=words,
                contests=case,
            )
    except IntegrityError as twice:
        raise Contested from twice


def may_be_contested(case: Case) -> bool:
    """Once: a decision about a decision is the last word here. Courts stay open to everybody."""
    return case.decided_at is not None and case.contests_id is None and not hasattr(case, "contested")

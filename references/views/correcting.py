"""A referee puts right what was signed: from the own link, or from the firm's list. Then the same pages as for the first time."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache

from accounts import throttle
from accounts.decorators import second_factor_required
from network.employers.doors import person as member_of
from network.profiles.presenters import shown_name
from network.ui import pages
from references import actions, links, throttles
from references.doors import person, unknown
from references.forms_referee import MailboxForm
from references.models import Reference, ReferenceRequest
from references.statements import name_of
from references.views import closed, corrected, employer


@login_not_required
@never_cache
def correct(request: HttpRequest, token: str) -> HttpResponse:
    """The button of the manage page. Opening the address changes nothing."""
    reference = links.find_managed(token)
    if reference is None:
        return unknown(request)
    if closed.is_about(request, reference):
        return closed.own_words(request)
    if request.method != "POST":
        return redirect("references:manage", token)
    return _begin(request, reference)


@second_factor_required
def by_member(request: HttpRequest, public_id: str, reference_id: str) -> HttpResponse:
    """From the list of the firm, for whoever signed it. Of what others signed there is nothing to find here."""
    member, viewer = employer.speaker(request, public_id)
    own = Reference.objects.of_employer(member.employer).told_to(viewer).standing().filter(referee_user=request.user.pk)
    found = own.select_related("employer", "profile", "request")
    reference = get_object_or_404(found, public_id=reference_id)
    if request.method == "POST":
        return _begin(request, reference)
    return pages.confirm(
        request,
        title=pgettext("to employer", "Correct this statement?"),
        text=pgettext(
            "to employer",
            "%(who)s. You get the words as they stand and change what is wrong. As soon as you sign, the old ones count as corrected.",
        )
        % {"who": name_of(reference, member_of(request), viewer)},
        button=pgettext("to employer", "Correct statement"),
        back=reverse("references:of_employer", args=[public_id]),
    )


def _begin(request: HttpRequest, reference: Reference) -> HttpResponse:
    throttle.require(request, throttles.CORRECT, key=reference.public_id)
    try:
        secret = actions.begin(by=person(request), reference=reference)
    except actions.CannotCorrect as cannot:
        return corrected.cannot(request, cannot.old, cannot.why)
    return redirect("references:start", secret)


def mailbox(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    """We do not know the mailbox any more, only what its keyed hash is: whoever signed types it again."""
    form = MailboxForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        throttle.require(request, throttles.CORRECT_MAILBOX, key=asked.public_id)
        throttle.require(request, throttles.SEND_CODE, key=asked.public_id)
        if actions.name_mailbox(by=person(request), request=asked, **form.cleaned_data):
            return redirect(f"{reverse('references:step', args=[token, 'code'])}?sent")
        words = pgettext("to referee", "It was not signed from this mailbox. Take the one to which the copy was sent.")
        form.add_error("email", words)
    return pages.ask(
        request,
        form,
        title=pgettext("to referee", "From which mailbox did you sign?"),
        hint=pgettext("to referee", "So that nobody corrects in your name. We send 6 digits there."),
        caption=_caption(asked),
        template="references/correcting/mailbox.html",
        leave=reverse("references:step", args=[token, "leave"]),
    )


def leave(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    if request.method == "POST":
        actions.leave_it(by=person(request), request=asked)
        return redirect("references:start", token)
    return pages.confirm(
        request,
        title=pgettext("to referee", "Leave the reference as it is?"),
        text=pgettext("to referee", "What you have changed so far is deleted. %(name)s does not learn of it.")
        % {"name": shown_name(asked.profile)},
        button=pgettext("to referee", "Leave it as it is"),
        back=reverse("references:start", args=[token]),
        template="references/ending.html",
    )


def _caption(asked: ReferenceRequest) -> str:
    return pgettext("to referee", "Your reference for %(name)s") % {"name": shown_name(asked.profile)}


ONLY: dict[str, Callable[[HttpRequest, ReferenceRequest, str], HttpResponse]] = {"leave": leave}

"""The link in an invitation. Opening shows, a button accepts (law 8)."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import throttle
from accounts.ids import hash_token
from accounts.models import User
from network.employers import actions, presenters, rules, throttles
from network.employers.forms import PersonFields
from network.employers.models import Invitation
from network.ui import pages


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Who holds the link sees who invites to what; accepting needs the mailbox it was sent to."""
    waiting = Invitation.objects.select_related("employer__place")
    found = get_object_or_404(waiting, token_hash=hash_token(token))
    if request.method == "POST":
        throttle.require(request, throttles.INVITATION)
    user = request.user if isinstance(request.user, User) else None
    if found.accepted_at or found.revoked_at:
        return _over(request, found, user)
    if user and not rules.may_accept(user, found):
        return _not_yours(request)
    if found.expires_at <= timezone.now():
        return _too_late(request, found)
    if user is None:
        return _before_sign_in(request, found)
    return _accept(request, found, user)


def _accept(request: HttpRequest, found: Invitation, user: User) -> HttpResponse:
    known = found.employer.memberships.current().filter(user=user).first()
    names = {"member_name": known.name, "position": known.position} if known else None
    form = PersonFields(pages.posted(request), initial=names)
    if request.method == "POST" and form.is_valid():
        names = form.cleaned_data
        try:
            actions.accept_invitation(by=user, invitation=found, name=names["member_name"], position=names["position"])
        except actions.Spent:
            return redirect(request.path)  # a second click: the page says what has become of it
        return redirect("employers:area", found.employer.public_id)
    return pages.ask(
        request, form, **_facts(found), template="employers/invitation.html", button=_("Accept invitation")
    )


def _before_sign_in(request: HttpRequest, found: Invitation) -> HttpResponse:
    """The link survives the sign-in as `next`."""
    sign_in = f"{reverse('account_login')}?{urlencode({'next': request.path})}"
    if request.method == "POST":
        return redirect(sign_in)
    return pages.ask(
        request, PersonFields(), **_facts(found), template="employers/invitation_open.html", sign_in=sign_in
    )


def _facts(found: Invitation) -> dict[str, Any]:
    sender = found.employer.memberships.current().filter(user=found.invited_by_id).first()
    title = _("Invitation to %(employer)s") % {"employer": found.employer.name}
    return {"title": title, "invitation": found, "sender": sender, "roles": presenters.role_names(found)}


def _over(request: HttpRequest, found: Invitation, user: User | None) -> HttpResponse:
    if user and rules.may_accept(user, found) and found.accepted_at:
        return pages.done(
            request,
            title=_("You have accepted this invitation"),
            text=_("The link has done its work. You find everything in your area."),
            links=[(reverse("home:me"), _("My area"))],
        )
    text = _("It was used or taken back. Ask the person who invited you for a new one.")
    return pages.done(request, title=_("This invitation has ended"), text=text, status=410)


def _not_yours(request: HttpRequest) -> HttpResponse:
    """Nothing about the employer here: who holds the link has another mailbox."""
    return pages.done(
        request,
        title=_("This invitation is for another address"),
        text=_("Sign out. Then sign in with the address that the mail was sent to."),
        links=[(reverse("account_logout"), _("Sign out"))],
        status=404,
    )


def _too_late(request: HttpRequest, found: Invitation) -> HttpResponse:
    if request.method == "POST":
        actions.ask_for_new_invitation(by=None, invitation=found)
        text = _("%(employer)s has been told. You get a new mail when somebody there sends it.") % {
            "employer": found.employer.name
        }
        return pages.done(request, title=_("We have passed it on"), text=text)
    return pages.confirm(
        request,
        title=_("This invitation is too old"),
        text=_("Invitations hold 14 days. We can ask %(employer)s to send a new one.")
        % {"employer": found.employer.name},
        button=_("Ask for a new invitation"),
        back=reverse("home:start"),
    )

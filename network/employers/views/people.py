"""Who speaks, searches and decides for an employer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import throttle
from accounts.decorators import second_factor_required
from network.employers import actions, doors, presenters, throttles
from network.employers.forms import InviteForm, RolesForm
from network.employers.models import Employer, Membership
from network.employers.rules import ROLES
from network.ui import pages


@require_safe
@second_factor_required
def people(request: HttpRequest, public_id: str) -> HttpResponse:
    employer = doors.administration(request, public_id).employer
    context = {
        "employer": employer,
        "back": reverse("employers:area", args=[public_id]),
        "members": [
            (each, presenters.role_names(each)) for each in employer.memberships.current().order_by("name", "pk")
        ],
        "invitations": [(each, presenters.role_names(each)) for each in employer.invitations.unanswered()],
    }
    return render(request, "employers/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def invite(request: HttpRequest, public_id: str) -> HttpResponse:
    employer = doors.administration(request, public_id).employer
    form = InviteForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        throttle.require(request, throttles.INVITE, key=public_id)
        email = form.cleaned_data["email"]
        actions.invite(by=doors.person(request), employer=employer, email=email, **form.roles_chosen())
        return redirect("employers:people", public_id)
    back = reverse("employers:people", args=[public_id])
    return pages.ask(
        request,
        form,
        title=_("Whom do you want to invite?"),
        caption=employer.name,
        back=back,
        button=_("Send invitation"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def roles(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    member = _member(doors.administration(request, public_id).employer, pk)
    held = [role for role in ROLES if getattr(member, f"is_{role}")]
    form = RolesForm(pages.posted(request), initial={"roles": held})
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_roles(by=doors.person(request), membership=member, **form.roles_chosen())
        except actions.LastAdmin:
            return _last_admin(request, public_id)
        return redirect("employers:people", public_id)
    return pages.ask(
        request,
        form,
        title=member.name,
        template="employers/roles.html",
        member=member,
        back=reverse("employers:people", args=[public_id]),
        button=_("Save"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def end(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """An admin ends a membership, the own one as well."""
    member = _member(doors.administration(request, public_id).employer, pk)
    return _end(request, public_id, member, back=reverse("employers:people", args=[public_id]))


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, public_id: str) -> HttpResponse:
    """Everybody can go."""
    return _end(
        request, public_id, doors.membership(request, public_id), back=reverse("employers:area", args=[public_id])
    )


def _end(request: HttpRequest, public_id: str, member: Membership, back: str) -> HttpResponse:
    if request.method == "POST":
        try:
            actions.end_membership(by=doors.person(request), membership=member)
        except actions.LastAdmin:
            return _last_admin(request, public_id)
        own = member.user_id == request.user.pk
        return redirect("home:me") if own else redirect("employers:people", public_id)
    names = {"name": member.name, "employer": member.employer.name}
    return pages.confirm(
        request,
        title=_("End the membership of %(name)s?") % names,
        text=_("%(name)s can do nothing more for %(employer)s at once. What was signed before stays.") % names,
        button=_("End the membership"),
        back=back,
    )


@require_POST
@second_factor_required
def invitation(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """A new link, or taken back; on an invitation answered in the meantime it changes nothing."""
    employer = doors.administration(request, public_id).employer
    found = get_object_or_404(employer.invitations.select_related("employer"), pk=pk)
    if request.POST.get("do") == "revoke":
        actions.revoke_invitation(by=doors.person(request), invitation=found)
        return redirect("employers:people", public_id)
    throttle.require(request, throttles.INVITE, key=public_id)
    try:
        actions.renew_invitation(by=doors.person(request), invitation=found)
    except actions.Spent:
        return redirect("employers:people", public_id)
    return redirect("employers:people", public_id)


def _member(employer: Employer, pk: int) -> Membership:
    return get_object_or_404(employer.memberships.current().select_related("employer"), pk=pk)


def _last_admin(request: HttpRequest, public_id: str) -> HttpResponse:
    return pages.done(
        request,
        title=_("Somebody has to administrate"),
        text=_("This is the only person with the role Administration. Give the role to somebody else first."),
        links=[(reverse("employers:people", args=[public_id]), _("People"))],
        status=409,
    )

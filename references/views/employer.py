"""What was said in the employer's name, for those who answer for it."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext

from accounts import throttle
from accounts.decorators import second_factor_required
from network.employers.doors import person
from network.employers.models import Membership
from network.employers.viewer import Viewer, viewer_with
from network.ui import pages
from references import actions, throttles
from references.forms import ObjectForm, WithdrawForm
from references.models import Objection, Reference
from references.statements import in_the_name_of, name_of

PER_PAGE = 20


def speaker(request: HttpRequest, public_id: str) -> tuple[Membership, Viewer]:
    """A current admin or referee of the employer, and what that person may see of workers, in one query. Everybody else gets 404."""
    user = person(request)
    members = list(user.memberships.current().select_related("employer__place", "employer__parent__place"))
    for member in members:
        if member.employer.public_id == public_id and (member.is_admin or member.is_referee):
            return member, viewer_with(user.pk, members)
    raise Http404


@second_factor_required
def of_employer(request: HttpRequest, public_id: str) -> HttpResponse:
    member, viewer = speaker(request, public_id)
    found = Reference.objects.of_employer(member.employer).told_to(viewer).what_changed(viewer)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = in_the_name_of(list(page.object_list), person(request), viewer, admin=member.is_admin)
    back = reverse("employers:area", args=[public_id])
    context = {"employer": member.employer, "rows": rows, "page": page, "back": back}
    return render(request, "references/of_employer.html", context)


@second_factor_required
def withdraw(request: HttpRequest, public_id: str, reference_id: str) -> HttpResponse:
    member, viewer = speaker(request, public_id)
    found = Reference.objects.of_employer(member.employer).valid().select_related("employer", "profile")
    reference = get_object_or_404(found, public_id=reference_id)
    back = reverse("references:of_employer", args=[public_id])
    form = WithdrawForm(pages.posted(request))
    if request.method == "POST":
        throttle.require(request, throttles.WITHDRAW, key=reference.public_id)
        if form.is_valid():
            actions.withdraw(by=person(request), reference=reference, **form.cleaned_data)
            return redirect(back)
    return pages.confirm(
        request,
        title=pgettext("to employer", "Withdraw this statement?"),
        text=pgettext("to employer", "%(who)s. Nobody can read it any more, and you cannot take this back.")
        % {"who": name_of(reference, person(request), viewer)},
        button=pgettext("to employer", "Withdraw statement"),
        back=back,
        form=form,
    )


@second_factor_required
def object_to(request: HttpRequest, public_id: str, reference_id: str) -> HttpResponse:
    """Nobody there said this: for the administration of that very firm. Once; afterwards the list says how it stands."""
    member, viewer = speaker(request, public_id)
    if not member.is_admin:
        raise Http404
    known = Reference.objects.of_employer(member.employer).standing().told_to(viewer)
    found = known.exclude(referee_user=person(request)).select_related("employer", "profile")
    reference = get_object_or_404(found, public_id=reference_id)
    back = reverse("references:of_employer", args=[public_id])
    if Objection.objects.filter(reference=reference).exists():
        return redirect(back)
    form = ObjectForm(pages.posted(request))
    if request.method == "POST":
        throttle.require(request, throttles.OBJECT, key=public_id)
        if form.is_valid():
            actions.object_to_statement(by=person(request), reference=reference, **form.cleaned_data)
            return redirect(back)
    return pages.confirm(
        request,
        title=pgettext("to employer", "Has nobody at your firm said this?"),
        text=pgettext("to employer", "It is about: %(who)s.") % {"who": name_of(reference, person(request), viewer)},
        button=pgettext("to employer", "Object and let the desk decide"),
        back=back,
        template="references/object.html",
        form=form,
    )

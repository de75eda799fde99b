"""What holders of a paper and referees open: the check page and the referee's own link."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts import throttle
from accounts.mail import link
from network.employers.viewer import viewer_of
from network.profiles import passes, readers
from network.ui import pages
from references import actions, links, throttles
from references.audit_one import payload_problem
from references.cases import at_desk
from references.changes import ended
from references.correcting import Hindrance, has_mailbox, hindrance
from references.doors import person, unknown
from references.forms import WithdrawForm
from references.knowing import of_reference
from references.models import Reference, Withdrawal
from references.presenters import Sheet, sheets
from references.readable import readable
from references.views import closed, corrected


@login_not_required
@never_cache
@require_safe
def verify(request: HttpRequest, public_id: str) -> HttpResponse:
    """The stored words, checked now. 404 while the worker does not show it to this reader, and for employers she hides from (law 4).

    The name stands here as the worker shows it on her page; the signed words hold it in full.
    """
    reference, sheet, name = _readable(request, public_id)
    whole, beside = not payload_problem(reference), _beside(request, reference)
    return _shown(request, "references/verify.html", sheet=sheet, name=name, whole=whole, **beside)


@login_not_required
@never_cache
@require_safe
def how(request: HttpRequest, public_id: str) -> HttpResponse:
    """All that stands behind a word nobody has withdrawn, in plain words. For the same readers as the check page."""
    reference, sheet, name = _readable(request, public_id)
    if sheet.withdrawn or payload_problem(reference):
        return redirect("references:verify", public_id)
    knowing = of_reference(reference, sheet, name)
    return _shown(request, "references/how.html", sheet=sheet, name=name, knowing=knowing)


def _readable(request: HttpRequest, public_id: str) -> tuple[Reference, Sheet, str]:
    found = readable(viewer_of(request.user), public_id, request.GET.get(passes.NAME, ""))
    return found.reference, found.sheet, found.name


def _beside(request: HttpRequest, reference: Reference) -> dict[str, str]:
    """Where the same reader reads the newer one, and the older: both are readable, each within its own readers."""
    viewer = viewer_of(request.user)
    newer = reference.correction.new if hasattr(reference, "correction") else None
    older = reference.corrects.old if hasattr(reference, "corrects") else None
    profile = reference.profile

    def address(other: Reference | None) -> str:
        if other is None or profile is None or not (other.shown and other.payload):
            return ""
        read = readers.reads(viewer, profile, other.key_of_item, other.audience)
        return reverse("references:verify", args=[other.public_id]) if read else ""

    return {"newer": address(newer), "older": address(older)}


def _shown(request: HttpRequest, template: str, **context: object) -> HttpResponse:
    response = render(request, template, context)
    response["X-Robots-Tag"] = "noindex, noarchive"
    return response


@login_not_required
@never_cache
def manage(request: HttpRequest, token: str) -> HttpResponse:
    """The referee reads the own words, corrects them, withdraws them."""
    reference = links.find_managed(token)
    if reference is None:
        return unknown(request)
    if closed.is_about(request, reference):
        return closed.own_words(request)
    form = WithdrawForm(pages.posted(request))
    if request.method == "POST":
        throttle.require(request, throttles.WITHDRAW, key=reference.public_id)
        if form.is_valid():
            actions.withdraw(by=None, reference=reference, **form.cleaned_data)
            return redirect("references:manage", token)
    (sheet,) = sheets([reference])
    if sheet.withdrawn:
        return pages.done(request, title=pgettext("to referee", "The reference is withdrawn"), text=_over(reference))
    context = {"sheet": sheet, "form": form, "desk": at_desk(reference), **_ways(request, reference, token)}
    return render(request, "references/manage.html", context)


def _ways(request: HttpRequest, reference: Reference, token: str) -> dict[str, Any]:
    """Whether it can be corrected from here, and if not why."""
    why = hindrance(person(request), reference)
    closed_for = why is not None and why is not Hindrance.SIGN_IN
    return {
        "token": token,
        "signed": "signed" in request.GET,
        "cannot": corrected.words(reference, why) if why and closed_for else None,
        "begun": reference.corrections_begun.open().exists(),
        "only_here": "" if has_mailbox(reference) else link(reverse("references:manage", args=[token])),
    }


def _over(reference: Reference) -> str:
    """Who has withdrawn it. The reason of the desk is for both sides; the others' is for the worker alone."""
    words = pgettext(
        "to referee", "Nobody can read it any more. Whoever checks the paper sees only who withdrew it, and when."
    )
    said = [ended(reference), words]
    if reference.withdrawal.who == Withdrawal.Who.DESK:
        said.append(pgettext("to referee", "The reason: %(reason)s") % {"reason": reference.withdrawal.reason})
    return "\n".join(said)

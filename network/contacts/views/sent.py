"""A recruiter reads what became of the offers of the own employer."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import User
from network.contacts.models import Offer
from network.contacts.presenters import facts, state_for_employer
from network.employers.models import Employer
from network.employers.viewer import viewer_of
from network.profiles.models import Profile
from network.ui import pages
from network.ui.templatetags.ui import day as day_words

PER_PAGE = 20


@require_safe
def offers(request: HttpRequest, employer_id: str) -> HttpResponse:
    """All offers in the name of this employer, newest first."""
    employer = _employer(request, employer_id)
    sent = Offer.objects.read_by(_user(request).pk, employer).select_related("place")
    page = Paginator(sent, PER_PAGE).get_page(request.GET.get("page"))
    lines = [(each, state_for_employer(each)) for each in page]
    context = {
        "employer": employer,
        "lines": lines,
        "page": page,
        "back": reverse("employers:area", args=[employer_id]),
    }
    return render(request, "contacts/sent.html", context)


@require_safe
def offer(request: HttpRequest, employer_id: str, public_id: str) -> HttpResponse:
    """One offer. Name and number stand here after a yes, and only then."""
    employer = _employer(request, employer_id)
    found = _offer(request, employer, public_id)
    openable = Profile.objects.openable_by(viewer_of(request.user))
    context = {
        "employer": employer,
        "offer": found,
        "facts": facts(found),
        "state": state_for_employer(found),
        "said_yes": found.state == Offer.State.YES,
        "profile": openable.filter(pk=found.profile_id).first() if found.profile_id else None,
        "back": reverse("contacts:sent", args=[employer_id]),
    }
    return render(request, "contacts/sent_offer.html", context)


@require_safe
def done(request: HttpRequest, employer_id: str, public_id: str) -> HttpResponse:
    """What happens next; opened again after an answer it leads to the answer."""
    found = _offer(request, _employer(request, employer_id), public_id)
    if not found.is_open:
        return redirect("contacts:sent_offer", employer_id, public_id)
    text = _("The person has got a mail and can answer until %(day)s. You get a mail as soon as there is an answer.")
    links = [
        (reverse("contacts:sent_offer", args=[employer_id, public_id]), _("Your offer and the answer")),
        (reverse("search:search"), _("Find more people")),
    ]
    words = text % {"day": day_words(found.expires_at)}
    return pages.done(request, title=_("Your offer is sent"), text=words, links=links)


def _employer(request: HttpRequest, employer_id: str) -> Employer:
    """Only recruiters of this employer; everybody else sees what nobody sees."""
    recruits = _user(request).memberships.current().filter(is_recruiter=True).select_related("employer")
    return get_object_or_404(recruits, employer__public_id=employer_id).employer


def _offer(request: HttpRequest, employer: Employer, public_id: str) -> Offer:
    sent = Offer.objects.read_by(_user(request).pk, employer)
    return get_object_or_404(sent.with_facts(), public_id=public_id)


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise Http404
    return request.user

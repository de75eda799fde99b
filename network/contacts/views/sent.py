"""A recruiter reads what became of the offers of the own employer."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from network.contacts import following, rules
from network.contacts.histories import history, places_words, state_for_employer
from network.contacts.models import Offer
from network.contacts.presenters import facts
from network.employers.models import Employer
from network.employers.stopped import says_why
from network.employers.viewer import viewer_of
from network.profiles.models import Profile
from network.ui import pages
from network.ui.templatetags.ui import day as day_words

PER_PAGE = 20


@says_why
@require_safe
def offers(request: HttpRequest, employer_id: str) -> HttpResponse:
    """All offers in the name of this employer, newest first."""
    employer = _employer(request, employer_id)
    sent = Offer.objects.read_by(_user(request).pk, employer).select_related("place")
    page = Paginator(sent, PER_PAGE).get_page(request.GET.get("page"))
    lines = [(each, state_for_employer(each)) for each in page]
    context = {
        "employer": employer,
        "places": places_words(rules.places(employer)),
        "lines": lines,
        "page": page,
        "back": reverse("employers:area", args=[employer_id]),
    }
    return render(request, "contacts/sent.html", context)


@says_why
@require_safe
def offer(request: HttpRequest, employer_id: str, public_id: str) -> HttpResponse:
    """One offer. Name and number stand here after a yes, and only then; and one click says what became of it."""
    employer = _employer(request, employer_id)
    found = _offer(request, employer, public_id)
    openable = Profile.objects.openable_by(viewer_of(request.user))
    context = {
        "employer": employer,
        "offer": found,
        "facts": facts(found),
        "state": state_for_employer(found),
        "said_yes": found.state == Offer.State.YES,
        "words": rules.words_left(found),
        "history": history(found),
        "profile": openable.filter(pk=found.profile_id).first() if found.profile_id else None,
        "back": reverse("contacts:sent", args=[employer_id]),
    }
    return render(request, "contacts/sent_offer.html", context)


@says_why
@require_safe
def done(request: HttpRequest, employer_id: str, public_id: str) -> HttpResponse:
    """What happens next; opened again after an answer it leads to the answer."""
    found = _offer(request, _employer(request, employer_id), public_id)
    if not found.is_open:
        return redirect("contacts:sent_offer", employer_id, public_id)
    text = _("The person has got a mail and can answer until %(day)s. You get a mail as soon as there is an answer.")
    links = [
        (reverse("contacts:sent_offer", args=[employer_id, public_id]), _("Your offer and the answer")),
        (_alike(found), _("Find more people")),
    ]
    words = text % {"day": day_words(found.expires_at)}
    return pages.done(request, title=_("Your offer is sent"), text=words, links=links)


@says_why
@require_POST
def tell(request: HttpRequest, employer_id: str, public_id: str) -> HttpResponse:
    """What became of a yes. A second click says nothing twice; the page shows what was said."""
    employer = _employer(request, employer_id)
    found = _offer(request, employer, public_id)
    following.tell(by=_user(request), employer=employer, offer=found, word=request.POST.get("word", ""))
    return redirect("contacts:sent_offer", employer_id, public_id)


def _alike(offer: Offer) -> str:
    """The search for others of this occupation around the work, so that a second offer begins with hits."""
    person = offer.profile
    if person is None or person.occupation is None:
        return reverse("search:search")
    said = {"postcode": offer.place.postcode, "occupation": person.occupation.slug}
    return f"{reverse('search:search')}?{urlencode(said)}"


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

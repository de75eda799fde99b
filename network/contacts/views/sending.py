"""A recruiter makes an offer: the facts, the check, the sending."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import throttle
from accounts.models import User
from network.contacts import actions, drafts, rules
from network.contacts.forms import OfferForm
from network.contacts.histories import places_words
from network.contacts.models import Offer
from network.contacts.presenters import check_rows, hindrance_words
from network.contacts.written import written
from network.employers.models import Membership
from network.employers.stopped import says_why
from network.employers.viewer import viewer_of
from network.profiles.models import Profile
from network.profiles.presenters import looks_for
from network.ui import pages

SENDING = throttle.Limit("offer", "20/d")


@says_why
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, handle: str) -> HttpResponse:
    """All mandatory facts on one page. What was typed comes back from the check page."""
    user, profile = _sender_and_person(request, handle)
    members = rules.recruiting(user)
    free = [member for member in members if not rules.hindrance(member.employer, profile)]
    if not free:
        return _hindered(request, members[0], profile)
    draft = drafts.kept(request, handle)
    firm = free[0].employer if len(free) == 1 else None  # who recruits for several chooses one below
    earlier = Offer.objects.filter(sent_by=user, employer=firm).with_facts().first() if firm else None
    begun = {"contact_name": free[0].name, "place": firm.place if firm else None}
    initial = {**written(earlier), "text": ""} if earlier else begun
    form = OfferForm(request.POST or draft, members=free, initial=initial)
    if request.method == "POST" and form.is_valid():
        drafts.keep(request, handle, list(form.fields))
        return redirect("contacts:check", handle)
    back = reverse("profiles:page", args=[handle])
    looks = looks_for(profile, timezone.localdate())
    context: dict[str, Any] = {"profile": profile, "looks": looks, "back": back, "button": _("Continue")}
    context["earlier"] = earlier and not form.is_bound
    if firm:
        context["places"] = places_words(rules.places(firm))
    return pages.ask(request, form, title=_("Make an offer"), template="contacts/offer_form.html", **context)


@says_why
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, handle: str) -> HttpResponse:
    """Everything once more; the POST sends. A second click finds the offer that the first one has sent."""
    user, profile = _sender_and_person(request, handle)
    members = rules.recruiting(user)
    form = OfferForm(drafts.kept(request, handle), members=members)
    if not form.is_valid():
        return _already_sent(members, profile) or redirect("contacts:new", handle)
    if request.method == "POST":
        return _send(request, user, profile, form)
    change = reverse("contacts:new", args=[handle])
    rows = check_rows(form.sender(), form.facts(), change)
    context: dict[str, Any] = {"back": change, "button": _("Send the offer")}
    return pages.check(request, title=_("Check your offer"), rows=rows, template="contacts/offer_check.html", **context)


def _send(request: HttpRequest, user: User, profile: Profile, form: OfferForm) -> HttpResponse:
    throttle.require(request, SENDING, key=str(user.pk))
    employer = form.sender()
    try:
        offer = actions.send(by=user, employer=employer, profile=profile, facts=form.facts())
    except actions.NotAllowed:
        raise Http404 from None
    except actions.Hindered:
        return redirect("contacts:new", profile.handle)
    drafts.drop(request, profile.handle)
    return redirect("contacts:sent_done", employer.public_id, offer.public_id)


def _sender_and_person(request: HttpRequest, handle: str) -> tuple[User, Profile]:
    """Whoever may not make an offer to this person sees what nobody sees: 404."""
    user = request.user
    if not isinstance(user, User):
        raise Http404
    people = rules.offerable(viewer_of(user)).select_related("occupation", "place")
    return user, get_object_or_404(people, handle=handle)


def _already_sent(members: Sequence[Membership], profile: Profile) -> HttpResponse | None:
    """The page of the offer that is under way, if there is one."""
    for member in members:
        sent = Offer.objects.read_by(member.user_id, member.employer)
        if offer := sent.open().filter(profile=profile).first():
            return redirect("contacts:sent_done", member.employer.public_id, offer.public_id)
    return None


def _hindered(request: HttpRequest, member: Membership, profile: Profile) -> HttpResponse:
    """A page of its own: not being allowed is no mistake in a field."""
    reason = rules.hindrance(member.employer, profile)
    if reason is None:  # the way became free between two questions
        return redirect("contacts:new", profile.handle)
    title, text = hindrance_words(reason, member.employer)
    links = [
        (reverse("contacts:sent", args=[member.employer.public_id]), _("Your offers")),
        (reverse("search:search"), _("Find people")),
    ]
    return pages.done(request, title=title, text=text, links=links)

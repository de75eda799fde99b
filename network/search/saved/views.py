"""A recruiter saves a search, reads, renews and ends the own ones; and ends one by the link in a mail."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts import throttle
from network.employers.doors import person
from network.employers.stopped import says_why
from network.employers.viewer import viewer_with
from network.search.criteria import Criteria
from network.search.models import SavedSearch
from network.search.saved import actions, links, reading, rules
from network.search.saved.forms import SaveForm
from network.search.shortlist.rules import keeps_list, memberships
from network.ui import pages

SAVING = throttle.Limit("search-save", "60/h")
BY_MAIL = throttle.Limit("search-mail-link", "60/h")


@says_why
@require_http_methods(["GET", "HEAD", "POST"])
def save(request: HttpRequest) -> HttpResponse:
    """The search stands in the address, as on its own page; the rhythm is asked."""
    user = person(request)
    every = memberships(user)
    members = [member for member in every if keeps_list(member)]
    if not members:
        raise Http404
    wanted = reading.criteria_of(viewer_with(user.pk, every), request.GET.urlencode())
    if wanted is None:
        return redirect(f"{reverse('search:search')}?{request.GET.urlencode()}")  # it says what it does not understand
    form = SaveForm(pages.posted(request), members=members, initial={"rhythm": SavedSearch.Rhythm.WEEKLY})
    if request.method == "POST":
        throttle.require(request, SAVING, key=str(user.pk))
        if form.is_valid():
            return _saved(request, form, wanted)
    context = {"wanted": wanted, "months": rules.MONTHS, "back": wanted.address(), "button": _("Save the search")}
    title = _("A mail when somebody new fits")
    return pages.ask(request, form, title=title, template="search/saved/save.html", **context)


def _saved(request: HttpRequest, form: SaveForm, wanted: Criteria) -> HttpResponse:
    links_on = [(reverse("search:saved"), _("Your saved searches"))]
    try:
        rhythm = form.cleaned_data["rhythm"]
        actions.keep(by=person(request), employer=form.chosen(), wanted=wanted, rhythm=rhythm)
    except actions.NotAllowed:
        raise Http404 from None
    except actions.Enough:
        text = _("You have %(most)d saved searches, and that is the most. End one that you no longer need.")
        links_on.append((wanted.address(), _("Back to this search")))
        return pages.done(
            request, title=_("You have enough searches"), text=text % {"most": rules.MOST}, links=links_on
        )
    return redirect("search:saved")


@never_cache
@require_safe
def saved(request: HttpRequest) -> HttpResponse:
    """The own ones. Which of them rest, because the firm is not checked or the person recruits there no more, stands with them."""
    found = SavedSearch.objects.of(person(request)).select_related("employer", "place")
    alive = {(each.employer_id) for each in memberships(person(request)) if keeps_list(each)}
    lines = [(each, each.employer_id not in alive) for each in found]
    context = {"lines": lines, "months": rules.MONTHS, "most": rules.MOST, "back": reverse("home:me")}
    return render(request, "search/saved/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, public_id: str) -> HttpResponse:
    """Renew or end it."""
    user = person(request)
    search = get_object_or_404(SavedSearch.objects.of(user).select_related("employer", "place"), public_id=public_id)
    if request.method == "POST":
        if request.POST.get("do") == "renew":
            actions.renew(by=user, search=search)
        elif request.POST.get("do") == "end":
            actions.end(by=user, search=search)
        return redirect("search:saved")
    address = f"{reverse('search:search')}?{search.query}"
    context = {"search": search, "address": address, "months": rules.MONTHS, "back": reverse("search:saved")}
    return render(request, "search/saved/one.html", context)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def by_mail(request: HttpRequest, token: str) -> HttpResponse:
    """Opening shows, a button ends (law 8). Who holds the link has opened the mailbox."""
    public_id = links.read(token)
    if public_id is None:
        raise Http404
    search = SavedSearch.objects.filter(public_id=public_id, ends_on__gt=timezone.localdate()).first()
    if request.method == "POST":
        throttle.require(request, BY_MAIL)
        if search:
            actions.end(by=None, search=search)
        return redirect(request.path)  # the page says what has become of it, also after a second click
    if search is None:
        onward = [(reverse("search:saved"), _("Your saved searches")), (reverse("search:search"), _("Find people"))]
        text = _("You get no more mails about this search. You can save it again at any time.")
        return pages.done(request, title=_("This search has ended"), text=text, links=onward)
    return render(request, "search/saved/end.html", {"search": search})

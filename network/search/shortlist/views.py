"""The list of a firm, for its recruiters while it is checked; and what firms have noted, for the worker to read."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts import throttle
from accounts.returns import safe_next
from network.employers.doors import person
from network.employers.models import Employer
from network.employers.stopped import says_why
from network.employers.viewer import Viewer, viewer_of, viewer_with
from network.profiles import listing
from network.profiles.actions import note_looks
from network.profiles.models import Look, Profile
from network.profiles.registry import names_given
from network.search.models import Shortlisted
from network.search.shortlist import actions, presenters, rules
from network.search.shortlist.forms import NoteForm
from network.ui import pages

WRITING = throttle.Limit("shortlist", "300/d")


@says_why
@require_safe
def choose(request: HttpRequest, handle: str) -> HttpResponse:
    """From a page to the list of the firm; who recruits for several chooses one."""
    user = person(request)
    members = [member for member in rules.memberships(user) if rules.keeps_list(member)]
    get_object_or_404(rules.listable(viewer_of(user)), handle=handle)
    if not members:
        raise Http404
    after = urlencode({"next": back}) if (back := safe_next(request, "")) else ""
    links = [
        (f"{reverse('search:note', args=[each.employer.public_id, handle])}{after and '?'}{after}", each.employer.name)
        for each in members
    ]
    if len(links) == 1:
        return redirect(links[0][0])
    text = _("You recruit for several employers. Each has a list of its own.")
    return pages.done(request, title=_("On whose list?"), text=text, links=links)


@says_why
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, employer_id: str, handle: str) -> HttpResponse:
    """Put somebody on the list, change the note, take off. Opening it changes nothing. Who came from a search goes back to it."""
    employer, viewer = _team(request, employer_id)
    profile = get_object_or_404(rules.listable(viewer).select_related("occupation", "place"), handle=handle)
    entry = Shortlisted.objects.of(employer).filter(profile=profile).first()
    form = NoteForm(pages.posted(request), initial={"note": entry.note if entry else ""})
    if request.method == "POST":
        throttle.require(request, WRITING, key=str(employer.pk))
        if request.POST.get("do") == "take-off":
            actions.take_off(by=person(request), employer=employer, profile=profile)
            return redirect("search:shortlist", employer_id)
        if form.is_valid():
            return _put(request, employer, profile, form.cleaned_data["note"])
    context = {"entry": entry, "profile": profile, "months": rules.MONTHS, "employer": employer}
    title = _("The note about this person") if entry else _("Put this person on your list")
    button = _("Save") if entry else _("Put on the list")
    back = safe_next(request, reverse("profiles:page", args=[handle]))
    template = "search/shortlist/note.html"
    return pages.ask(request, form, title=title, template=template, button=button, back=back, **context)


def _put(request: HttpRequest, employer: Employer, profile: Profile, words: str) -> HttpResponse:
    here = reverse("search:shortlist", args=[employer.public_id])
    try:
        actions.put(by=person(request), employer=employer, profile=profile, note=words)
    except actions.NotAllowed:
        raise Http404 from None
    except actions.Full:
        text = _(
            "There are %(most)d people on the list of %(employer)s, and that is the most. Take somebody off first."
        )
        words = text % {"most": rules.MOST, "employer": employer.name}
        return pages.done(request, title=_("The list is full"), text=words, links=[(here, _("To your list"))])
    return redirect(safe_next(request, here))


@says_why
@never_cache  # what is hidden is hidden at once (law 3)
@require_safe
def shortlist(request: HttpRequest, employer_id: str) -> HttpResponse:
    employer, viewer = _team(request, employer_id)
    entries = _entries(employer, viewer)
    people = listing.people([entry.profile_id for entry in entries])
    if request.method == "GET":  # asking for the head alone shows nobody
        note_looks(by=viewer, profiles=[each.profile for each in people.values()], where=Look.Where.LIST)
    lines = presenters.lines(entries, people, _names(viewer, employer, entries), viewer)
    back = reverse("employers:area", args=[employer_id])
    context = {"employer": employer, "lines": lines, "back": back, "months": rules.MONTHS, "most": rules.SIDE_BY_SIDE}
    return render(request, "search/shortlist/list.html", context)


@says_why
@never_cache
@require_safe
def compare(request: HttpRequest, employer_id: str) -> HttpResponse:
    """Up to four, by the same facts, in the order of the list."""
    employer, viewer = _team(request, employer_id)
    asked = set(request.GET.getlist("p"))
    here = reverse("search:shortlist", args=[employer_id])
    entries = [each for each in _entries(employer, viewer) if each.profile.handle in asked]
    if not entries or len(asked) > rules.SIDE_BY_SIDE:
        text = _("Tick 2 to 4 people on your list, then compare them.")
        return pages.done(
            request, title=_("Whom do you want to compare?"), text=text, links=[(here, _("To your list"))]
        )
    found = presenters.persons(entries, _names(viewer, employer, entries), on_paper=False)
    context = {"employer": employer, "people": found, "facts": presenters.side_by_side(found), "back": here}
    return render(request, "search/shortlist/compare.html", context)


@says_why
@never_cache
@require_safe
def paper(request: HttpRequest, employer_id: str) -> HttpResponse:
    """The list to print or to save as a PDF: without notes, without times of work, without names before a yes."""
    employer, viewer = _team(request, employer_id)
    entries = _entries(employer, viewer)
    people = presenters.persons(entries, _names(viewer, employer, entries), on_paper=True)
    back = reverse("search:shortlist", args=[employer_id])
    return render(request, "search/shortlist/paper.html", {"employer": employer, "people": people, "back": back})


@never_cache
@require_safe
def noted(request: HttpRequest) -> HttpResponse:
    """Which firms have the worker on a list, since when, until when, and what they have written."""
    entries = Shortlisted.objects.about(person(request))
    context = {"entries": entries, "months": rules.MONTHS, "back": reverse("profiles:looks")}
    return render(request, "search/shortlist/noted.html", context)


def _team(request: HttpRequest, employer_id: str) -> tuple[Employer, Viewer]:
    """The firm for which this person recruits, while it is checked; asked afresh at every click. Raises Http404."""
    members = rules.memberships(person(request))
    for member in members:
        if member.employer.public_id == employer_id and rules.keeps_list(member):
            return member.employer, viewer_with(member.user_id, members)
    raise Http404


def _entries(employer: Employer, viewer: Viewer) -> list[Shortlisted]:
    """What this member sees of the list, newest first, with the employer that was asked for."""
    found = list(Shortlisted.objects.shown_to(viewer, employer).select_related("profile").newest_first())
    for entry in found:
        entry.employer = employer
    return found


def _names(viewer: Viewer, employer: Employer, entries: list[Shortlisted]) -> dict[int, str]:
    """By id of the page, of those who gave their name to this firm with a yes."""
    ids = [entry.profile_id for entry in entries]
    return {pk: name for given in names_given for pk, name in given(viewer, employer, ids).items()}

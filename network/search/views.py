from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.employers.viewer import Viewer, viewer_of
from network.profiles.actions import note_looks
from network.profiles.models import Look
from network.search import hits, mapping
from network.search.conditions import HIRING
from network.search.criteria import Criteria
from network.search.facets import facets
from network.search.forms import SearchForm
from network.search.presenters import cards, chips
from network.ui.pages import page_number

Answer = Callable[[HttpRequest, Viewer, Criteria], HttpResponse]


def _of_the_address(answer: Answer) -> Callable[[HttpRequest], HttpResponse]:
    """The whole question stands in the address, so it can be kept, shared and printed."""

    @login_not_required
    @never_cache  # what is hidden is hidden at once (law 3)
    @require_safe
    @wraps(answer)
    def view(request: HttpRequest) -> HttpResponse:
        viewer = viewer_of(request.user)
        if not SearchForm.asked(request.GET):
            return render(request, "search/start.html", {"form": SearchForm(viewer), "viewer": viewer})
        form = SearchForm(viewer, request.GET)
        if not form.is_valid():
            without = _without_hiring(request, form)
            return render(request, "search/asked.html", {"form": form, "viewer": viewer, "without": without})
        wanted = form.criteria()
        if _typed_in_other_words(request, wanted):
            return redirect(wanted.address(**({"page": request.GET["page"]} if request.GET.get("page") else {})))
        return answer(request, viewer, wanted)

    return view


@_of_the_address
def search(request: HttpRequest, viewer: Viewer, wanted: Criteria) -> HttpResponse:
    """Those who fit, or what would bring somebody, or that the page does not exist."""
    number = page_number(request.GET.get("page", ""))
    found = hits.find(viewer, wanted, number) if number else hits.Found([], None)
    context = _context(viewer, wanted)
    if found.total is None:
        return render(request, "search/no_page.html", {**context, "page": request.GET["page"][:20]}, status=404)
    if not found.total:
        wider, loosened = hits.loosen(viewer, wanted)
        more = {"wider": wider, "loosened": loosened, "next_step": bool(wider or loosened)}
        return render(request, "search/nobody.html", {**context, **more})
    if request.method == "GET":  # asking for the head alone shows nobody
        note_looks(by=viewer, profiles=[hit.profile for hit in found.hits], where=Look.Where.LIST)
    page = Paginator(range(found.total), hits.PER_PAGE).get_page(number)
    people = cards(found.hits, viewer)
    return render(request, "search/found.html", {**context, "cards": people, "total": found.total, "page": page})


@_of_the_address
def narrow(request: HttpRequest, viewer: Viewer, wanted: Criteria) -> HttpResponse:
    """How many there would be with one condition more, or further away."""
    return render(request, "search/narrow.html", {**_context(viewer, wanted), "facets": facets(viewer, wanted)})


@_of_the_address
def as_map(request: HttpRequest, viewer: Viewer, wanted: Criteria) -> HttpResponse:
    """Where those who fit live."""
    return render(request, "search/map.html", {**_context(viewer, wanted), "region": mapping.region(viewer, wanted)})


def _context(viewer: Viewer, wanted: Criteria) -> dict[str, object]:
    form = SearchForm.understood(viewer, wanted)
    return {"form": form, "wanted": wanted, "viewer": viewer, "chips": chips(wanted)}


def _typed_in_other_words(request: HttpRequest, wanted: Criteria) -> bool:
    """True where words were typed ("Altenpflegerin", "fuerth") or ticks came in another order: the address to share says it in one way."""
    said = [(name, value) for name, values in request.GET.lists() for value in values if value and name in _TELLING]
    return sorted(said) != sorted(pair for pair in wanted.parameters() if pair[0] in _TELLING)


# What can be said in more ways than one. The others are lists, of which each entry says itself.
_TELLING = ("postcode", "occupation", "qualification", "language", "speak", "start", "hours")


def _without_hiring(request: HttpRequest, form: SearchForm) -> str:
    """The same address without what this reader cannot search by; empty where there is nothing of it."""
    query = request.GET.copy()
    hidden = [name for name in HIRING if name not in form.fields and query.pop(name, [""])[0]]
    return f"{request.path}?{query.urlencode()}" if hidden else ""

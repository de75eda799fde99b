import re

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.employers.viewer import viewer_of
from network.profiles.actions import note_looks
from network.profiles.models import Look
from network.search import hits
from network.search.criteria import Criteria
from network.search.forms import NOT_YET, SearchForm, with_usual_radius
from network.search.presenters import card


@login_not_required
@never_cache  # what is hidden is hidden at once (law 3)
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The whole question stands in the address, so it can be kept, shared and printed."""
    if not SearchForm.asked(request.GET):
        return render(request, "search/start.html", {"form": SearchForm(), "viewer": viewer_of(request.user)})
    form = SearchForm(with_usual_radius(request.GET))
    if not form.is_valid():
        return render(request, "search/asked.html", {"form": form, "without": _without_not_yet(request)})
    wanted = form.criteria()
    if _typed_in_other_words(request, wanted):
        return redirect(wanted.address(**({"page": request.GET["page"]} if request.GET.get("page") else {})))
    return _answer(request, form, wanted)


def _answer(request: HttpRequest, form: SearchForm, wanted: Criteria) -> HttpResponse:
    """Those who fit, or where the next ones are, or that the page does not exist."""
    viewer = viewer_of(request.user)
    number = _page_number(request.GET.get("page", ""))
    found = hits.find(viewer, wanted, number) if number else hits.Found([], None)
    context = {"form": form.understood(wanted), "wanted": wanted, "viewer": viewer}
    if found.total is None:
        return render(request, "search/no_page.html", {**context, "page": request.GET["page"][:20]}, status=404)
    if not found.total:
        wider = hits.wider(viewer, wanted)
        return render(request, "search/nobody.html", {**context, "wider": wider, "next_step": bool(wider)})
    note_looks(by=viewer, profiles=[hit.profile for hit in found.hits], where=Look.Where.LIST)
    page = Paginator(range(found.total), hits.PER_PAGE).get_page(number)
    cards = [card(hit, viewer) for hit in found.hits]
    return render(request, "search/found.html", {**context, "cards": cards, "total": found.total, "page": page})


def _page_number(text: str) -> int:
    """0 where the text is no page number at all. Seven digits are more pages than there are people."""
    return int(text or 1) if re.fullmatch(r"[1-9]\d{0,6}|", text, re.ASCII) else 0


def _typed_in_other_words(request: HttpRequest, wanted: Criteria) -> bool:
    """True where words were typed ("Altenpflegerin", "fuerth"): the address to share says it in one way."""
    said = wanted.parameters()
    return any(request.GET.get(name, "") != said.get(name, "") for name in ("postcode", "occupation"))


def _without_not_yet(request: HttpRequest) -> str:
    """The same address without the conditions this page cannot hold; empty where there are none."""
    query = request.GET.copy()
    taken = [query.pop(name) for name in NOT_YET if name in query]
    return f"{request.path}?{query.urlencode()}" if taken else ""

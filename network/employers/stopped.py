"""What a recruiter meets whose firm lost its check, or who recruits there no more, at the next click: why, in plain words.

The page has the status of one that does not exist, like everything that somebody may not see (law 9). It says nothing about workers: it
is the same whether the address leads to somebody or not.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from network.employers.doors import moved_to, person
from network.employers.models import Membership
from network.ui import pages

P = ParamSpec("P")


def says_why(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """For pages of recruiters. Costs nothing where the page exists."""
    return _instead(view, _moved, _why)


def leads_on(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """For other pages of an employer that mails name: members find them at the firm that the old name belongs to now."""
    return _instead(view, _moved)


def _instead(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
    *others: Callable[[HttpRequest, str], HttpResponse | None],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """What does not exist for this reader is answered by the first of these pages that has something to say."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            employer_id = str(kwargs.get("employer_id", ""))
            for page in others:
                if said := page(request, employer_id):
                    return said
            raise

    return guarded  # type: ignore[return-value]


def _moved(request: HttpRequest, employer_id: str) -> HttpResponse | None:
    """The same page at the firm of today. None for who belongs to no such firm, and for what is sent: that was meant for another page."""
    new = moved_to(request, employer_id) if employer_id and request.method in ("GET", "HEAD") else None
    there = request.get_full_path().replace(f"/employer/{employer_id}/", f"/employer/{new}/", 1)
    return redirect(there) if new else None


def _why(request: HttpRequest, employer_id: str) -> HttpResponse | None:
    """None for who recruits where the address leads, and for whom it never did: to them the page just does not exist."""
    mine = person(request).memberships.select_related("employer").order_by("-since", "-pk")
    members = list(mine.filter(employer__public_id=employer_id) if employer_id else mine.filter(is_recruiter=True))
    recruits = [each for each in members if each.is_recruiter and each.until is None]
    if not members or any(each.employer.is_checked for each in recruits):
        return None
    return _unchecked(request, recruits[0]) if recruits else _left(request, members[0])


def _unchecked(request: HttpRequest, member: Membership) -> HttpResponse:
    text = _(
        "%(employer)s is not checked now. Until it is, nobody can search, keep a list or make offers for it, and its saved searches rest."
        " Whoever has an open offer from it reads so. Answers that came before stay with your offers."
    )
    links = [
        (reverse("contacts:sent", args=[member.employer.public_id]), _("Your offers")),
        (reverse("employers:area", args=[member.employer.public_id]), member.employer.name),
    ]
    words = text % {"employer": member.employer.name}
    return pages.done(request, title=_("This rests"), text=words, links=links, status=404)


def _left(request: HttpRequest, member: Membership) -> HttpResponse:
    text = _(
        "You do not look for people for %(employer)s, or not any more. Its lists and offers stay with those who do."
    )
    words = text % {"employer": member.employer.name}
    return pages.done(
        request, title=_("This is over"), text=words, links=[(reverse("home:me"), _("My area"))], status=404
    )

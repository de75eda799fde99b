"""Whose words a page is about, and who is at it: the holder of a mailbox with its link, or somebody signed in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache

from accounts import throttle
from accounts.models import User
from network.employers.doors import person
from network.ui import pages
from references import doors
from references.managing import erasing, links, throttles
from references.models import Witness
from references.querysets import ReferenceQuerySet
from references.querysets_asked import VoiceQuerySet, WitnessQuerySet
from references.voices.links import given_by

Rest = ParamSpec("Rest")


@dataclass(frozen=True)
class Hand:
    by: User | None  # None: came by a link to the mailbox
    references: ReferenceQuerySet
    witnesses: WitnessQuerySet
    voices: VoiceQuerySet
    home: str  # address of the list; all others begin with it

    def reference_url(self, public_id: str) -> str:
        return f"{self.home}reference/{public_id}/"

    def witness_url(self, public_id: str) -> str:
        return f"{self.home}witness/{public_id}/"

    def voice_url(self, public_id: str) -> str:
        """Voices have a page of their own for who is signed in."""
        return reverse("references:voice_given", args=[public_id]) if self.by else f"{self.home}voice/{public_id}/"


View = Callable[Concatenate[HttpRequest, Hand, Rest], HttpResponse]


def by_link(view: View[Rest]) -> Callable[..., HttpResponse]:
    """For the holder of a mailbox, with the secret of its mail."""

    @login_not_required
    @never_cache
    @wraps(view)
    def wrapped(request: HttpRequest, token: str, *args: Rest.args, **rest: Rest.kwargs) -> HttpResponse:
        link = links.find(token)
        if link is None:
            return doors.unknown(request)
        if links.is_old(link):
            return too_old(request)
        mailbox = link.mailbox_hash
        hand = Hand(
            None,
            links.signed_from(mailbox),
            links.confirmed_from(mailbox),
            links.voices_from(mailbox),
            reverse("references:managing_all", args=[token]),
        )
        _count(request, mailbox)
        return view(request, hand, *args, **rest)

    return wrapped


def by_account(view: View[Rest]) -> Callable[..., HttpResponse]:
    """For who is signed in."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Rest.args, **rest: Rest.kwargs) -> HttpResponse:
        user = person(request)
        own = Witness.objects.answered().filter(user=user)
        hand = Hand(user, erasing.signed_by(user), own, given_by(user), reverse("references:signed"))
        _count(request, str(user.pk))
        return view(request, hand, *args, **rest)

    return wrapped


def _count(request: HttpRequest, key: str) -> None:
    if request.method == "POST":
        throttle.require(request, throttles.ACT, key=key)


def too_old(request: HttpRequest) -> HttpResponse:
    """Nothing is kept that a new link could be sent to: the mailbox is typed once more."""
    return pages.done(
        request,
        title=pgettext("to referee", "This link is too old"),
        text=pgettext("to referee", "It was good for one day. Let us send you a new one."),
        links=[(reverse("references:managing"), pgettext("to referee", "Ask for a new link"))],
    )

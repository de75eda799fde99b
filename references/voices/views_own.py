"""Who spoke reads the own words and takes them back: with the link of the mail, or with the account."""

from django.contrib.auth.decorators import login_not_required, login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache

from accounts import throttle
from accounts.mail import link
from network.profiles.presenters import shown_name
from network.ui import pages
from references.doors import unknown
from references.models import Voice
from references.said.links import find_own
from references.said.rules import has_taken_back
from references.voices import ending, links, presenters, rows, throttles


@login_not_required
@never_cache
def own(request: HttpRequest, token: str) -> HttpResponse:
    """Who spoke reads the own words, and takes them back."""
    voice = find_own(Voice, token)
    if voice is None:
        return unknown(request)
    return _own(request, voice, by_mail=bool(voice.mailbox_hash))


@login_required
@never_cache
def given(request: HttpRequest) -> HttpResponse:
    """What a signed-in person has said about others."""
    found = rows.given_rows(links.given_by(request.user))  # type: ignore[arg-type]  # the door lets in nobody else
    return render(request, "references/voices/given.html", {"rows": found, "back": reverse("home:me")})


@login_required
@never_cache
def given_one(request: HttpRequest, public_id: str) -> HttpResponse:
    """The same page as behind the own link, for who was signed in."""
    voice = get_object_or_404(links.given_by(request.user), public_id=public_id)  # type: ignore[arg-type]
    if request.method == "POST":
        throttle.require(request, throttles.WITHDRAW, key=voice.public_id)
        ending.withdraw(voice=voice)
        return redirect("references:voices_given")
    return _own(request, voice, by_mail=True)


def _own(request: HttpRequest, voice: Voice, *, by_mail: bool) -> HttpResponse:
    if request.method == "POST":
        throttle.require(request, throttles.WITHDRAW, key=voice.public_id)
        ending.withdraw(voice=voice)
        return redirect(request.path)
    if has_taken_back(voice):
        return _taken_back(request, voice)
    (shown,) = presenters.shown([voice])
    context = {
        "voice": shown,
        "name": shown_name(voice.profile),
        "thanks": "thanks" in request.GET,
        "by_mail": by_mail,
        "only_here": "" if by_mail or voice.user_id else link(request.path),
        "gone": voice.instead,
    }
    return render(request, "references/voices/own.html", context)


def _taken_back(request: HttpRequest, voice: Voice) -> HttpResponse:
    gone = pgettext("to witness", "Nobody can read it any more, and we have deleted your name.")
    if reason := voice.context.get("reason"):
        title = pgettext("to witness", "Our desk has ended it")
        return pages.done(request, title=title, text=f"{gone}\n{reason}")
    return pages.done(request, title=pgettext("to witness", "You have taken it back"), text=gone)

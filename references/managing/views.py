"""The list of one's own words, one of them, and what can be done with it."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts import throttle
from network.desk import pressing
from network.profiles.presenters import shown_name
from network.ui import pages
from references import actions, doors, throttles
from references.forms import WithdrawForm
from references.links import find_managed
from references.managing import erasing, presenters
from references.managing.hands import Hand
from references.models import Reference
from references.payload import can_lose_name, is_name_erased
from references.presenters import sheets
from references.voices import ending
from references.voices import presenters as voices
from references.witness import answering
from references.witness import presenters as witness

PER_PAGE = 20
LAST = "managed"  # in the session: what was taken away last


@require_safe
def everything(request: HttpRequest, hand: Hand) -> HttpResponse:
    page = Paginator(hand.references.select_related("withdrawal"), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "references": presenters.reference_rows(page.object_list, hand),
        "witnesses": presenters.witness_rows(hand.witnesses.with_about(), hand) if page.number == 1 else [],
        "voices": presenters.voice_rows(hand.voices, hand) if page.number == 1 else [],
        "page": page,
        "done": next((each for each in ("erased", "deleted", "gone") if each in request.GET), ""),
        "by_link": hand.by is None,
        "back": "" if hand.by is None else reverse("home:me"),
    }
    return render(request, "references/managing/everything.html", context)


@require_safe
def reference(request: HttpRequest, hand: Hand, public_id: str) -> HttpResponse:
    """To read; what can be done stands below."""
    found = _find(hand, public_id)
    (sheet,) = sheets([found])
    context = {
        "sheet": sheet,
        "erased": is_name_erased(found),
        "told": pressing.of(found.key_of_item, pressing.Kind.PRESSED),
        "here": hand.reference_url(public_id),
        "back": hand.home,
    }
    return render(request, "references/managing/reference.html", context)


def withdraw(request: HttpRequest, hand: Hand, public_id: str) -> HttpResponse:
    found, here = _find(hand, public_id), hand.reference_url(public_id)
    form = WithdrawForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        actions.withdraw(by=hand.by, reference=found, **form.cleaned_data)
        return redirect(here)
    return pages.confirm(
        request,
        title=pgettext("to referee", "Withdraw the reference?"),
        text=pgettext("to referee", "Nobody can read it any more. You cannot take this back."),
        button=pgettext("to referee", "Withdraw now"),
        back=here,
        form=form,
    )


def pressed(request: HttpRequest, hand: Hand, public_id: str) -> HttpResponse:
    """To the desk alone; the worker and the firm never learn of it."""
    found = _find(hand, public_id)
    if found.profile is None:
        return redirect(hand.home)
    return pressing.page(
        request,
        by=hand.by,
        kind=pressing.Kind.PRESSED,
        subject=found.key_of_item,
        profile=found.profile,
        employer=found.employer,
        title=pgettext("to referee", "Were you pressed to sign this?"),
        back=hand.reference_url(public_id),
    )


def name(request: HttpRequest, hand: Hand, public_id: str) -> HttpResponse:
    """What happens when the name goes; then it goes. A second click finds the list, where it says so."""
    if request.method == "POST" and _was_last(request, public_id):
        return redirect(hand.home)
    found = _find(hand, public_id)
    if request.method == "POST":
        done = "erased" if can_lose_name(found) else "deleted"
        erasing.erase_name(by=hand.by, reference=found)
        request.session[LAST] = public_id
        return redirect(f"{hand.home}?{done}")
    here = hand.reference_url(public_id)
    return redirect(here) if is_name_erased(found) else ask_for_name(request, found, hand, here)


@login_not_required
@never_cache
def name_by_copy(request: HttpRequest, token: str) -> HttpResponse:
    """The same with the link of the copy, which does not end."""
    found = find_managed(token)
    if found is None:
        return doors.unknown(request)
    here = reverse("references:manage", args=[token])
    if request.method == "POST":
        throttle.require(request, throttles.WITHDRAW, key=found.public_id)
        whole = not can_lose_name(found)
        erasing.erase_name(by=None, reference=found)
        return _words_are_gone(request) if whole else redirect(here)
    return redirect(here) if is_name_erased(found) else ask_for_name(request, found, None, here)


def _words_are_gone(request: HttpRequest) -> HttpResponse:
    """Its link leads nowhere any more, so this answer stands for itself."""
    return pages.done(
        request,
        title=pgettext("to referee", "The reference is deleted"),
        text=pgettext("to referee", "With it your name and every sentence are gone."),
    )


def ask_for_name(request: HttpRequest, found: Reference, hand: Hand | None, back: str) -> HttpResponse:
    whole = not can_lose_name(found)
    return pages.confirm(
        request,
        title=pgettext("to referee", "Delete the whole reference?")
        if whole
        else pgettext("to referee", "Have your name deleted?"),
        text=pgettext("to referee", "This is what happens then:"),
        button=pgettext("to referee", "Delete the reference") if whole else pgettext("to referee", "Delete my name"),
        back=back,
        template="references/managing/name.html",
        lines=presenters.consequences(found, hand),
    )


def confirmed(request: HttpRequest, hand: Hand, public_id: str) -> HttpResponse:
    """What a witness stands for; taken back, name and words are gone at once."""
    if request.method == "POST" and _was_last(request, public_id):
        return redirect(f"{hand.home}?gone")
    found = get_object_or_404(hand.witnesses.with_about(), public_id=public_id)
    if request.method == "POST":
        answering.withdraw(witness=found)
        request.session[LAST] = public_id
        return redirect(f"{hand.home}?gone")
    context = {
        "lines": witness.lines(found.context),
        "stand": witness.stand(found),
        "name": shown_name(found.profile),
        "back": hand.home,
    }
    return render(request, "references/managing/witness.html", context)


def voice(request: HttpRequest, hand: Hand, public_id: str) -> HttpResponse:
    """What a colleague or customer said; taken back, name and words are gone at once."""
    if request.method == "POST" and _was_last(request, public_id):
        return redirect(f"{hand.home}?gone")
    found = get_object_or_404(hand.voices, public_id=public_id)
    if request.method == "POST":
        ending.withdraw(voice=found)
        request.session[LAST] = public_id
        return redirect(f"{hand.home}?gone")
    (shown,) = voices.shown([found])
    context = {"voice": shown, "name": shown_name(found.profile), "gone": found.instead, "back": hand.home}
    return render(request, "references/voices/own.html", context)


def _was_last(request: HttpRequest, public_id: str) -> bool:
    """The second click on what this browser has just taken away: it is not found any more, and no error."""
    return request.session.get(LAST) == public_id


def _find(hand: Hand, public_id: str) -> Reference:
    known = hand.references.select_related("withdrawal", "employer", "profile", "key")
    return get_object_or_404(known, public_id=public_id)

"""Is this still right? And which mails come by themselves: in the own area, and by the link in a mail."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import throttle
from network.profiles import actions, mail_links, presenters, throttles
from network.profiles.forms_mails import MailsForm
from network.profiles.mail_links import Kind, Link
from network.profiles.models import Profile
from network.profiles.views import WorkerRequest, with_profile
from network.profiles.views_public import HIDDEN
from network.ui import pages


@with_profile
def mails(request: WorkerRequest, profile: Profile) -> HttpResponse:
    wanted = {"yearly": profile.yearly, "reminders": profile.reminders}
    form = MailsForm(pages.posted(request), initial=wanted)
    if request.method == "POST" and form.is_valid():
        actions.choose_mails(by=request.user, profile=profile, **form.cleaned_data)
        return redirect("profiles:mine")
    hint = _("Without your asking we write only these two mails.")
    title = _("Which mails do you want?")
    return pages.ask(request, form, title=title, hint=hint, button=_("Save"), back=reverse("profiles:mine"))


@with_profile
def still_right(request: WorkerRequest, profile: Profile) -> HttpResponse:
    if request.method == "POST":
        actions.say_still_right(by=request.user, profile=profile)
        return redirect("profiles:mine")
    return _ask(request, profile, back=reverse("profiles:mine"))


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def by_mail(request: HttpRequest, token: str) -> HttpResponse:
    """Opening shows, a button acts (law 8). Who holds the link has opened the mailbox."""
    found = mail_links.read(token)
    if found is None:
        raise Http404
    if request.method == "POST":
        throttle.require(request, throttles.MAIL_LINK)
    response = _by_link(request, found)
    response["X-Robots-Tag"] = HIDDEN
    return response


def _by_link(request: HttpRequest, found: Link) -> HttpResponse:
    profile = Profile.objects.reached_by(found.handle)
    if profile is None or not found.fits(profile):
        return _too_old(request, found)
    if request.method == "POST":
        _act(request.POST.get("do", ""), profile, found)
        return redirect(request.path)  # the page says what has become of it, also after a second click
    if not getattr(profile, found.kind):
        return _ended(request)
    return _yearly(request, profile, found) if found.kind == Kind.YEARLY else _reminders(request)


def _act(do: str, profile: Profile, found: Link) -> None:
    if do == "end":
        actions.end_mails(by=profile.user, profile=profile, kind=found.kind)
    elif do == "right" and found.kind == Kind.YEARLY:
        actions.say_still_right(by=profile.user, profile=profile)


def _yearly(request: HttpRequest, profile: Profile, found: Link) -> HttpResponse:
    if profile.checked_at and profile.checked_at >= found.signed_at:
        text = _("It says on your page that you looked through it this month. In a year we ask again.")
        return pages.done(request, title=_("Thank you, noted"), text=text, links=_onward())
    return _ask(request, profile, by_mail=True)


def _ask(request: HttpRequest, profile: Profile, *, by_mail: bool = False, **context: object) -> HttpResponse:
    papers = [str(paper.kind) for paper in profile.qualifications.select_related("kind").order_by("pk")]
    rows = presenters.summary(profile, papers, timezone.localdate(), by_mail=by_mail)
    title, hint = _("Is this still right?"), _("This is what stands on your page and behind it.")
    around: dict[str, Any] = {"template": "profiles/still_right.html", "by_mail": by_mail, **context}
    return pages.check(request, title=title, hint=hint, rows=rows, **around)


def _reminders(request: HttpRequest) -> HttpResponse:
    return render(request, "profiles/end_mails.html", {"title": _("No more mails about certificates that run out?")})


def _ended(request: HttpRequest) -> HttpResponse:
    text = _("You can switch them on again in your area, under “Mails from us”.")
    return pages.done(request, title=_("You get no more of these mails"), text=text, links=_onward())


def _onward() -> list[tuple[str, str]]:
    return [(reverse("profiles:mine"), _("Your page")), (reverse("profiles:mails"), _("Mails from us"))]


def _too_old(request: HttpRequest, found: Link) -> HttpResponse:
    """The same for a page that is gone: whoever closed the account finds nothing behind the sign-in either."""
    there = reverse("profiles:still_right" if found.kind == Kind.YEARLY else "profiles:mails")
    sign_in = f"{reverse('account_login')}?{urlencode({'next': there})}"
    return render(
        request, "profiles/old_mail.html", {"title": _("This link is too old"), "sign_in": sign_in}, status=410
    )

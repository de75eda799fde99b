"""The worker's own phone takes over a page that was begun at the desk."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import throttle
from accounts.models import User
from network.desk import helping
from network.desk.forms_takeover import TakeoverForm
from network.desk.models import SetUp
from network.profiles import actions as profiles
from network.profiles.models import Profile
from network.profiles.naming import first_name
from network.profiles.rules import is_blank
from network.profiles.views_check import rows_of
from network.ui import pages
from network.ui.digits import brought
from network.ui.pages import Row

TRIES = throttle.Limit("takeover", "30/h")
GRANT = "takeover"  # in the session: the secret of this phone


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def digits(request: HttpRequest) -> HttpResponse:
    """Six digits, typed or brought along by the square. Opening the page spends nothing."""
    form = TakeoverForm(pages.posted(request), initial=brought(request))
    if request.method == "POST":
        throttle.require(request, TRIES)
        if form.is_valid() and (secret := helping.redeem(code=form.cleaned_data["code"])):
            request.session[GRANT] = secret
            return redirect("desk:takeover_page")
        if not form.errors:
            form.add_error("code", _("These digits are not right, or they are too old. Let the desk show you new ones"))
    title = pgettext("to worker", "Take over your page")
    return pages.ask(request, form, title=title, template="desk/takeover.html")


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """What will be the worker's; taking it needs an account and one press."""
    secret = request.session.get(GRANT, "")
    set_up = SetUp.objects.granted(helping.hash_of(secret)).select_related("profile").first()
    if set_up is None or set_up.profile is None:
        return _nothing(request)
    user = request.user
    if not isinstance(user, User):
        return _who_are_you(request, set_up.profile)
    if set_up.by_id == user.pk:
        return _your_own_help(request)
    if request.method == "POST":
        return _take(request, user, secret)
    return _is_it_yours(request, user, set_up.profile)


def _take(request: HttpRequest, user: User, secret: str) -> HttpResponse:
    try:
        helping.take_over(by=user, secret=secret)
    except profiles.HasPage:
        return redirect("desk:takeover_page")
    except (helping.Over, PermissionDenied):
        return _nothing(request)
    del request.session[GRANT]
    return redirect("profiles:check")


def _is_it_yours(request: HttpRequest, user: User, draft: Profile) -> HttpResponse:
    own = Profile.objects.of(user)
    if own and not is_blank(own):
        return _has_page(request)
    found = Profile.objects.filter(pk=draft.pk).whole()
    rows = [Row(row.label, row.value) for row in rows_of(found)] if found else []
    return pages.check(
        request,
        title=pgettext("to worker", "Is this your page?"),
        hint=pgettext("to worker", "It belongs to you then, and the desk no longer sees it. You can change all of it."),
        rows=rows,
        caption=user.email,
        button=pgettext("to worker", "This is mine"),
    )


def _who_are_you(request: HttpRequest, draft: Profile) -> HttpResponse:
    onward = urlencode({"next": reverse("desk:takeover_page")})
    context = {
        "name": first_name(draft.name),
        "sign_up": f"{reverse('account_signup')}?{onward}",
        "sign_in": f"{reverse('account_login')}?{onward}",
    }
    return render(request, "desk/takeover_who.html", context)


def _has_page(request: HttpRequest) -> HttpResponse:
    text = pgettext(
        "to worker",
        "Your page stays as it is. The page from the desk is thrown away there.\n"
        "You can add to your own page what is missing. The person at the desk helps you with it.",
    )
    links = [(reverse("profiles:mine"), _("To your page"))]
    return pages.done(request, title=pgettext("to worker", "You have a page already"), text=text, links=links)


def _your_own_help(request: HttpRequest) -> HttpResponse:
    text = _("You helped with this page. Only the person can take it over, on the own phone and with an own account.")
    return pages.done(request, title=_("This page is not yours"), text=text, links=[(reverse("desk:help"), _("Back"))])


def _nothing(request: HttpRequest) -> HttpResponse:
    """After a second press, with old digits, or when somebody was faster."""
    user = request.user
    if isinstance(user, User) and Profile.objects.of(user):
        links = [(reverse("profiles:mine"), _("To your page"))]
    else:
        links = [(reverse("desk:takeover"), pgettext("to worker", "Type new digits"))]
    text = pgettext(
        "to worker", "The page was taken over already, or the digits are too old. Let the desk show you new ones."
    )
    title = pgettext("to worker", "Here is nothing to take over")
    return pages.done(request, title=title, text=text, links=links, status=410)

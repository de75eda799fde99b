"""Our own account pages. Those of allauth are in entrance.py."""

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest as AnyRequest
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts import actions, codes, confirming, exporting, forms, mfa, presenters, rules, throttle
from accounts.models import User
from accounts.returns import safe_next

SEND_CODE = throttle.Limit("confirm-code", "3/m,15/d")
EXPORT = throttle.Limit("export", "2/m,10/d")
WRONG = {
    codes.Result.WRONG: pgettext_lazy("account", "This code is not right. Type the 6 digits again"),
    codes.Result.EXPIRED: gettext_lazy("This code is too old. Let us send a new one"),
    codes.Result.TOO_MANY: gettext_lazy("That was tried too often. Let us send a new code"),
}


class HttpRequest(AnyRequest):
    """Behind LoginRequiredMiddleware somebody is always signed in."""

    user: User


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/overview.html", {"tasks": presenters.rows(request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Is it you? One button sends the digits; nothing is sent by opening the page."""
    onward = urlencode({"next": safe_next(request, reverse("accounts:overview"))})
    if mfa.has_app(request.user):
        return redirect(f"{reverse('mfa_reauthenticate')}?{onward}")
    if request.method == "POST":
        throttle.require(request, SEND_CODE, str(request.user.pk))
        actions.send_confirm_code(by=request.user)
        return redirect(f"{reverse('accounts:confirm_code')}?{onward}")
    passkey = f"{reverse('mfa_reauthenticate_webauthn')}?{onward}" if mfa.has_passkey(request.user) else ""
    return render(request, "accounts/confirm.html", {"passkey": passkey})


@require_http_methods(["GET", "HEAD", "POST"])
def confirm_code(request: HttpRequest) -> HttpResponse:
    default = reverse("accounts:overview")
    again = f"{reverse('accounts:confirm')}?{urlencode({'next': safe_next(request, default)})}"
    if mfa.has_app(request.user):
        return redirect(again)
    form = forms.ConfirmForm(request.POST or None)
    if form.is_valid():
        user, code = request.user, form.cleaned_data["code"]
        result = codes.redeem(purpose=actions.CONFIRM, subject=str(user.pk), email=user.email, code=code)
        if result is codes.Result.OK:
            return confirming.remember(request, user) or redirect(default)
        form.add_error("code", WRONG[result])
    return render(request, "accounts/confirm_code.html", {"form": form, "again": again})


@require_safe
def second_factor(request: HttpRequest) -> HttpResponse:
    onward = safe_next(request, reverse("accounts:overview"))
    if not rules.lacks_second_factor(request.user):
        return redirect(onward)
    request.session["after_app"] = onward  # shown as the next step once the app is set up
    return render(request, "accounts/second_factor.html")


@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    if request.method != "POST":
        return render(request, "accounts/export.html", {"back": reverse("accounts:overview")})
    throttle.require(request, EXPORT, str(request.user.pk))
    name = f"handschlag-{timezone.localdate():%Y-%m-%d}.zip"
    answer = StreamingHttpResponse(
        exporting.archive(request.user, get_language() or settings.LANGUAGE_CODE), content_type="application/zip"
    )
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest) -> HttpResponse:
    """Only after confirming again: accounts.confirming.SENSITIVE names this page."""
    if request.method == "POST":
        try:
            actions.close(by=request.user, wished=request.POST.getlist("wish"))
        except actions.NotYet:
            return redirect("accounts:close")  # the page lists what comes first
        logout(request)
        return redirect("accounts:closed")
    obstacles = rules.obstacles(request.user)
    wishes = {} if obstacles else rules.wishes(request.user)
    context = {"obstacles": obstacles, "wishes": wishes, "back": reverse("accounts:overview")}
    return render(request, "accounts/close.html", context)


@login_not_required
@require_safe
def closed(request: AnyRequest) -> HttpResponse:
    text = _("Your data is deleted. A mail tells you so; after that we no longer know your address.")
    links = [("/", _("To the start page"))]
    return render(request, "layouts/done.html", {"title": _("The account is closed"), "text": text, "links": links})

"""Six digits from the other screen, typed or brought along by the square."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import throttle
from network.employers.viewer import viewer_of
from network.ui import pages
from network.ui.digits import brought
from references.doors import person
from references.handshake import actions, throttles
from references.handshake.forms import DigitsForm


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """POST spends the digits, and leads to the pages of the mail route. What is wrong, old, used or hidden looks the same."""
    form = DigitsForm(pages.posted(request), initial=brought(request))
    if request.method == "POST":
        throttle.require(request, throttles.TYPE)
        if form.is_valid():
            try:
                token = actions.enter(
                    by=person(request),
                    viewer=viewer_of(request.user),
                    code=form.cleaned_data["code"],
                    browser=request.COOKIES.get(settings.CSRF_COOKIE_NAME, ""),
                )
                if token:
                    return redirect("references:start", token)
                form.add_error("code", _wrong())
            except actions.OwnDigits:
                form.add_error("code", _own_digits())
    title = pgettext("to referee", "Give your word in the same room")
    return pages.ask(request, form, title=title, template="references/handshake/enter.html")


def _wrong() -> str:
    return pgettext(
        "to referee", "These are not the digits, or they are used or older than 10 minutes. Let them be shown anew."
    )


def _own_digits() -> str:
    return pgettext("to worker", "These are your own digits. Your boss types them, on another phone.")

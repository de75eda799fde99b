"""Six digits from the other screen, typed or brought along by the square."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network.employers.viewer import viewer_of
from references.doors import person
from references.handshake import actions, throttles
from references.views import digits


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """POST spends the digits, and leads to the pages of the mail route."""
    browser = request.COOKIES.get(settings.CSRF_COOKIE_NAME, "")

    def opened(code: str) -> str | None:
        return actions.enter(by=person(request), viewer=viewer_of(request.user), code=code, browser=browser)

    return digits.page(
        request,
        enter=opened,
        limit=throttles.TYPE,
        home="references:start",
        title=pgettext("to referee", "Give your word in the same room"),
        hint=pgettext("to referee", "Then you read what it is about. Nothing is signed yet."),
        template="references/handshake/enter.html",
    )

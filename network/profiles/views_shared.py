"""What the holder of a share link opens."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.ids import hash_token
from network.employers.viewer import viewer_of
from network.profiles import actions
from network.profiles.models import Profile
from network.profiles.sight import Sight
from network.profiles.views_public import HIDDEN, show
from network.ui import pages


@login_not_required
@never_cache
@require_safe
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """Exactly what the link names, whatever the page itself shows. Blocked firms get what a wrong address gets (law 4).

    Noting that it was opened is one of the two writes of a GET (docs/decisions/0023).
    """
    viewer = viewer_of(request.user)
    profile = Profile.objects.shared_by(hash_token(token), viewer).with_papers()
    if profile is None:
        raise Http404
    share, ends = profile.shared_id, profile.shared_expires_at
    if profile.shared_ended_at or ends <= timezone.now():
        return _over(request)
    if request.method == "GET" and profile.user_id != viewer.user_id and not profile.shared_noted:
        actions.note_opening(by=None, share=share)
    sight = Sight(viewer, items=frozenset(profile.shared_items), share=share)
    bar = "profiles/shares_bar.html"
    return _private(show(request, profile, sight, bar=bar, ends=ends, own=profile.user_id == viewer.user_id))


def _over(request: HttpRequest) -> HttpResponse:
    """Only the worker can make a new link (law 8), and the page names nobody."""
    return _private(
        pages.done(
            request,
            title=_("This link has ended"),
            text=_("Ask the person who gave it to you for a new one."),
            status=410,
        )
    )


def _private(response: HttpResponse) -> HttpResponse:
    """The address is the secret: no index, and no Referer names it. "no-referrer" would make browsers spoil the forms."""
    response["X-Robots-Tag"] = HIDDEN
    response["Referrer-Policy"] = "strict-origin"
    return response

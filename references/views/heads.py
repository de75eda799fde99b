"""The signed end of the ledger, for everybody."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from references import heads
from references.models import SignedHead, SigningKey


@login_not_required
@require_safe
@cache_control(public=True, max_age=300)
def head(request: HttpRequest) -> HttpResponse:
    """The newest one. It names nobody: a number of lines, a hash, a signature."""
    newest = SignedHead.objects.first()
    if newest is None:
        return JsonResponse({"payload": None}, status=404)
    return JsonResponse(heads.as_json(newest, SigningKey.objects.get(kid=newest.kid)))

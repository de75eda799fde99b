from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from accounts import rules
from accounts.models import User

P = ParamSpec("P")


def second_factor_required(
    view: Callable[Concatenate[Any, P], HttpResponseBase],
) -> Callable[Concatenate[Any, P], HttpResponseBase]:
    """For pages of the desk and of employer admins: first the authenticator app, then the page."""

    @wraps(view)
    def guarded(request: Any, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if isinstance(request.user, User) and rules.lacks_second_factor(request.user):
            back = request.get_full_path() if request.method == "GET" else request.path
            return redirect(f"{reverse('accounts:second_factor')}?{urlencode({'next': back})}")
        return view(request, *args, **kwargs)

    return guarded

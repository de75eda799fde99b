"""Whole requests, from the WSGI door to the last byte: the search, and beside it the same page from constants.

The constant page goes through the same middleware for the same person and renders the same template with the same context, taken once
from a real answer. What is left between the two is the question to the database and what the cards are made of.
"""

import json
import sys
import time
from datetime import timedelta
from io import BytesIO
from statistics import median
from typing import Any
from unittest import mock

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import Client
from django.urls import include, path
from django.utils import timezone
from django.views.decorators.cache import never_cache

from bench.search.questions import fixed
from network.search import views

KEPT: dict[str, tuple[str, dict[str, Any]]] = {}


@login_not_required
@never_cache
def constant(request: HttpRequest, name: str) -> HttpResponse:
    template, context = KEPT[name]
    return render(request, template, context)


urlpatterns = [path("constant/<name>/", constant), path("", include("network.urls"))]


def recruiter() -> str:
    """The session of a recruiter of a checked employer, from whom three people hide."""
    from accounts.models import User
    from network.employers.models import Employer, Membership
    from network.places.models import Place
    from network.profiles.models import Block, Profile

    user, made = User.objects.get_or_create(email="recruiter@bench.invalid", defaults={"is_demo": True})
    if made:
        place = Place.objects.get(postcode="90762")
        firm = Employer.objects.create(
            name="Bench",
            key="bench",
            place=place,
            checked_until=timezone.localdate() + timedelta(days=365),
            is_demo=True,
        )
        Membership.objects.create(employer=firm, user=user, is_recruiter=True)
        Block.objects.bulk_create(Block(profile=each, employer=firm) for each in Profile.objects.order_by("pk")[:3])
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def keep(session: str) -> dict[str, str]:
    """The address of each list, its page remembered for the constant one."""
    addresses = {}
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    for asked in fixed():
        if asked.facet:
            continue
        address = asked.wanted.address(**({"page": str(asked.page)} if asked.page > 1 else {}))
        with mock.patch.object(views, "render", wraps=render) as drawn:
            answer = client.get(address)
        assert answer.status_code == 200, (asked.name, answer.status_code)
        KEPT[asked.name] = drawn.call_args.args[1:3]
        addresses[asked.name] = address
    return addresses


def environ(address: str, session: str) -> dict[str, Any]:
    path_info, _, query = address.partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path_info,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_COOKIE": f"{settings.SESSION_COOKIE_NAME}={session}",
        "wsgi.input": BytesIO(),
        "wsgi.url_scheme": "http",
        "wsgi.errors": sys.stderr,
    }


def house() -> WSGIHandler:
    """All of the house, and the constant pages beside it."""
    settings.ROOT_URLCONF, settings.ALLOWED_HOSTS = "bench.search.pages", ["*"]
    return get_wsgi_application()


def main(rounds: int) -> None:
    application, session = house(), recruiter()
    told = {}
    for name, address in keep(session).items():
        pair: dict[str, list[float]] = {address: [], f"/constant/{name}/": []}
        for number in range(rounds + 5):
            for each, took in pair.items():
                begin = time.perf_counter()
                answer = application(environ(each, session), lambda *_said: None)
                body = b"".join(answer)
                if number >= 5:
                    took.append((time.perf_counter() - begin) * 1000)
                assert b"<h1" in body
                assert b"</html>" in body
        told[name] = [median(took) for took in pair.values()]
    print(json.dumps(told))


if __name__ == "__main__":
    from bench.search import pages  # the module that the addresses name, not this second copy of it

    pages.main(int(sys.argv[1]))

"""Limits become a page, and hold for all processes."""

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from allauth.core.exceptions import RateLimited
from django.conf import settings
from django.core.management import call_command
from django.urls import reverse

from accounts import throttle
from tests.accounts.helpers import last_code

LIMIT = throttle.Limit("test", "2/m")


def test_limit_counts_per_address_and_per_key(rf):
    here, there = rf.post("/", REMOTE_ADDR="192.0.2.1"), rf.post("/", REMOTE_ADDR="192.0.2.2")
    assert [throttle.allow(here, LIMIT) for _ in range(3)] == [True, True, False]
    assert throttle.allow(there, LIMIT)
    assert [throttle.allow(here, LIMIT, "a") for _ in range(3)] == [True, True, False]
    assert throttle.allow(here, LIMIT, "b")


def test_limit_counts_get_too_and_several_periods(rf):
    limit = throttle.Limit("both", "3/m,4/d")
    assert [throttle.allow(rf.get("/"), limit) for _ in range(4)] == [True, True, True, False]


@pytest.mark.parametrize("backend", ["locmem.LocMemCache", "db.DatabaseCache"])
@pytest.mark.django_db
def test_limit_holds_however_many_others_are_counted(rf, settings, backend):
    """A full cache drops entries: whoever comes from 300 addresses would begin anew with each of them."""
    made = {**settings.CACHES["default"], "BACKEND": f"django.core.cache.backends.{backend}"}
    settings.CACHES = {"default": made}
    if backend.startswith("db"):
        call_command("createcachetable", verbosity=0)
    limit = throttle.Limit("once", "1/d")
    assert throttle.allow(rf.post("/", REMOTE_ADDR="192.0.2.1"), limit)
    for number in range(400):
        throttle.allow(rf.post("/", REMOTE_ADDR=f"198.51.{number // 200}.{number % 200}"), limit)
    assert not throttle.allow(rf.post("/", REMOTE_ADDR="192.0.2.1"), limit)


def test_require_raises_over_the_limit(rf):
    for _ in range(2):
        throttle.require(rf.post("/"), LIMIT)
    with pytest.raises(throttle.TooMany) as over:
        throttle.require(rf.post("/"), LIMIT)
    assert 1 <= over.value.seconds <= 60


@pytest.fixture
def clock(monkeypatch):
    """Time stands still until a test moves it: clock.time += 10."""
    clock = SimpleNamespace(time=1_800_000_000.0)
    monkeypatch.setattr("time.time", lambda: clock.time)
    return clock


def used_up(rf, limit) -> int:
    """The seconds that the answer says."""
    with pytest.raises(throttle.TooMany) as over:
        throttle.require(rf.get("/"), limit)
    return over.value.seconds


def test_wait_is_the_true_time_until_the_next_use(rf, clock):
    """The oldest use leaves first; one second before, nothing goes, then one use and not two."""
    limit = throttle.Limit("day", "2/d")
    throttle.require(rf.get("/"), limit)
    clock.time += 3600.5
    throttle.require(rf.get("/"), limit)
    clock.time += 10
    waiting = used_up(rf, limit)
    assert waiting == 86400 - 3610
    clock.time += waiting - 1
    assert used_up(rf, limit) == 1
    clock.time += 1
    throttle.require(rf.get("/"), limit)
    assert used_up(rf, limit) == 3600


def test_wait_is_that_of_the_longest_period_without_room(rf, clock):
    limit = throttle.Limit("both", "2/m,3/d")
    for _ in range(2):
        throttle.require(rf.get("/"), limit)
    assert used_up(rf, limit) == 60
    clock.time += 60
    throttle.require(rf.get("/"), limit)
    assert used_up(rf, limit) == 86400 - 60


def test_wait_is_counted_per_key(rf, clock):
    assert throttle.allow(rf.get("/"), throttle.Limit("one", "1/h"), "a")
    assert throttle.seconds_until(rf.get("/"), throttle.Limit("one", "1/h"), "a") == 3600
    assert throttle.seconds_until(rf.get("/"), throttle.Limit("one", "1/h"), "b") == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "eine Minute"), (60, "eine Minute"), (61, "2 Minuten"), (7140, "119 Minuten"), (7141, "2 Stunden")],
)
def test_page_says_how_long_to_wait(client, fremder, seconds, words, monkeypatch):
    def over(*args: object) -> None:
        raise throttle.TooMany("test", seconds)

    monkeypatch.setattr("accounts.presenters.rows", over)
    client.force_login(fremder)
    answer = client.get(reverse("accounts:overview"))
    assert answer["Retry-After"] == str(seconds)
    assert words in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize("error", [throttle.TooMany("test", 60), RateLimited()], ids=["ours", "allauth"])
def test_over_the_limit_is_a_page_not_a_server_error(client, fremder, error, monkeypatch):
    """Trap: allauth's RateLimited comes up as HTTP 500 where nobody catches it."""

    def over(*args: object) -> None:
        raise error

    monkeypatch.setattr("accounts.presenters.rows", over)
    client.force_login(fremder)
    answer = client.get(reverse("accounts:overview"))
    assert answer.status_code == 429
    assert answer["Retry-After"] == "60"
    assert "429.html" in [template.name for template in answer.templates]


@pytest.mark.django_db
def test_asking_again_at_once_for_signup_digits_answers_429(client):
    client.post(reverse("account_signup"), {"email": "neu@example.org"})
    answer = client.post(reverse("account_email_verification_sent"), {"action": "resend"})
    assert answer.status_code == 429
    assert answer["Retry-After"]
    client.post(reverse("account_email_verification_sent"), {"code": last_code()})
    assert "_auth_user_id" in client.session


@pytest.mark.django_db
def test_login_codes_for_one_mailbox_are_limited(client_factory, fremder):
    answers = [client_factory().post(reverse("account_login"), {"login": fremder.email}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 200]
    assert answers[-1].context["form"].errors["login"]


@pytest.mark.django_db
def test_signups_from_one_address_are_limited(client_factory):
    answers = [client_factory().post(reverse("account_signup"), {"email": f"n{n}@example.org"}) for n in range(21)]
    assert (answers[19].status_code, answers[20].status_code) == (302, 429)


def test_limits_live_in_a_cache_that_processes_share(tmp_path):
    """Trap: LocMem counts per process, Dummy never. Only tests may have the one."""
    show = "from network import settings; print(settings.CACHES['default']['BACKEND'])"
    env = {**os.environ, "HANDSCHLAG_MODE": "demo", "HANDSCHLAG_DATA": str(tmp_path), "DATABASE_URL": ""}
    shown = subprocess.run(
        [sys.executable, "-c", show], env=env, cwd=settings.BASE_DIR, capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == "django.core.cache.backends.db.DatabaseCache"

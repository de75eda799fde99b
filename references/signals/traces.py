"""From where a step was taken, as keyed hashes for 30 days at most. No cookie is set for it: the one of the forms is there anyway."""

import ipaddress
from datetime import timedelta
from functools import partial

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from accounts.mailbox import domain_of
from network.profiles.models import Profile
from references.models import Trace
from references.signals import looking
from references.signals.hashes import family_hash, keyed

KEPT = timedelta(days=30)
V6_NETWORK = 64  # bits: what one household or firm gets
SIGNED = Trace.SIGNED


def of_worker(
    request: HttpRequest, *, subject: str, profile: Profile, mailbox: str = "", step: str = Trace.ASKED
) -> None:
    """Called by the views of POSTs, after the action: the worker asks, or takes over what a firm has written (SIGNED).

    `subject` as in Trace, `mailbox` is what was asked.
    """
    _note(request, subject, profile, Trace.WORKER, step, mailbox)


def of_other(request: HttpRequest, *, subject: str, profile: Profile, mailbox: str = "") -> None:
    """The other side has answered. `mailbox` is where it was asked."""
    _note(request, subject, profile, Trace.OTHER, Trace.SIGNED, mailbox)


def of_firm(request: HttpRequest, *, batch: str) -> None:
    """A firm sends invitations: whoever comes has no page yet, so nobody is named."""
    _note(request, f"batch:{batch}", None, Trace.OTHER, Trace.ASKED, getattr(request.user, "email", ""))


def _note(request: HttpRequest, subject: str, profile: Profile | None, side: str, step: str, mailbox: str) -> None:
    """A signature is then looked at in the background; nothing waits for it, and a failure there reaches nobody: the daily run makes up
    for it."""
    Trace.objects.create(
        subject=subject,
        profile=profile,
        side=side,
        step=step,
        device_hash=keyed("device", request.COOKIES.get(settings.CSRF_COOKIE_NAME, "")),
        network_hash=keyed("network", _network(get_adapter().get_client_ip(request))),
        family_hash=family_hash(mailbox),
    )
    if step == SIGNED:
        transaction.on_commit(partial(looking.start, subject, domain_of(mailbox)), robust=True)


def purge() -> int:
    """How many rows were too old."""
    return Trace.objects.filter(at__lte=timezone.now() - KEPT).delete()[0]


def _network(address: str) -> str:
    """IPv4 as it is, IPv6 by its network, "" for what is no address."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return ""
    return str(parsed) if parsed.version == 4 else str(ipaddress.ip_network((parsed, V6_NETWORK), strict=False))

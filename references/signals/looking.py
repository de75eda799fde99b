"""After an answer, in the background: what is unusual comes before the desk. It delays and blocks nothing (law 15).

A look that fails, or was never begun, is made up for by the daily run: the trace of the signature says whether it was looked at.
"""

import logging
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.background import task
from network.desk import cases
from network.desk.models import Case
from network.employers.models import Employer
from network.profiles.models import Profile
from network.profiles.months import month_of
from references.models import Reference, ReferenceRequest, Signal, Trace, Voice, Witness
from references.payload import said_in
from references.signals import evidence, finding, likeness, registered, whence
from references.signals.whence import Way

log = logging.getLogger("handschlag.signals")
SOON = timedelta(hours=1)  # a task of the background has run by then
LONG_AGO = timedelta(days=2 * 365)  # a time that began later is not older than a domain that is too young for it


@dataclass(frozen=True)
class Found:
    """What was unusual about one thing."""

    key: str  # as a case calls it
    profile: Profile
    kinds: list[str]
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)


def start(subject: str, domain: str) -> None:
    """Called after an answer was noted. The domain of the mailbox is compared now: afterwards nobody knows it any more."""
    if alike := _taken_for(subject, domain):
        Trace.objects.filter(subject=subject, step=Trace.SIGNED).update(taken_for=alike)
    look.enqueue(subject, registered.put_aside(domain))


@task()
def look(subject: str, aside: str = "") -> None:
    """Store what was found and open one case for all of it. What the desk has decided is not brought up again."""
    kind, _colon, name = subject.partition(":")
    found = LOOKS[kind](name, aside)
    with transaction.atomic():
        if found and found.kinds and not _is_decided(found.key):
            for each in found.kinds:
                facts = found.facts.get(each, {})
                Signal.objects.get_or_create(kind=each, subject=found.key, defaults={"facts": facts})
            cases.open_case(by=None, kind=Case.Kind.SIGNALS, subject=found.key, profile=found.profile)
        Trace.objects.filter(subject=subject, step=Trace.SIGNED, looked_at=None).update(looked_at=timezone.now())


def daily() -> int:
    """Looks at what nobody has looked at. One that fails again waits for tomorrow and holds up no other. How many were made up for."""
    missed = Trace.objects.filter(step=Trace.SIGNED, looked_at=None, at__lte=timezone.now() - SOON)
    done = 0
    for subject in dict.fromkeys(missed.values_list("subject", flat=True)):
        try:
            look.func(subject)
        except Exception as trouble:  # noqa: BLE001  whatever goes wrong with one, the others are looked at
            log.error("a look for what is unusual failed: %s", type(trouble).__name__)
        else:
            done += 1
    return done


def _reference(name: str, aside: str) -> Found | None:
    known = Reference.objects.valid().select_related(
        "profile__user", "employer", "request__invitation", "station__employer", "station__place", "station__occupation"
    )
    reference = known.filter(request__public_id=name).first()
    if reference is None or reference.profile is None:
        return None
    alike = Trace.objects.filter(subject=f"request:{name}").exclude(taken_for="").values_list("taken_for", flat=True)
    domain, day = alike.first() or "", _registered(reference, aside)
    kinds = finding.find(reference, domain, day)
    facts = {"alike-domain": {"domain": domain}, "young-domain": {"month": f"{day:%m/%Y}" if day else ""}}
    return Found(reference.key_of_item, reference.profile, kinds, facts)


def _voice(name: str, _aside: str) -> Found | None:
    voice = Voice.objects.answered().select_related("profile__user").filter(public_id=name).first()
    return _other(voice, f"voice:{name}") if voice else None


def _witness(name: str, _aside: str) -> Found | None:
    witness = Witness.objects.answered().select_related("profile__user").filter(public_id=name).first()
    return _other(witness, f"witness:{name}") if witness else None


def _other(said: Voice | Witness, subject: str) -> Found:
    """Not signed, so nothing but from where it came is compared."""
    way = Way(said.channel, said.created_at, said.closed_at, [subject])
    return Found(subject, said.profile, whence.find(whence.gather(said.profile, way)))


LOOKS = {"request": _reference, "voice": _voice, "witness": _witness}


def _is_decided(key: str) -> bool:
    return Case.objects.decided().about(key).filter(kind=Case.Kind.SIGNALS).exists()


def _registered(reference: Reference, aside: str) -> date | None:
    """Nobody is asked where the answer could not say anything: a time that began lately is no older than any domain."""
    domain = registered.taken_up(aside)
    first = said_in(reference)["station"]["first"]
    founded = reference.employer.founded_year if reference.employer else None
    begun = [month_of(first)] if first else []
    begun += [date(founded, 1, 1)] if founded else []
    return registered.since(domain) if begun and min(begun) < timezone.localdate() - LONG_AGO else None


def _taken_for(subject: str, domain: str) -> str:
    """The domain of a checked employer that this one is easily taken for, or "". Two queries, one row after the other, in a fixed order."""
    kind, _colon, name = subject.partition(":")
    if kind != "request" or not domain:
        return ""
    asked = ReferenceRequest.objects.filter(public_id=name).select_related("station__employer").first()
    if asked is None or (asked.station.employer and domain == asked.station.employer.domain):
        return ""
    checked = Employer.objects.filter(checked_until__gte=timezone.localdate()).exclude(domain="")
    looks = {domain[:1], likeness.skeleton(domain)[:1]}
    near = checked.filter(name=evidence.name_of(asked.station))
    for first in sorted(looks):
        near |= checked.filter(domain__startswith=first)
    rows = near.order_by("domain", "pk").values_list("domain", flat=True)
    return next((str(each) for each in rows.iterator() if likeness.domains_alike(domain, each)), "")

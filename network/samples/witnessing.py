"""Who stands for a sample: copies that a room above writes here when the worker releases them, so that pages ask for nothing more.

A witness stands for the words she has seen (contexts.py). Where they have changed since, the copy stays and is not shown.
"""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from django.db import transaction
from django.utils.translation import npgettext, pgettext

from network.profiles.models import Station
from network.samples.contexts import context_of, digest
from network.samples.models import WorkSample


class Copy(TypedDict):
    id: str
    who: str  # the name as its owner wants it shown
    role: str  # boss | colleague | customer
    knows: str  # there | result | together | ordered
    how: str  # member | account | code | link | room
    level: int  # provenance ladder 1..4
    on: str  # the day, ISO 8601
    context: str  # digest of what was confirmed


@dataclass(frozen=True)
class Stand:
    """One witness the way pages show it."""

    who: str
    level: int
    plate: str
    knows: str
    how: str
    on: date


@transaction.atomic
def put(*, sample: WorkSample, copy: Copy) -> None:
    """Show this witness with the sample; the same one again replaces what was there."""
    _store(sample, copy["id"], copy)


@transaction.atomic
def drop(*, sample: WorkSample, name: str) -> None:
    """Hidden by the worker or taken back. Nothing happens where there is none."""
    _store(sample, name)


def standing(sample: WorkSample) -> list[Copy]:
    """Those who confirmed exactly what stands there now, newest first."""
    if not sample.witnesses:
        return []
    now = digest(context_of(sample))
    valid = [copy for copy in sample.witnesses if copy["context"] == now]
    return sorted(valid, key=lambda copy: copy["on"], reverse=True)


def stands(sample: WorkSample) -> list[Stand]:
    return [
        Stand(
            who=copy["who"],
            level=copy["level"],
            plate=plate(copy["level"], copy["role"]),
            knows=knows(copy["knows"]),
            how=how(copy["how"]),
            on=date.fromisoformat(copy["on"]),
        )
        for copy in standing(sample)
    ]


def warning(sample: WorkSample) -> str:
    """For the pages that change a sample, before anything is saved; "" where nobody stands for it."""
    count = len(standing(sample))
    if not count:
        return ""
    return npgettext(
        "to worker",
        "%(count)d person has confirmed title, place, month and own share. If you change one of them, this is no longer shown. Then ask again.",
        "%(count)d people have confirmed title, place, month and own share. If you change one of them, this is no longer shown. Then ask again.",
        count,
    ) % {"count": count}


def warning_of_station(station: Station) -> str:
    """The place of a sample is the town of its station: what is lost where that changes, in one statement."""
    found = WorkSample.objects.filter(station=station).select_related("station__place")
    count = sum(bool(standing(sample)) for sample in found)
    if not count:
        return ""
    return npgettext(
        "to worker",
        "%(count)d work sample from here is confirmed with this town. Without it, the confirmation is no longer shown.",
        "%(count)d work samples from here are confirmed with this town. Without it, the confirmations are no longer shown.",
        count,
    ) % {"count": count}


def plate(level: int, role: str) -> str:
    if level >= 4:
        return pgettext("provenance of a sample", "Confirmed by the boss, employer checked")
    if role == "boss":
        by_code = pgettext("provenance of a sample", "Confirmed by the boss, by code")
        return by_code if level == 3 else pgettext("provenance of a sample", "Confirmed by the boss, in person")
    if role == "customer":
        return pgettext("provenance of a sample", "Confirmed by a customer")
    return pgettext("provenance of a sample", "Confirmed by a colleague")


def knows(code: str) -> str:
    """What the witness has to do with it, as a sentence without a subject."""
    return {
        "there": pgettext("witness", "Was there."),
        "result": pgettext("witness", "Has seen the result."),
        "together": pgettext("witness", "Did it together with this person."),
        "ordered": pgettext("witness", "Ordered the work."),
    }[code]


def how(code: str) -> str:
    """How it was checked who the witness is (law 2)."""
    return {
        "member": pgettext("witness", "Was signed in and speaks for the employer, which a human has checked."),
        "account": pgettext("witness", "Was signed in with the mailbox that was asked."),
        "code": pgettext("witness", "The mailbox was confirmed by code."),
        "link": pgettext("witness", "Answered by a link in a mail. Not checked further."),
        "room": pgettext("witness", "Said in person, not checked further."),
    }[code]


def _store(sample: WorkSample, name: str, *more: Copy) -> None:
    """The row is locked: two witnesses at the same moment both stay."""
    row = WorkSample.objects.select_for_update(of=("self",)).get(pk=sample.pk)
    row.witnesses = [copy for copy in row.witnesses if copy["id"] != name] + list(more)
    row.save(update_fields=["witnesses"])
    sample.witnesses = row.witnesses

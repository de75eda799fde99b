"""Witnesses and what they stand for, as pages say it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext

from network.profiles.months import month_of
from network.samples import witnessing
from network.samples.contexts import FIELDS, Context, context_of, digest
from network.samples.models import WorkSample
from network.ui.templatetags.ui import month
from references.models import Witness
from references.rules import is_open
from references.said import states
from references.said.rules import is_answered


@dataclass(frozen=True)
class Row:
    title: str
    role: str
    state: str  # a sentence
    url: str
    todo: bool


def lines(context: Context) -> list[tuple[str, str]]:
    """(what, the words) of a context, in the order people ask: what, where, when, who did what."""
    labels = {
        "title": pgettext("witness", "The work"),
        "place": pgettext("witness", "Place"),
        "month": pgettext("witness", "Month"),
        "share": pgettext("witness", "Own share"),
    }
    return [(labels[name], _said(name, context)) for name in FIELDS]


def _said(name: str, context: Context) -> str:
    text = context.get(name, "")
    return month(month_of(text)) if name == "month" and text else text


def role_words(role: str) -> str:
    """As the page of the worker says it."""
    return {
        "boss": pgettext("witness", "boss"),
        "colleague": pgettext("witness", "colleague"),
        "customer": pgettext("witness", "customer"),
    }.get(role, "")


def rows(witnesses: Iterable[Witness], sample: WorkSample) -> list[Row]:
    now = digest(context_of(sample))
    return [row(each, now) for each in witnesses]


def row(witness: Witness, now: str) -> Row:
    """`now`: digest of what the sample says today."""
    return Row(
        title=witness.name or pgettext("to worker", "Somebody you asked"),
        role=role_words(witness.role),
        state=state(witness, now),
        url=reverse("references:witness_read", args=[witness.public_id]),
        todo=is_answered(witness) and witness.decided_at is None,
    )


def state(witness: Witness, now: str) -> str:
    if is_open(witness):
        return states.waits(witness)
    if is_answered(witness):
        return _answered(witness, stands=digest(witness.context) == now)
    return states.over(witness)


def _answered(witness: Witness, *, stands: bool) -> str:
    if not stands:
        return pgettext("to worker", "Confirmed, but you have changed the work since. It is not shown. Ask again.")
    if witness.decided_at is None:
        return pgettext("to worker", "Confirmed. Read it and decide who sees it.")
    return pgettext("to worker", "On your page") if witness.shown else pgettext("to worker", "Only you see it.")


def stand(witness: Witness) -> witnessing.Stand:
    """The plate and the sentences, as the page of the worker will show them."""
    return witnessing.Stand(
        who=witness.name,
        level=witness.level,
        plate=witnessing.plate(witness.level, witness.role),
        knows=witnessing.knows(witness.knows),
        how=witnessing.how(witness.how),
        on=timezone.localdate(witness.closed_at),
    )

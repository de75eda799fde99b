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
from network.ui.templatetags.ui import day, month
from references.models import Witness
from references.rules import is_open
from references.witness import rules

State = Witness.State


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
        todo=rules.is_answered(witness) and witness.decided_at is None,
    )


def state(witness: Witness, now: str) -> str:
    """How it stands. A no is no statement about the worker, so it has no reason."""
    if is_open(witness):
        return _open(witness)
    if rules.has_taken_back(witness):
        when = day(timezone.localdate(witness.withdrawn_at))
        return pgettext("to worker", "Taken back on %(day)s. Nobody sees it any more.") % {"day": when}
    if witness.state == State.ANSWERED:
        return _answered(witness, stands=digest(witness.context) == now)
    return {
        State.DECLINED: pgettext("to worker", "Nothing was confirmed. That says nothing about you."),
        State.OBJECTED: pgettext("to worker", "This mailbox does not want requests. Ask somebody else who saw it."),
        State.CANCELLED: pgettext("to worker", "You took it back."),
        State.BOUNCED: pgettext("to worker", "The mail did not arrive. Check the address and ask again."),
    }.get(State(witness.state), pgettext("to worker", "No answer within 30 days. You can ask again."))


def _open(witness: Witness) -> str:
    if witness.channel == Witness.Channel.ROOM:
        return pgettext("to worker", "The digits were typed. The answer can come within 1 hour.")
    words = pgettext("to worker", "Sent on %(day)s. The answer can come until %(end)s.")
    sent, end = timezone.localdate(witness.created_at), timezone.localdate(witness.expires_at)
    return words % {"day": day(sent), "end": day(end)}


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

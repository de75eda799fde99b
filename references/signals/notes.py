"""What the desk reads: a plain sentence for each kind, and why it is usually harmless. No number, no order of weight."""

from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from accounts.models import User
from network.desk.models import Case
from network.desk.registry import Note
from references.models import Signal, Trace, WorkerInvitation

KEPT = timedelta(days=90)
WORDS: dict[str, tuple[Promise, Promise]] = {
    "same-device": (
        pgettext_lazy("to desk", "The same browser has asked and signed."),
        pgettext_lazy("to desk", "In small firms people share a phone or a computer, and some bosses sign on the phone of the worker."),
    ),
    "same-network": (
        pgettext_lazy("to desk", "Worker and signer used the same internet connection."),
        pgettext_lazy("to desk", "A workshop or a ward has one router for everybody."),
    ),
    "same-family": (
        pgettext_lazy("to desk", "The mailbox of the signer looks like another one of the worker."),
        pgettext_lazy("to desk", "Relatives with one surname often have addresses that differ little."),
    ),
    "too-fast": (
        pgettext_lazy("to desk", "It was signed less than a minute after the request."),
        pgettext_lazy("to desk", "Both may have talked before, and the boss had the phone in hand."),
    ),
    "same-text": (
        pgettext_lazy("to desk", "Nearly the same words stand in another statement."),
        pgettext_lazy("to desk", "Who writes for several people of one team often uses the same sentence again."),
    ),
    "closed-ring": (
        pgettext_lazy("to desk", "Three people speak for each other in a circle, and nobody else speaks for them."),
        pgettext_lazy("to desk", "In a crew that stayed together, nobody else has seen the work."),
    ),
    "role-of-two": (
        pgettext_lazy("to desk", "Two mailboxes have signed with a role that a firm usually has once."),
        pgettext_lazy("to desk", "Firms have two owners, a successor, or somebody with a new mailbox."),
    ),
    "burst": (
        pgettext_lazy("to desk", "Many statements were signed within a day for one person or from one mailbox."),
        pgettext_lazy("to desk", "When a firm closes or a boss retires, everybody asks on the same day."),
    ),
    "young-firm": (
        pgettext_lazy("to desk", "The firm was registered here only after somebody was asked in its name."),
        pgettext_lazy("to desk", "Most firms learn of this site through such a request. Look it up in a register and call a number that you found yourself."),
    ),
    "before-founded": (
        pgettext_lazy("to desk", "The time there begins before the year in which the firm says it was founded."),
        pgettext_lazy("to desk", "Firms change their legal form or owner, and the people stay."),
    ),
    "young-domain": (
        pgettext_lazy("to desk", "The domain of the mailbox was registered in %(month)s, long after the time that is spoken of."),
        pgettext_lazy("to desk", "Firms take a new domain with a new name or owner, and small ones get their first one late."),
    ),
    "level-differs": (
        pgettext_lazy("to desk", "The level of the work differs from what another word about the same time says, or the person's own page."),
        pgettext_lazy("to desk", "People move up within a firm, and many use the name of a trade for helping in it."),
    ),
    "alike-domain": (
        pgettext_lazy("to desk", "The mailbox is at a domain that is easily taken for %(domain)s of a checked employer."),
        pgettext_lazy("to desk", "Many firms have several domains, or a name that others have too."),
    ),
    "alike-name": (
        pgettext_lazy("to desk", "The name of the firm is easily taken for that of a checked employer."),
        pgettext_lazy("to desk", "Workers mistype names, and families run several firms."),
    ),
}  # fmt: skip


def of(case: Case) -> list[Note]:
    """One query. In the order of the list above."""
    found = {each.kind: each.facts for each in Signal.objects.filter(subject=case.subject)}
    return [Note(sentence(kind, found[kind]), str(WORDS[kind][1])) for kind in WORDS if kind in found]


def sentence(kind: str, facts: dict[str, Any]) -> str:
    words = str(WORDS[kind][0])
    return words % facts if "%(" in words else words


def settle(case: Case) -> None:
    """The desk has decided: the reason says it all from now on."""
    if case.kind == Case.Kind.SIGNALS:
        Signal.objects.filter(subject=case.subject).delete()


def export(user: User) -> dict[str, Any]:
    """What the worker reads: from when the traces are, and what was found. The hashes tell nobody anything."""
    rows = Trace.objects.filter(_traces_of(user))
    found = Signal.objects.filter(subject__in=_subjects(user))
    return {
        "traces": [{"side": each.side, "step": each.step, "at": each.at} for each in rows],
        "unusual": [{"what": sentence(each.kind, each.facts), "found": each.found_at} for each in found],
    }


def erase(user: User) -> None:
    Signal.objects.filter(subject__in=_subjects(user)).delete()
    Trace.objects.filter(_traces_of(user)).delete()


def purge() -> int:
    """How many were found 90 days ago and not decided."""
    return Signal.objects.filter(found_at__lte=timezone.now() - KEPT).delete()[0]


def _traces_of(user: User) -> Q:
    """Of steps about the person, and of invitations that the person sent for a firm."""
    sent = WorkerInvitation.objects.filter(by=user).exclude(batch="").values_list("batch", flat=True).distinct()
    return Q(profile__user=user) | Q(subject__in=[f"batch:{batch}" for batch in sent])


def _subjects(user: User) -> list[str]:
    if not hasattr(user, "profile"):
        return []
    profile = user.profile
    things = (*profile.references.only("public_id"), *profile.voices.only("public_id"))
    return [*(each.key_of_item for each in things), *(f"witness:{each.public_id}" for each in profile.witnesses.all())]

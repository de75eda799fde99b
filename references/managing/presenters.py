"""What somebody has said here, as plain values."""

import re
from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext

from network.profiles.presenters import shown_name
from network.ui.templatetags.ui import day
from references import rules
from references.managing.hands import Hand
from references.models import Reference, Voice, Witness
from references.overview import Row
from references.payload import can_lose_name, is_name_erased, said_in
from references.presenters import firm_in
from references.voices.presenters import about_words

SHORT = 3  # letters; a shorter part of a name is found in too many words


def reference_rows(references: Iterable[Reference], hand: Hand) -> list[Row]:
    """The references come with withdrawal."""
    return [_reference_row(each, hand) for each in references]


def _reference_row(reference: Reference, hand: Hand) -> Row:
    said = said_in(reference)
    title = pgettext("to referee", "Reference for %(name)s") % {"name": said["worker"]["name"]}
    return Row(title, firm_in(said), _state(reference), hand.reference_url(reference.public_id))


def _state(reference: Reference) -> str:
    said = [
        pgettext("to referee", "Signed on %(day)s.") % {"day": day(timezone.localdate(reference.issued_at))},
    ]
    if rules.is_withdrawn(reference):
        withdrawn = day(timezone.localdate(reference.withdrawal.at))
        said.append(pgettext("to referee", "Withdrawn on %(day)s.") % {"day": withdrawn})
    if is_name_erased(reference):
        said.append(pgettext("to referee", "Your name is deleted."))
    return " ".join(said)


def witness_rows(witnesses: Iterable[Witness], hand: Hand) -> list[Row]:
    """The witnesses come with_about()."""
    title = pgettext("to referee", "A work of %(name)s")
    return [
        Row(
            title % {"name": shown_name(each.profile)},
            each.sample.title,
            pgettext("to referee", "Confirmed on %(day)s.") % {"day": day(timezone.localdate(each.closed_at))},
            hand.witness_url(each.public_id),
        )
        for each in witnesses
    ]


def voice_rows(voices: Iterable[Voice], hand: Hand) -> list[Row]:
    """The voices come with_about()."""
    title = pgettext("to referee", "Your voice for %(name)s")
    return [
        Row(
            title % {"name": shown_name(each.profile)},
            about_words(each.context),
            pgettext("to referee", "Confirmed on %(day)s.") % {"day": day(timezone.localdate(each.closed_at))},
            hand.voice_url(each.public_id),
        )
        for each in voices
    ]


def consequences(reference: Reference, hand: Hand | None) -> list[str]:
    """What happens when the name goes, in sentences. `hand` is None where the link of the copy was used."""
    said = said_in(reference)
    worker = {"name": said["worker"]["name"], "role": said["referee"]["role"]}
    if not can_lose_name(reference):
        return [
            pgettext(
                "to referee",
                "You signed in an old form: your name is one of the signed words. Taken out alone, it would break the signature. So the"
                " whole reference is deleted, with every sentence.",
            ),
            pgettext("to referee", "A check sum without any words stays, so that the ledger can be checked."),
            pgettext("to referee", "%(name)s learns it by mail, and can ask you again.") % worker,
            *_always(),
        ]
    return [
        pgettext("to referee", "Where your name stands, it says from now on: “%(role)s, name deleted on request”.")
        % worker,
        pgettext(
            "to referee",
            "Your sentences stay as you signed them, and the signature holds: in the signed words stands only a check sum of your name.",
        ),
        pgettext(
            "to referee",
            "Nobody can prove any more that it was you, we cannot either: the random number that belongs to the check sum is deleted too.",
        ),
        pgettext("to referee", "%(name)s learns it by mail, and can hide the reference.") % worker,
        *([_name_in_text()] if stands_in_text(reference) else []),
        *_afterwards(said["checked"]["how"], hand),
        *_always(),
    ]


def _name_in_text() -> str:
    return pgettext(
        "to referee",
        "Your name seems to stand in your own sentences too. There we cannot take it out. If it must not stay, withdraw the reference.",
    )


def _afterwards(how: str, hand: Hand | None) -> list[str]:
    """Can it still be withdrawn?"""
    if hand is None or hand.by is None:
        return [pgettext("to referee", "You can still withdraw the reference later, with the link in your mailbox.")]
    if how == "member":
        return [
            pgettext(
                "to referee",
                "Your account has nothing to do with the reference any more. Only those who speak for the firm can withdraw it then.",
            )
        ]
    return [
        pgettext(
            "to referee",
            "Your account has nothing to do with the reference any more. You can still withdraw it with a fresh link to your mailbox: %(path)s",
        )
        % {"path": reverse("references:managing")}
    ]


def _always() -> list[str]:
    return [
        pgettext("to referee", "What somebody has printed or saved already we cannot change."),
        pgettext("to referee", "You cannot take this back."),
    ]


def stands_in_text(reference: Reference) -> bool:
    """A part of the name is a word of what was written freely."""
    words = set(re.findall(r"\w+", said_in(reference)["text"].casefold()))
    return any(part in words for part in re.findall(r"\w+", reference.referee_name.casefold()) if len(part) >= SHORT)

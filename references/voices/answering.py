"""What colleague and customer do, with a link and without an account: `by` is None or whoever happens to be signed in."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import pgettext

from accounts.ids import hash_token, new_token
from accounts.mailbox import normalise
from accounts.models import User
from network.profiles.months import month_of
from network.profiles.naming import first_and_initial
from references.closing import close
from references.ladder import CODE
from references.models import Voice
from references.rules import account_of, is_stopped
from references.said import emails
from references.said.answering import locked_for
from references.voices import rules
from references.voices.about import About, context_of, digest, of_voice


class Changed(Exception):
    """What would be confirmed is not what was read."""


@dataclass(frozen=True)
class Answer:
    """What was said so far. Months as "2019-03", of a colleague only."""

    name: str = ""
    full_name: bool = False
    first: str = ""
    last: str = ""
    statements: tuple[str, ...] = ()

    @property
    def shown_name(self) -> str:
        return self.name if self.full_name else first_and_initial(self.name)

    def seal(self, about: About) -> str:
        """Tells whether this is what stood on the check page, and about what."""
        return digest(asdict(self), context_of(about))


def kept(voice: Voice) -> Answer:
    """What was said so far, nothing at first."""
    said: dict[str, Any] = voice.draft.get("answer", {})
    return Answer(**{**said, "statements": tuple(said.get("statements", ()))})


@transaction.atomic
def keep(*, by: User | None, voice: Voice, **said: Any) -> None:
    """The answers of one page. Raises Closed, PermissionDenied for the worker."""
    locked = locked_for(by, voice)
    answer = replace(kept(locked), **said)
    locked.draft = {**locked.draft, "answer": asdict(answer)}
    locked.save(update_fields=["draft"])
    voice.draft = locked.draft


@transaction.atomic
def name_mailbox(*, by: User | None, voice: Voice, email: str) -> None:
    """In the same room nobody has named one: who is one of three names the own, for the code. Raises ValidationError, Closed."""
    locked = locked_for(by, voice)
    if locked.channel != Voice.Channel.ROOM:
        raise PermissionDenied
    mailbox = rules.mailbox_of(email)
    if mailbox in rules.own_mailboxes(locked.profile.user):
        words = pgettext("to witness", "This is the mailbox of the person it is about. Enter your own.")
        raise ValidationError({"email": words})
    if rules.has_said(of_voice(locked), mailbox):
        words = pgettext("to witness", "Somebody has confirmed this with this mailbox already.")
        raise ValidationError({"email": words})
    if is_stopped(email):
        words = pgettext("to witness", "Mails of ours do not go to this mailbox, because somebody there wished so.")
        raise ValidationError({"email": words})
    locked.email, locked.mailbox_hash = normalise(email), mailbox
    locked.save(update_fields=["email", "mailbox_hash"])
    voice.email, voice.mailbox_hash = locked.email, mailbox


@transaction.atomic
def confirm(*, by: User | None, voice: Voice, token: str, seen: str, by_code: bool = False) -> str:
    """They stand for it. `seen` is the seal of what stood on the page. Returns the secret to take it back: a new one, mailed; of who
    typed digits the same, nobody else has it.

    Raises Closed (second click), Changed, PermissionDenied (the worker, also by a mailbox of her account, or nobody known).
    """
    locked = locked_for(by, voice)
    rules.require_other_mailbox(locked)
    about, answer = of_voice(locked), kept(locked)
    if not is_whole(answer, about) or answer.seal(about) != seen:
        raise Changed
    how = rules.how_known(by, locked, by_code=by_code)
    if rules.needs_code(locked, how):
        raise PermissionDenied
    speaker, mailbox = _speaker(locked, by, how), locked.email
    plain, hashed = new_token() if mailbox else (token, hash_token(token))
    said: dict[str, Any] = {
        "name": answer.shown_name,
        "statements": list(answer.statements),
        "first": month_of(answer.first) if answer.first else None,
        "last": month_of(answer.last) if answer.last else None,
        "how": how,
        "level": rules.level_of(locked, how, speaker),
        "context": context_of(about),
        "message": "",
        "user": speaker,
        "manage_hash": hashed,
    }
    close(locked, Voice.State.ANSWERED, **said)
    emails.confirmed(locked, mailbox=mailbox, manage_token=plain)
    return plain


def is_whole(answer: Answer, about: About) -> bool:
    """Everything was answered that a voice needs."""
    months = bool(answer.first and answer.last) or about.sample is not None
    return bool(answer.name and answer.statements) and months


def _speaker(voice: Voice, by: User | None, how: str) -> User | None:
    """The account of who speaks: signed in, or who signs in with the mailbox of the code. Raises PermissionDenied for the worker."""
    speaker = account_of(voice.email) if how == CODE else None
    speaker = speaker or by
    if speaker and speaker.pk == voice.profile.user_id:
        raise PermissionDenied
    return speaker

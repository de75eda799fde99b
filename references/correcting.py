"""What a correction needs: who may begin one, and the old words as a draft to change. Written by actions/correcting.py."""

from enum import Enum

from accounts.models import User
from network.occupations.lookup import statements_for
from network.occupations.models import Occupation
from references import rules
from references.drafts import Draft
from references.ladder import COLLEAGUE, MEMBER, ROOM
from references.models import Reference
from references.payload import is_name_erased, said_in

SAID = ("first", "last", "occupation", "statements", "text", "again", "tasks", "training", "name", "role", "relation")


class Hindrance(Enum):
    """Why somebody cannot correct it. The page says so, and withdrawing stays possible where it is not done."""

    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"  # the newer one can be, with its own link
    GONE = "gone"  # the station it was about was removed
    LEFT = "left"  # does not speak for the employer any more
    UNKNOWN = "unknown"  # known by a phone: nothing was kept to know the same person by
    SIGN_IN = "sign-in"  # was signed in then, and is not now


def hindrance(by: User | None, reference: Reference) -> Hindrance | None:
    """None for who may go on to say who it is."""
    if rules.is_withdrawn(reference):
        return Hindrance.WITHDRAWN
    if rules.is_corrected(reference):
        return Hindrance.CORRECTED
    kept = reference.payload and reference.profile_id and reference.station_id and reference.request_id
    return _who_cannot(by, reference) if kept else Hindrance.GONE


def _who_cannot(by: User | None, reference: Reference) -> Hindrance | None:
    """In the firm's name only who speaks for it today; and where a sign-in was the proof, the same account again."""
    said = said_in(reference)
    signer = reference.referee_user_id or (by.pk if by else None)
    by_sign_in = said["checked"]["how"] == MEMBER
    for_the_firm = said["referee"]["relation"] != COLLEAGUE
    if (by_sign_in and reference.referee_user_id is None) or (
        for_the_firm and rules.has_left(signer, reference.employer)
    ):
        return Hindrance.LEFT
    if not by_sign_in and said["checked"]["how"] != ROOM and not has_mailbox(reference):
        return Hindrance.UNKNOWN
    if by_sign_in and not (by and rules.known_as_signer(by, reference)):
        return Hindrance.SIGN_IN
    return None


def has_mailbox(reference: Reference) -> bool:
    """A copy with the link to this reference lies in a mailbox. Without one its page is the only place where the link stands."""
    return bool(reference.referee_user_id or (reference.request and reference.request.mailbox_hash))


def as_signed(reference: Reference) -> Draft:
    """The old words as answers."""
    said = said_in(reference)
    return Draft(
        answer="other",
        first=said["station"]["first"],
        last=said["station"]["last"],
        occupation=said["occupation"]["slug"],
        statements=said["statements"],
        text=said["text"],
        again=said.get("hire_again", False),
        tasks=said.get("tasks", []),
        training=said.get("training", []),
        name="" if is_name_erased(reference) else said["referee"]["name"],
        role=said["referee"]["role"],
        relation=said["referee"]["relation"],
    )


def draft_of(reference: Reference) -> Draft:
    """The same to begin with. A sentence that is not offered any more is left out, and its page asked again."""
    draft, facts = as_signed(reference), "tasks" in said_in(reference)
    occupation = Occupation.objects.select_related("field").get(slug=draft.occupation)
    offered = {each.code for each in statements_for(occupation)}
    whole = offered.issuperset(draft.statements)
    draft.statements = [code for code in draft.statements if code in offered]
    through = {"start": True, "work": True, "seen": whole and not facts, "facts": facts, "you": bool(draft.name)}
    draft.answered = [step for step, done in through.items() if done]
    return draft


def is_unchanged(draft: Draft, reference: Reference) -> bool:
    """Nothing is put right yet: these are the words that stand there already."""
    before = draft_of(reference)
    return all(getattr(draft, name) == getattr(before, name) for name in SAID)

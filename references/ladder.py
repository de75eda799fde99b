"""The provenance ladder (design.md, section 4) for references: what may be said about how a statement was checked."""

from dataclasses import dataclass

SUPERIOR, FIRM, COLLEAGUE = "superior", "firm", "colleague"


class NotConfirmed(Exception):
    """Nobody may sign whose identity is not known."""


@dataclass(frozen=True)
class Facts:
    """What is known at the moment of signing."""

    relation: str  # superior | firm (owner, management, office) | colleague
    mailbox_confirmed: bool  # by a code now, or by sign-in
    employer_checked: bool  # registered, and the check holds today
    own_domain: bool  # the confirmed mailbox is at the employer's own domain
    member: bool  # signed in, and speaks for the employer by its own word
    common_station: bool = False  # a colleague whose own time there is confirmed


def level(facts: Facts) -> int:
    """1 to 4; 5 is for official bodies and never comes from a reference. Raises NotConfirmed."""
    if not (facts.mailbox_confirmed or facts.member):
        raise NotConfirmed
    if facts.relation == COLLEAGUE:
        return 2 if facts.common_station else 1
    by_the_firm = facts.member or (facts.mailbox_confirmed and facts.own_domain)
    return 4 if facts.employer_checked and by_the_firm else 3

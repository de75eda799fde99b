"""The provenance ladder (design.md, section 4): what may be said about how a statement was checked. One function for all who speak."""

from dataclasses import dataclass

# In which relation somebody speaks.
SUPERIOR, FIRM, COLLEAGUE, CUSTOMER, OFFICIAL = "superior", "firm", "colleague", "customer", "official"
RELATIONS = (SUPERIOR, FIRM, COLLEAGUE, CUSTOMER, OFFICIAL)

# How it is known who speaks, the strongest first.
MEMBER = "member"  # signed in, and speaks for the employer by its own word
ACCOUNT = "account"  # signed in, with the mailbox that was asked
CODE = "code"  # digits sent to the mailbox were right
PHONE = "phone"  # digits sent to the phone were right
LINK = "link"  # only the link of a mail, which can be handed on
ROOM = "room"  # digits or a square from screen to screen, or a slip: nothing else is known
WAYS = (MEMBER, ACCOUNT, CODE, PHONE, LINK, ROOM)
IDENTIFIED = frozenset({MEMBER, ACCOUNT, CODE, PHONE})


class NotConfirmed(Exception):
    """It is not known at all who speaks."""


@dataclass(frozen=True)
class Facts:
    """What is known at the moment of the signature or answer."""

    relation: str
    known: str  # "" is nothing
    employer_checked: bool = False  # registered, and the check holds today
    own_domain: bool = False  # the confirmed mailbox is at the employer's own domain
    common_station: bool = False  # a colleague whose own time there is confirmed, and overlaps
    register_seen: bool = False  # an official body speaks, and its register or seal was seen


def level(facts: Facts) -> int:
    """1 to 5; 0 is what the worker alone says. Raises NotConfirmed.

    5 official body, register seen; 4 checked employer speaks; 3 superior or firm, identity confirmed; 2 colleague with a confirmed
    common station, identity confirmed; 1 everybody else.
    """
    if facts.known not in WAYS:
        raise NotConfirmed
    if facts.known not in IDENTIFIED:
        return 1
    if facts.relation == OFFICIAL:
        return 5 if facts.register_seen else 3
    if facts.relation in (SUPERIOR, FIRM):
        by_the_firm = facts.known == MEMBER or (facts.known in (ACCOUNT, CODE) and facts.own_domain)
        return 4 if facts.employer_checked and by_the_firm else 3
    return 2 if facts.relation == COLLEAGUE and facts.common_station else 1

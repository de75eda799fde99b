"""The provenance ladder (design.md, section 4) for witnesses."""

BOSS, COLLEAGUE, CUSTOMER = "boss", "colleague", "customer"
MEMBER, ACCOUNT, CODE, LINK, ROOM = "member", "account", "code", "link", "room"
ROLES = (BOSS, COLLEAGUE, CUSTOMER)
WAYS = (MEMBER, ACCOUNT, CODE, LINK, ROOM)


def level(role: str, how: str) -> int:
    """1 to 4. `how` is what is known of the person at the moment of the answer:

    member: signed in, and speaks for the checked employer of the sample; account: signed in with the mailbox that was asked;
    code: digits sent to that mailbox were right; link: only the link of the mail, which can be handed on; room: digits of the screen.
    """
    if role != BOSS:
        return 1
    return {MEMBER: 4, ACCOUNT: 3, CODE: 3}.get(how, 1)

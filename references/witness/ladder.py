"""The provenance ladder for witnesses of samples, read with the house's own function."""

from references import ladder
from references.ladder import ACCOUNT, CODE, LINK, MEMBER, ROOM

BOSS, COLLEAGUE, CUSTOMER = "boss", "colleague", "customer"
ROLES = (BOSS, COLLEAGUE, CUSTOMER)
WAYS = (MEMBER, ACCOUNT, CODE, LINK, ROOM)


def level(role: str, how: str) -> int:
    """1 to 4. Somebody counts as a member only for the checked employer of the sample, see rules.how_known()."""
    relation = ladder.SUPERIOR if role == BOSS else role
    return ladder.level(ladder.Facts(relation=relation, known=how, employer_checked=how == MEMBER))

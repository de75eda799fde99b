"""The whole ladder (design.md, section 4), case by case, against a table written by hand from the words of the design."""

from itertools import product

import pytest

from references import ladder

# What is known of who speaks -> how much of a name stands behind it.
NOTHING, A_LINK, A_PERSON, THE_FIRM = "nothing", "a link", "a person", "the firm"
BEHIND = {
    "": NOTHING,
    "stranger": NOTHING,
    "room": A_LINK,
    "link": A_LINK,
    "phone": A_PERSON,
    "code": A_PERSON,
    "account": A_PERSON,
    "member": THE_FIRM,
}
# relation -> what stands behind it -> level without and with what can lift it
TABLE = {
    "superior": {A_LINK: (1, 1), A_PERSON: (3, 4), THE_FIRM: (3, 4)},
    "firm": {A_LINK: (1, 1), A_PERSON: (3, 4), THE_FIRM: (3, 4)},
    "colleague": {A_LINK: (1, 1), A_PERSON: (1, 2), THE_FIRM: (1, 2)},
    "customer": {A_LINK: (1, 1), A_PERSON: (1, 1), THE_FIRM: (1, 1)},
    "official": {A_LINK: (1, 1), A_PERSON: (3, 5), THE_FIRM: (3, 5)},
}
CASES = list(product(ladder.RELATIONS, BEHIND, *[(False, True)] * 4))


def lifted(relation, known, checked, domain, common, register):
    """In words: the firm speaks when it was checked and the person is its member or writes from its domain; a colleague counts when
    both worked there; an official body when its register was seen."""
    if relation == "colleague":
        return common
    if relation == "official":
        return register
    if relation == "customer":
        return False
    return checked and (known == "member" or (domain and known in {"code", "account"}))


@pytest.mark.parametrize(("relation", "known", "checked", "domain", "common", "register"), CASES)
def test_ladder_equals_the_table(relation, known, checked, domain, common, register):
    facts = ladder.Facts(relation, known, checked, domain, common, register)
    if BEHIND[known] == NOTHING:
        with pytest.raises(ladder.NotConfirmed):
            ladder.level(facts)
        return
    plain, high = TABLE[relation][BEHIND[known]]
    expected = high if lifted(relation, known, checked, domain, common, register) else plain
    assert ladder.level(facts) == expected


def test_table_holds_every_relation_and_way():
    assert set(TABLE) == set(ladder.RELATIONS)
    assert {known for known in BEHIND if BEHIND[known] != NOTHING} == set(ladder.WAYS)
    assert {known for known in BEHIND if BEHIND[known] in {A_PERSON, THE_FIRM}} == ladder.IDENTIFIED


@pytest.mark.parametrize("case", CASES)
def test_more_that_is_known_never_lowers_the_level(case):
    """Nobody has a reason to hide a fact."""
    relation, known, *facts = case
    if BEHIND[known] == NOTHING:
        return
    before = ladder.level(ladder.Facts(*case))
    for at in range(4):
        more = [*facts]
        more[at] = True
        assert ladder.level(ladder.Facts(relation, known, *more)) >= before


def test_only_the_named_fact_reaches_each_level():
    """What would have to be faked to reach a level: 5 a seen register, 4 a checked firm, 2 an own confirmed station."""
    for case in CASES:
        relation, known, checked, domain, common, register = case
        if BEHIND[known] == NOTHING:
            continue
        level = ladder.level(ladder.Facts(*case))
        assert level != 5 or (relation == "official" and register and known in ladder.IDENTIFIED)
        assert level != 4 or (relation in {"superior", "firm"} and checked and (domain or known == "member"))
        assert level != 2 or (relation == "colleague" and common and known in ladder.IDENTIFIED)
        assert level in range(1, 6)

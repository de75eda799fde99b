"""What may be said about how a witness was checked (design.md, section 4), case by case."""

import pytest

from references.witness.ladder import ROLES, WAYS, level
from references.witness.rules import how_known, needs_code
from tests import factories
from tests.references import witnesses

LADDER = {
    ("boss", "member"): 4,
    ("boss", "account"): 3,
    ("boss", "code"): 3,
    ("boss", "link"): 1,
    ("boss", "room"): 1,
    ("colleague", "member"): 1,
    ("colleague", "account"): 1,
    ("colleague", "code"): 1,
    ("colleague", "link"): 1,
    ("colleague", "room"): 1,
    ("customer", "member"): 1,
    ("customer", "account"): 1,
    ("customer", "code"): 1,
    ("customer", "link"): 1,
    ("customer", "room"): 1,
}


def test_table_names_every_case():
    assert set(LADDER) == {(role, how) for role in ROLES for how in WAYS}


@pytest.mark.parametrize(("case", "expected"), LADDER.items())
def test_ladder(case, expected):
    assert level(*case) == expected


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("how", WAYS)
def test_only_a_boss_with_nothing_but_a_link_needs_a_code(role, how):
    assert needs_code(role, how) == ((role, how) == ("boss", "link"))


@pytest.fixture
def witness(anna, brandt):
    return witnesses.asked(anna, witnesses.sample_of(anna, brandt), role="boss")


@pytest.mark.parametrize(
    ("roles", "checked", "now", "how"),
    [
        ({"is_referee": True}, True, True, "member"),
        ({"is_admin": True}, True, True, "member"),
        ({"is_recruiter": True}, True, True, "link"),
        ({"is_referee": True}, False, True, "link"),
        ({"is_referee": True}, True, False, "link"),
    ],
)
def test_only_who_speaks_today_for_the_checked_employer_is_known_by_it(witness, brandt, roles, checked, now, how):
    member = factories.make_member(brandt, **roles)
    if not checked:
        brandt.checked_until = None
        brandt.save()
    if not now:
        brandt.memberships.filter(pk=member.pk).update(until=member.since)
    witness = type(witness).objects.with_about().get(pk=witness.pk)
    assert how_known(member.user, witness, "boss") == how


def test_member_of_another_employer_is_nobody(witness, talheim, rita):
    factories.make_member(talheim, factories.make_user(), is_admin=True)
    assert how_known(rita, witness, "boss") == "link"


def test_holder_of_the_asked_mailbox_is_known_by_sign_in(witness):
    assert how_known(factories.make_user(witnesses.BOX), witness, "boss") == "account"
    assert how_known(factories.make_user(witnesses.BOX.upper().lower() + "x"), witness, "boss") == "link"


def test_employer_role_says_nothing_of_a_colleague(witness, monika):
    assert how_known(monika, witness, "colleague") == "link"

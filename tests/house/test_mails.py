"""No nagging: every mail is listed, and only two ever come to people without somebody having pressed a button."""

import inspect
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType, ModuleType

import pytest

from accounts import registry
from tests.house.test_house import ROOT

# Mail and the daily run that sends it.
BY_ITSELF = {
    "profiles/emails/still_right": "profiles",
    "profiles/emails/deadlines": "profiles",
    "search/emails/fits": "search",  # ordered: somebody has saved this search, and ends it with one button
    "references/emails/stamp": "stamp",  # to the admins of a firm that somebody agreed to be asked by
    "references/emails/head": "ledger",  # to the operator alone
}
# Mail and the button that sends it. A new one is added here after thinking: who gets it, and who pressed what?
PRESSED = {
    "accounts/emails/confirm": "sensitive page: send digits",
    "accounts/emails/closed": "close my account",
    "contacts/emails/arrived": "send the offer",
    "contacts/emails/interested": "I am interested",
    "contacts/emails/answered": "yes or no to an offer",
    "employers/emails/checked": "the desk decides",
    "employers/emails/refused": "the desk decides",
    "employers/emails/corrected": "the desk decides",
    "employers/emails/merge_decided": "the desk decides that two firms become one, or not",
    "employers/emails/contest": "contest a decision",
    "employers/emails/domain_code": "send digits to the firm's mailbox",
    "employers/emails/invitation": "invite",
    "employers/emails/new_invitation": "ask for a new invitation",
    "desk/emails/asked": "the desk asks a side of a case",
    "desk/emails/decided": "the desk decides a case",
    "references/emails/asked": "ask for a reference",
    "references/emails/answered": "sign",
    "references/emails/copy": "sign",
    "references/emails/in_your_name": "sign",
    "references/managing/emails/fresh_link": "ask for a fresh link",
    "references/managing/emails/name_erased": "delete my name",
    "references/managing/emails/words_erased": "delete my name",
    "references/emails/corrected": "sign a correction",
    "references/emails/code": "send digits to the referee",
    "references/emails/stamp_answered": "the firm sends its answers",
    "references/emails/withdrawn": "withdraw",
    "references/voices/emails/asked": "ask a colleague or customer, remind once, ask for a new link",
    "references/voices/emails/answered": "confirm as a colleague or customer",
    "references/voices/emails/copy": "confirm as a colleague or customer",
    "references/voices/emails/code": "check page of a colleague: send digits",
    "references/voices/emails/withdrawn": "take a voice back",
    "references/inviting/emails/invited": "invite a worker",
    "references/witness/emails/asked": "ask a witness, or ask for a new link",
    "references/witness/emails/answered": "confirm as a witness",
    "references/witness/emails/copy": "confirm as a witness",
    "references/witness/emails/code": "send digits to a boss who is a witness",
    "references/witness/emails/withdrawn": "take it back as a witness",
    "references/emails/objected": "the firm objects",
}
OWN = ("accounts", "network", "references")


def test_every_mail_is_listed():
    there = {
        str(f.relative_to(ROOT / "templates").with_suffix("")) for f in (ROOT / "templates").glob("**/emails/*.txt")
    }
    assert there == {*BY_ITSELF, *PRESSED}


def _codes(code: CodeType) -> Iterator[CodeType]:
    """A function with what is written inside it: comprehensions, inner functions, lambdas."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _reached(function: FunctionType, seen: set[FunctionType]) -> set[FunctionType]:
    """Everything of this house that a function may call: by its name, or as a name of a module or class it names."""
    function = inspect.unwrap(function)
    if function in seen or not function.__module__.startswith(OWN):
        return seen
    seen.add(function)
    for code in _codes(function.__code__):
        named = [function.__globals__.get(name) for name in code.co_names]
        inside = [thing for thing in named if isinstance(thing, ModuleType | type) and _is_own(thing)]
        for thing in (*named, *(vars(inner).get(name) for inner in inside for name in code.co_names)):
            if isinstance(thing, ModuleType) and _is_own(thing):  # a module of a package: package.module.function
                for name in code.co_names:
                    if inspect.isfunction(found := vars(thing).get(name)):
                        _reached(found, seen)
            elif inspect.isfunction(thing):
                _reached(thing, seen)
    return seen


def _is_own(thing: ModuleType | type) -> bool:
    return (thing.__name__ if isinstance(thing, ModuleType) else thing.__module__).startswith(OWN)


def mails_of(function: Callable) -> set[str]:
    """The mails that may leave when this runs."""
    texts = {
        constant
        for reached in _reached(function, set())
        for code in _codes(reached.__code__)
        for constant in code.co_consts
        if isinstance(constant, str)
    }
    return texts & {*BY_ITSELF, *PRESSED}


@pytest.mark.parametrize("room", sorted(registry.purgers))
def test_calendar_sends_only_the_two(room):
    assert mails_of(registry.purgers[room]) == {each for each, sender in BY_ITSELF.items() if sender == room}


def test_the_look_into_purgers_can_see():
    """What this test relies on: a mail behind an action, behind a module, behind a name is found."""
    from network.contacts import actions as contacts
    from references import actions as references

    assert mails_of(contacts.send) == {"contacts/emails/arrived"}
    assert "references/emails/asked" in mails_of(references.ask)

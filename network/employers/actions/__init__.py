"""All writes of this room, by goal: registering and facts, people, invitations, proofs, families, mergers."""

from network.employers.actions.families import answer_branch, ask_parent, set_parent, take_back_parent
from network.employers.actions.firms import Taken, change_facts, choose_facts_only, correct, register
from network.employers.actions.invitations import (
    Spent,
    accept_invitation,
    ask_for_new_invitation,
    invite,
    purge,
    renew_invitation,
    revoke_invitation,
)
from network.employers.actions.mergers import (
    Gone,
    answer_merge,
    ask_merge,
    merge,
    refuse_merge,
    take_back_merge,
)
from network.employers.actions.people import LastAdmin, add_member, change_roles, end_membership, erase
from network.employers.actions.proofs import ask_for_check, confirm_domain, record_proof, send_domain_code

__all__ = [
    "Gone",
    "LastAdmin",
    "Spent",
    "Taken",
    "accept_invitation",
    "add_member",
    "answer_branch",
    "answer_merge",
    "ask_for_check",
    "ask_for_new_invitation",
    "ask_merge",
    "ask_parent",
    "change_facts",
    "change_roles",
    "choose_facts_only",
    "confirm_domain",
    "correct",
    "end_membership",
    "erase",
    "invite",
    "merge",
    "purge",
    "record_proof",
    "refuse_merge",
    "register",
    "renew_invitation",
    "revoke_invitation",
    "send_domain_code",
    "set_parent",
    "take_back_merge",
    "take_back_parent",
]

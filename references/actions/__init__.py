"""All writes of this house, by goal: asking, answering, issuing, correcting, deciding, withdrawing, erasing."""

from references.actions.answering import (
    PURPOSE,
    confirm_mailbox,
    decline,
    lift_stop,
    mark_bounced,
    object_to,
    save_draft,
    send_code,
    send_new_link,
)
from references.actions.asking import ask, purge, remind, take_back
from references.actions.correcting import CannotCorrect, Unchanged, begin, leave_it, name_mailbox
from references.actions.deciding import hide, release, show_to
from references.actions.erasing import erase
from references.actions.issuing import Changed, Incomplete, Issued, issue
from references.actions.objecting import object_to_statement
from references.actions.withdrawing import end_by_desk, withdraw
from references.closing import Closed

__all__ = [
    "PURPOSE",
    "CannotCorrect",
    "Changed",
    "Closed",
    "Incomplete",
    "Issued",
    "Unchanged",
    "ask",
    "begin",
    "confirm_mailbox",
    "decline",
    "end_by_desk",
    "erase",
    "hide",
    "issue",
    "leave_it",
    "lift_stop",
    "mark_bounced",
    "name_mailbox",
    "object_to",
    "object_to_statement",
    "purge",
    "release",
    "remind",
    "save_draft",
    "send_code",
    "send_new_link",
    "show_to",
    "take_back",
    "withdraw",
]

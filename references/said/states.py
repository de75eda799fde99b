"""How it stands with a question, on the page of the worker. A no is no statement about the worker, so it has no reason."""

from datetime import date

from django.utils import timezone
from django.utils.translation import pgettext

from network.ui.templatetags.ui import day
from references.models import Asked
from references.rules import A_NO_HOLDS
from references.said.rules import Said, has_taken_back

State = Asked.State


def waits(said: Said) -> str:
    if said.channel == "room":
        return pgettext("to worker", "The digits were typed. The answer can come within 1 hour.")
    words = {"day": day(timezone.localdate(said.created_at)), "end": day(timezone.localdate(said.expires_at))}
    if reminded := said.draft.get("reminded"):
        words["again"] = day(date.fromisoformat(reminded))
        return (
            pgettext("to worker", "Sent on %(day)s, and once more on %(again)s. The answer can come until %(end)s.")
            % words
        )
    return pgettext("to worker", "Sent on %(day)s. The answer can come until %(end)s.") % words


def over(said: Said) -> str:
    """Nobody stands for it: taken back, or it ended without an answer."""
    if has_taken_back(said):
        when = day(timezone.localdate(said.withdrawn_at))
        return pgettext("to worker", "Taken back on %(day)s. Nobody sees it any more.") % {"day": when}
    return {
        State.DECLINED: _declined(said),
        State.OBJECTED: pgettext("to worker", "This mailbox does not want requests. Ask somebody else who was there."),
        State.CANCELLED: pgettext("to worker", "You took it back."),
        State.BOUNCED: pgettext("to worker", "The mail did not arrive. Check the address and ask again."),
    }.get(State(said.state), pgettext("to worker", "No answer within 30 days. You can ask again."))


def _declined(said: Said) -> str:
    if not said.mailbox_hash:
        return pgettext(
            "to worker", "Nothing was confirmed. That says nothing about you: many just do not remember the months."
        )
    words = pgettext(
        "to worker",
        "Nothing was confirmed. That says nothing about you: many just do not remember the months. You can ask this mailbox again"
        " from %(day)s.",
    )
    return words % {"day": day(timezone.localdate((said.closed_at or said.expires_at) + A_NO_HOLDS))}

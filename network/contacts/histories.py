"""How an offer stands, and what became of it, in words. Both sides read the same history; opened is never told."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from accounts.registry import Task
from network.contacts import rules
from network.contacts.models import Offer
from network.contacts.querysets_offers import FOLLOW_UP
from network.contacts.rules import Places, Rest
from network.ui.templatetags.ui import day as day_words

State, Word = Offer.State, Offer.Word


@dataclass(frozen=True)
class Line:
    """One thing that happened. `day` is empty where it is not told."""

    day: str
    words: str


def history(offer: Offer) -> list[Line]:
    """The same for both sides. A no stays a no: neither why nor when is told."""
    lines = [(offer.created_at, _("Offer sent"))]
    if offer.state == State.YES:
        lines.append((offer.answered_at or offer.created_at, _("The answer: yes")))
        lines += [(day, _("The employer says: %(word)s") % {"word": word.label}) for word, day in offer.said.items()]
    elif offer.state_now == State.EXPIRED and offer.expires_at <= timezone.now():
        lines.append((offer.expires_at, _("No answer in time")))
    if offer.missed_at:
        lines.append((offer.missed_at, _("The worker says: nobody has been in touch")))
    told = [Line(_day(day), words) for day, words in sorted(lines, key=lambda each: each[0])]
    return [*told, Line("", _("The answer: no"))] if offer.state == State.NO else told


def state_for_worker(offer: Offer) -> str:
    """The offer was read with_rest()."""
    if offer.is_open and rules.rest_of(offer):
        return pgettext("to worker", "It rests. You need not answer.")
    return {
        State.OPEN: pgettext("to worker", "Answer until %(day)s") % {"day": _day(offer.expires_at)},
        State.YES: pgettext("to worker", "You said yes"),
        State.NO: pgettext("to worker", "You have reported it")
        if offer.reported_at
        else pgettext("to worker", "You said no"),
        State.EXPIRED: _over(offer),
    }.get(State(offer.state_now), "")


def _over(offer: Offer) -> str:
    """Ended before its time where whoever made it has closed the account."""
    if offer.sent_by_id is None:
        return pgettext("to worker", "The offer is over")
    return pgettext("to worker", "The time to answer is over")


def state_for_employer(offer: Offer) -> str:
    """In one line. Of a yes: what was said last, or what is due."""
    return {
        State.OPEN: _("No answer yet. The person has time until %(day)s.") % {"day": _day(offer.expires_at)},
        State.YES: _after_yes(offer),
        State.NO: _("No. Nothing else is known."),
        State.EXPIRED: _("No answer in time"),
        State.LEFT: _("The person has left"),
    }[State(offer.state_now)]


def _after_yes(offer: Offer) -> str:
    if rules.owes(offer):
        if offer.missed_at:
            return _("Yes. The person says that nobody has been in touch.")
        return _("Yes. You have not said yet what became of it.")
    if offer.said:
        return _("Yes. You said: %(word)s") % {"word": list(offer.said)[-1].label}
    due = (offer.answered_at or offer.created_at) + FOLLOW_UP
    return _("Yes. Say what became of it by %(day)s.") % {"day": _day(due)}


def line_for_worker(offer: Offer, url: str, group: str = "") -> Task:
    """One row of the worker's list; the offer was read with_rest()."""
    title = _("%(title)s, %(employer)s") % {"title": offer.title, "employer": offer.employer.name}
    todo = offer.is_open and rules.rest_of(offer) is None
    return Task(group, title, url, state_for_worker(offer), "todo" if todo else "", 1)


def rest_words(rest: Rest, offer: Offer) -> str:
    """Why the worker cannot say yes now, and what would change that."""
    words = {
        Rest.UNCHECKED: pgettext(
            "to worker",
            "%(employer)s is not checked any more. The offer rests, and you need not answer. If the employer is checked again by %(day)s,"
            " you can say yes.",
        ),
        Rest.NOBODY: pgettext(
            "to worker",
            "Nobody looks for people at %(employer)s any more, so nobody would read a yes. The offer rests, and you need not answer.",
        ),
        Rest.HIDDEN: pgettext(
            "to worker",
            "You hide from %(employer)s. The employer reads neither that nor anything new about you, and the offer rests.",
        ),
    }[rest]
    return words % {"employer": offer.employer.heir.name, "day": _day(offer.expires_at)}


def places_words(places: Places) -> list[str]:
    """How many offers are free, and why not more."""
    most = {"most": rules.MOST_OPEN, "free": places.free}
    lines = [
        ngettext(
            "You can make %(free)d more offer now. There are %(most)d places.",
            "You can make %(free)d more offers now. There are %(most)d places.",
            places.free,
        )
        % most
    ]
    if places.waiting:
        waiting = ngettext(
            "%(count)d place is taken by an offer that waits for its answer, for 14 days at most.",
            "%(count)d places are taken by offers that wait for their answers, for 14 days at most.",
            places.waiting,
        )
        lines.append(waiting % {"count": places.waiting})
    if places.owing:
        owing = ngettext(
            "%(count)d place is taken because somebody said yes and waits for you. Say what became of it, and it is free at once.",
            "%(count)d places are taken because people said yes and wait for you. Say what became of it, and they are free at once.",
            places.owing,
        )
        lines.append(owing % {"count": places.owing})
    return lines


def _day(moment: datetime) -> str:
    return day_words(timezone.localdate(moment))

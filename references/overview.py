"""The worker's list: requests and references by what there is to do."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from network.profiles.models import Profile, Station
from network.profiles.presenters import firm_of
from network.ui.templatetags.ui import day
from references import rules
from references.changes import ended
from references.models import Reference, ReferenceRequest
from references.payload import said_in
from references.presenters import firm_in, span_claimed

CLOSED_SHOWN = timedelta(days=90)
State, Channel = ReferenceRequest.State, ReferenceRequest.Channel


@dataclass(frozen=True)
class Row:
    title: str
    firm: str
    state: str  # a sentence
    url: str


@dataclass(frozen=True)
class Overview:
    waiting: list[Row]
    shown: list[Row]
    kept: list[Row]
    corrected: list[Row]
    withdrawn: list[Row]
    open: list[Row]
    closed: list[Row]
    stations: list[tuple[str, str, str]]  # firm, months, address to ask about it

    @property
    def is_empty(self) -> bool:
        return not any([self.waiting, self.shown, self.kept, self.corrected, self.withdrawn, self.open, self.closed])


def of(profile: Profile) -> Overview:
    """Three statements, however many rows."""
    references = list(profile.references.kept().select_related("withdrawal", "correction", "corrects__old"))
    asked = profile.reference_requests.of_worker().exclude(state=State.ANSWERED)
    requests = list(asked.select_related("station__employer", "station__place"))
    stations = profile.stations.askable().select_related("employer", "place")
    valid = [each for each in references if not rules.is_withdrawn(each)]
    standing = [each for each in valid if not rules.is_corrected(each)]
    recent = timezone.now() - CLOSED_SHOWN
    return Overview(
        waiting=[_reference_row(each) for each in standing if each.decided_at is None],
        shown=[_reference_row(each) for each in standing if each.shown],
        kept=[_reference_row(each) for each in standing if each.decided_at and not each.shown],
        corrected=[_reference_row(each) for each in valid if rules.is_corrected(each)],
        withdrawn=[_reference_row(each) for each in references if rules.is_withdrawn(each)],
        open=[request_row(each) for each in requests if rules.is_open(each)],
        closed=[request_row(each) for each in requests if _is_told_closed(each) and each.created_at > recent],
        stations=[(firm_of(each), span_claimed(each), _ask_url(each)) for each in stations],
    )


def _is_told_closed(request: ReferenceRequest) -> bool:
    """New digits end older ones, as often as the worker likes: those say nothing to anybody."""
    replaced = request.channel == Channel.ROOM and request.state != State.DECLINED
    return not rules.is_open(request) and not replaced


def _ask_url(station: Station) -> str:
    return reverse("references:ask", args=[station.pk])


def _reference_row(reference: Reference) -> Row:
    said = said_in(reference)
    words = {"name": said["referee"]["name"], "day": _day(reference.issued_at)}
    state = pgettext("to worker", "Signed on %(day)s") % words
    for sentence in _later(reference):
        state = f"{state}. {sentence}"
    if rules.is_aged(reference, timezone.localdate()):
        aged = _("Older than 3 years.")
        state = f"{state}. {aged}"
    return Row(words["name"], firm_in(said), state, reverse("references:read", args=[reference.public_id]))


def _later(reference: Reference) -> list[str]:
    """What came after or before it: a withdrawal by whom, a correction."""
    said = [ended(reference)] if rules.is_withdrawn(reference) else []
    if rules.is_corrected(reference):
        said.append(pgettext("to worker", "Corrected on %(day)s") % {"day": _day(reference.correction.at)})
    if hasattr(reference, "corrects"):
        said.append(
            pgettext("to worker", "Corrects the one of %(day)s") % {"day": _day(reference.corrects.old.issued_at)}
        )
    return said


def request_row(request: ReferenceRequest) -> Row:
    title = request.referee_name or _asked(request)
    url = reverse("references:request", args=[request.public_id])
    return Row(title, firm_of(request.station), _state(request), url)


def _asked(request: ReferenceRequest) -> str:
    """For who has no name: not yet, or not any more."""
    if request.channel == Channel.ROOM:
        return pgettext("to worker", "Somebody in the same room")
    if request.channel == Channel.PAPER:
        return pgettext("to worker", "A slip on paper")
    return pgettext("to worker", "Somebody you asked")


def _state_in_person(request: ReferenceRequest) -> str:
    words = {"day": _day(request.created_at), "end": _day(request.expires_at)}
    if rules.is_open(request):
        return {
            Channel.ROOM: pgettext("to worker", "Digits shown on %(day)s. The answer can come until %(end)s."),
            Channel.PAPER: pgettext(
                "to worker", "Printed on %(day)s. Whoever holds the slip can answer until %(end)s."
            ),
        }[Channel(request.channel)] % words
    return {
        State.ANSWERED: pgettext("to worker", "Answered on %(day)s.")
        % {"day": _day(request.closed_at or timezone.now())},
        State.DECLINED: pgettext(
            "to worker", "Nothing was confirmed. That says nothing about you: many just do not remember the months."
        ),
        State.CANCELLED: pgettext("to worker", "You took it back."),
    }.get(State(request.state), pgettext("to worker", "No answer within 30 days. You can ask again."))


def _state(request: ReferenceRequest) -> str:
    """How a request stands, without any reason: a no is no statement about the worker."""
    if rules.in_person(request):
        return _state_in_person(request)
    if rules.is_open(request):
        words = pgettext("to worker", "Sent on %(day)s. The answer can come until %(end)s.")
        if request.reminded_at:
            words = pgettext(
                "to worker", "Sent on %(day)s, and once more on %(again)s. The answer can come until %(end)s."
            )
        again = _day(request.reminded_at) if request.reminded_at else ""
        return words % {"day": _day(request.created_at), "again": again, "end": _day(request.expires_at)}
    closed = request.closed_at or request.expires_at
    return {
        State.ANSWERED: pgettext("to worker", "Answered on %(day)s.") % {"day": _day(closed)},
        State.DECLINED: pgettext(
            "to worker",
            "Nothing was confirmed. That says nothing about you: many just do not remember the months. You can ask this mailbox again"
            " from %(day)s.",
        )
        % {"day": _day(closed + rules.A_NO_HOLDS)},
        State.OBJECTED: pgettext("to worker", "This mailbox does not want requests. Ask somebody else there."),
        State.CANCELLED: pgettext("to worker", "You took it back."),
        State.BOUNCED: pgettext("to worker", "The mail did not arrive. Check the address and ask again."),
    }.get(State(request.state), pgettext("to worker", "No answer within 30 days. You can ask again."))


def _day(moment: datetime) -> str:
    return day(timezone.localdate(moment))

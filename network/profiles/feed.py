"""Deadlines as a calendar file (RFC 5545), for whoever has the secret address: no name of a person stands in it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import icalendar
from django.utils.translation import gettext as _

from network.profiles.deadlines import Deadline

BEFORE = timedelta(days=30)
REFRESH = timedelta(hours=12)


def calendar(found: Iterable[Deadline], *, host: str, now: datetime) -> bytes:
    """The same deadline has the same UID each time, so that a day that moves does not stand there twice."""
    made = icalendar.Calendar()
    made.add("prodid", "-//Handschlag//Deadlines//DE")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", _("Deadlines of my papers"))
    made.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})  # RFC 7986
    made.add("x-published-ttl", "PT12H")
    for deadline in found:
        made.add_component(_event(deadline, host, now))
    return bytes(made.to_ical())


def words(deadline: Deadline) -> str:
    """ "First aider at work runs out" """
    said = _("%(paper)s: due again") if deadline.duty else _("%(paper)s runs out")
    return said % {"paper": deadline.name}


def _event(deadline: Deadline, host: str, now: datetime) -> icalendar.Event:
    event = icalendar.Event()
    kind = f"duty-{deadline.on:%Y%m%d}" if deadline.duty else "end"
    event.add("uid", f"paper-{deadline.paper}-{kind}@{host}")
    event.add("dtstamp", now)
    event.add("summary", words(deadline))
    event.add("dtstart", deadline.on)
    if deadline.on < deadline.on.max:
        event.add("dtend", deadline.on + timedelta(days=1))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")  # nobody is busy all day because of it
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words(deadline))
    alarm.add("trigger", -BEFORE)
    event.add_component(alarm)
    return event

"""Short ways through the real doors: ask, answer, sign."""

import re
from datetime import date

from django.core import mail
from django.utils import timezone

from accounts.models import User
from network.employers.models import Employer
from network.occupations.models import Statement
from network.profiles.models import Station
from references import actions
from references.actions import Issued
from references.managing import asking
from references.models import ReferenceRequest
from tests import factories

BOSS = "monika@brandt-elektro.example"
LINK = re.compile(r"http://testserver(/\S+)")


def make_statements(count: int = 14) -> list[Statement]:
    aspects = ["craft", "reliability", "people"]
    return [
        Statement.objects.get_or_create(
            code=f"craft.test-{n}",
            defaults={"aspect": aspects[n % 3], "fits": ["*"], "names": {"de": f"Satz {n}.", "en": f"Sentence {n}."}},
        )[0]
        for n in range(count)
    ]


def make_station(worker: User, employer: Employer | None = None, **fields) -> Station:
    fields.setdefault("start", date(2013, 9, 1))
    fields.setdefault("end", date(2020, 6, 1))
    return factories.make_station(worker.profile, employer, **fields)


def ask(
    worker: User, station: Station, email: str = BOSS, name: str = "Monika Brandt", message: str = ""
) -> ReferenceRequest:
    return actions.ask(by=worker, station=station, referee_name=name, referee_email=email, message=message)


def answer(request: ReferenceRequest, **changes) -> None:
    """Everything but the code."""
    draft = {
        "statements": [],
        "text": "",
        "again": True,
        "name": "Monika Brandt",
        "role": "Meisterin",
        "relation": "superior",
    }
    draft |= changes
    actions.save_draft(by=None, request=request, step="start", answer="yes")
    seen = {key: draft[key] for key in ("statements", "text", "again")}
    actions.save_draft(by=None, request=request, step="seen", **seen)
    you = {key: draft[key] for key in ("name", "role", "relation")}
    actions.save_draft(by=None, request=request, step="you", **you)


def sign(request: ReferenceRequest, by: User | None = None, **changes) -> Issued:
    """Answered, mailbox confirmed, signed."""
    answer(request, **changes)
    if by is None:
        ReferenceRequest.objects.filter(pk=request.pk).update(confirmed_at=timezone.now())
    return actions.issue(by=by, request=request)


def reference_for(worker: User, employer: Employer | None = None, **changes) -> Issued:
    return sign(ask(worker, make_station(worker, employer)), **changes)


def last_link(to: str = BOSS) -> str:
    """The path in the newest mail to somebody."""
    return links_to(to)[-1]


def fresh_token(mailbox: str = BOSS) -> str:
    """The secret of a fresh link, asked for by typing the mailbox."""
    asking.ask(mailbox=mailbox, language="en")
    return last_link(mailbox).removeprefix("/r/mine/").strip("/")


def links_to(to: str) -> list[str]:
    return [link for letter in mail.outbox if to in letter.to for link in LINK.findall(letter.body)]

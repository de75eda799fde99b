"""From the question to a shown reference, the way people do it."""

from dataclasses import dataclass

from accounts.models import User
from network.occupations.lookup import statements_for
from network.profiles.models import Station
from references import actions
from references.demo.employers import Company
from references.demo.workers import Worker
from references.models import Reference, ReferenceRequest


@dataclass(frozen=True)
class Said:
    name: str
    role: str
    relation: str = "superior"
    text: str = ""


def of_boss(company: Company, text: str = "") -> Said:
    return Said(company.firm.boss, company.firm.role, text=text)


def asked_by_mail(worker: Worker, station: Station, *, by: User, said: Said) -> Reference:
    """Answered by who has an account with the mailbox that was asked."""
    asked = actions.ask(by=worker.user, station=station, referee_name=said.name, referee_email=by.email)
    answer(asked, by=by, said=said)
    return sign(asked, by=by, worker=worker)


def answer(asked: ReferenceRequest, *, by: User | None, said: Said) -> None:
    """All is right, the first four sentences, and who it is."""
    trade = asked.station.occupation
    codes = [each.code for each in statements_for(trade)[:4]] if trade else []
    actions.save_draft(by=by, request=asked, step="start", answer="yes")
    actions.save_draft(by=by, request=asked, step="seen", statements=codes, text=said.text, again=False)
    actions.save_draft(by=by, request=asked, step="you", name=said.name, role=said.role, relation=said.relation)


def sign(asked: ReferenceRequest, *, by: User | None, worker: Worker) -> Reference:
    asked.refresh_from_db()
    reference = actions.issue(by=by, request=asked).reference
    actions.release(by=worker.user, reference=reference)
    return reference

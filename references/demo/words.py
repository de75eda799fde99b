"""150 references, asked for and signed the way people do it, and offers in all states."""

from django.utils import translation

from network.occupations.lookup import statements_for
from network.profiles import actions as profiles
from network.profiles.models import Station
from references import actions
from references.demo import cast, clock, post
from references.demo.employers import Company
from references.demo.workers import Worker
from references.tasks import OF_FIELD, TRAINING

WANTED = 150
FRESH = 12  # of so many, one is new and waits for the worker's decision
FREE_WORDS = [
    "Bei der Sanierung in der Südstadt lief der Betrieb weiter, weil jeden Abend alles wieder angeschlossen war.",
    "",
    "Hat unsere zwei Azubis vor der Prüfung angeleitet. Beide haben bestanden.",
    "",
    "",
    "Als die Heizung am Sonntag ausfiel, war nach einer Stunde jemand da.",
    "",
]


def references(companies: dict[str, Company], made: list[Worker]) -> int:
    """The boss signs in; deputies have no account and confirm their mailbox by code. Returns how many were signed."""
    by_employer = {company.employer.pk: company for company in companies.values()}
    pairs = [(worker, station) for worker in made for station in worker.stations if station.employer_id]
    asked = [(worker, station, False) for worker, station in pairs] + [
        (worker, station, True) for worker, station in pairs
    ]
    for number, (worker, station, deputy) in enumerate(asked[:WANTED]):
        company = by_employer[station.employer_id or 0]
        _reference(number, worker, station, company, deputy=deputy)
    _unanswered(made, by_employer)
    return min(WANTED, len(asked))


def _reference(number: int, worker: Worker, station: Station, company: Company, *, deputy: bool) -> None:
    name = cast.DEPUTIES[number % len(cast.DEPUTIES)] if deputy else company.firm.boss
    mailbox = f"{name.split()[0].lower()}.{number}@{company.firm.key}.example" if deputy else company.boss.email
    role = "Stellvertretende Leitung" if deputy else company.firm.role
    when = number % 14 if number % FRESH == FRESH - 1 else 20 + number * 37 % 240
    with clock.days_ago(when):
        asked = actions.ask(by=worker.user, station=station, referee_name=name, referee_email=mailbox)
        by = None if deputy else company.boss
        actions.save_draft(by=by, request=asked, step="start", answer="yes")
        if company.employer.facts_only:
            actions.save_draft(by=by, request=asked, step="facts", **_facts_of(number, station))
        elif station.occupation:
            fitting = [each.code for each in statements_for(station.occupation)]
            picked = [fitting[(number + step * 5) % len(fitting)] for step in range(3 + number % 3)]
            text = FREE_WORDS[number % len(FREE_WORDS)]
            seen = {"statements": sorted(set(picked), key=fitting.index), "text": text, "again": number % 3 != 1}
            actions.save_draft(by=by, request=asked, step="seen", **seen)
        actions.save_draft(by=by, request=asked, step="you", name=name, role=role, relation="superior")
        if deputy:
            actions.send_code(by=None, request=asked)
            actions.confirm_mailbox(by=None, request=asked, code=post.code_for(mailbox))
        asked.refresh_from_db()
        reference = actions.issue(by=by, request=asked).reference
        if number % FRESH != FRESH - 1:
            (actions.hide if number % 17 == 5 else actions.release)(by=worker.user, reference=reference)
    if number % 29 == 28:
        with clock.days_ago(max(1, when - 15)):
            actions.withdraw(
                by=company.boss, reference=reference, reason="Ich habe zwei Leute verwechselt. Das tut mir leid."
            )


def _facts_of(number: int, station: Station) -> dict[str, list[str]]:
    """Of a firm that states facts only."""
    suggested = OF_FIELD[station.occupation.field.slug] if station.occupation else ()
    with translation.override("de"):
        tasks = [str(each) for each in suggested[number % 2 : number % 2 + 3 + number % 3]]
        training = [str(each) for each in TRAINING[number % 3 :: 3]]
    return {"tasks": tasks, "training": training}


def _unanswered(made: list[Worker], by_employer: dict[int, Company]) -> None:
    """Requests that are still open, and one that could not be confirmed."""
    for number, worker in enumerate(made[3:40:6]):
        with clock.days_ago(2 + number):
            station = worker.stations[-1]
            mailbox = f"buero{number}@ehemals.example"
            asked = actions.ask(
                by=worker.user, station=station, referee_name=cast.DEPUTIES[number % 5], referee_email=mailbox
            )
            if number == 1:
                actions.decline(by=None, request=asked)


def blocks(companies: dict[str, Company], made: list[Worker]) -> None:
    """Some hide from the firm they work for."""
    for worker in made[6:80:11]:
        employer = worker.stations[0].employer
        if employer:
            profiles.block(by=worker.user, profile=worker.profile, employer=employer)

"""Papers told by hand: with days that come near, seen by an employer, and a nurse whose training was recognised here."""

from datetime import date, timedelta

from django.utils import timezone

from accounts.models import User
from network.occupations.models import Occupation, QualificationKind
from network.profiles import actions
from network.profiles.models import Qualification
from references.demo import clock
from references.demo.employers import Company
from references.demo.workers import Worker

CHAMBER = "Handwerkskammer für Mittelfranken"


def papers(companies: dict[str, Company], made: list[Worker], desk: User) -> None:
    """Aylin has one that ends soon and one that counts only where she works; Svetlana came with papers from abroad."""
    with clock.days_ago(150):
        _electrician(made[0])
        _nurse(made[2])
        _on_the_way(next(each for each in made[3:] if _works_in(each, "pflege")))
    brandt, home = companies["brandt-elektro"], companies["regnitz-pflege"]
    with clock.days_ago(23):
        _see(made[0], "gesellenbrief", by=brandt.boss, company=brandt)
        _see(made[2], "anerkennung", by=home.boss, company=home)
        _see(made[2], "deutsch-zertifikat", by=desk)


def _electrician(aylin: Worker) -> None:
    today = timezone.localdate()
    _hold(aylin, "gesellenbrief", issuer=CHAMBER, number="EE-2017-0482", issued=date(2017, 2, 18))
    _hold(aylin, "elektrofachkraft", issued=today - timedelta(days=300))
    _hold(aylin, "ersthelfer", issuer="Johanniter Fürth", issued=today - timedelta(days=730 - 210))
    _hold(aylin, "hubarbeitsbuehne", issuer="Mietpark Franken", number="HAB 20771", issued=date(2021, 6, 9))
    _hold(aylin, "schaltberechtigung", issued=today - timedelta(days=200), station=aylin.stations[0])


def _nurse(svetlana: Worker) -> None:
    trade = Occupation.objects.get(slug="pflegefachkraft")
    paper = _hold(svetlana, "anerkennung", issuer="Landesamt für Pflege", issued=date(2024, 5, 14), recognised_as=trade)
    months = {
        "applied": date(2022, 9, 1),
        "notice": date(2023, 1, 1),
        "course": date(2023, 4, 1),
        "exam": date(2024, 3, 1),
        "recognised": date(2024, 5, 1),
        "permitted": date(2024, 6, 1),
    }
    actions.save_recognition(by=svetlana.user, qualification=paper, months=dict(months))
    _hold(
        svetlana, "deutsch-zertifikat", issuer="Bildungszentrum Nürnberg", number="B2-118204", issued=date(2023, 11, 4)
    )
    _hold(svetlana, "wundexperte", issuer="Wundakademie Erlangen", issued=date(2025, 3, 21))


def _on_the_way(worker: Worker) -> None:
    trade = Occupation.objects.get(slug="pflegefachkraft")
    paper = _hold(worker, "anerkennung", issuer="Landesamt für Pflege", recognised_as=trade)
    months = {"applied": date(2026, 1, 1), "notice": date(2026, 4, 1)}
    actions.save_recognition(by=worker.user, qualification=paper, months=dict(months))


def _hold(worker: Worker, slug: str, **said: object) -> Qualification:
    kind = QualificationKind.objects.get(slug=slug)
    return actions.add_qualification(by=worker.user, profile=worker.profile, kind=kind, **said)  # type: ignore[arg-type]


def _see(worker: Worker, slug: str, *, by: User, company: Company | None = None) -> None:
    """The worker shows it, the other one types the digits, compares and confirms."""
    paper = worker.profile.qualifications.get(kind__slug=slug)
    code = actions.show_original(by=worker.user, qualification=paper)
    facts = actions.facts_of(paper)
    actions.confirm_seen(by=by, code=code, facts=facts, employer=company.employer if company else None)


def _works_in(worker: Worker, field: str) -> bool:
    occupation = worker.profile.occupation
    return occupation is not None and occupation.field.slug == field

"""What firms began: a word that waits for somebody who is here, one that was taken over, a team of whom most are not here yet."""

from network.occupations.lookup import statements_for
from network.occupations.models import Occupation
from references import actions
from references.demo import clock
from references.demo.employers import Company
from references.demo.workers import Worker
from references.drafts import Draft
from references.inviting import actions as inviting
from references.inviting import rows, taking
from references.inviting.actions import Person
from references.inviting.writing import EVERY_ANSWER
from references.ladder import FIRM, SUPERIOR
from references.models import WorkerInvitation

TEAM = """Name;E-Mail;seit;Beruf
Samira Keller;samira.keller@post.example;09/2019;Elektroniker Betriebstechnik
Jürgen Häßler;juergen.haessler@post.example;03/2008;Mechatroniker
Łukasz Wiśniewski;lukasz.w@post.example
سميرة حداد;s.haddad@post.example
Nguyễn Thị Hoa;hoa.nguyen@post.example
"""


def invitations(companies: dict[str, Company], made: list[Worker]) -> int:
    """Returns how many were sent."""
    brandt, talheim = companies["brandt-elektro"], companies["talheim-werke"]
    with clock.days_ago(9):
        checked = rows.check(TEAM, by=talheim.boss, employer=talheim.employer)
        people = rows.people(checked, name=talheim.firm.boss, role=talheim.firm.role)
        inviting.invite(by=talheim.boss, employer=talheim.employer, people=people)
    here = [each for each in made if each.stations and each.profile.occupation]
    with clock.days_ago(6):
        _taken_over(brandt, here[1])
    with clock.days_ago(2):
        _write(brandt, here[0], "Danke für die Nacht im Keller. Das wollte ich einmal festhalten.")
    return WorkerInvitation.objects.count()


def _write(company: Company, worker: Worker, message: str = "") -> WorkerInvitation:
    profile = worker.profile
    occupation = Occupation.objects.select_related("field").get(pk=profile.occupation_id or 0)
    fitting = [each.code for each in statements_for(occupation)]
    draft = Draft(answer="other", first="2021-04", occupation=occupation.slug, statements=fitting[:4:2])
    draft.text = "Als der Verteiler im Keller unter Wasser stand, kam die Hilfe nach zwanzig Minuten."
    draft.name, draft.role, draft.relation = company.firm.boss, company.firm.role, SUPERIOR if message else FIRM
    draft.answered = EVERY_ANSWER
    person = Person(profile.name, worker.user.email, draft.as_json())
    batch = inviting.invite(by=company.boss, employer=company.employer, people=[person], message=message)
    return WorkerInvitation.objects.get(batch=batch)


def _taken_over(company: Company, worker: Worker) -> None:
    reference = taking.take_over(by=worker.user, invitation=_write(company, worker))
    if reference:
        actions.release(by=worker.user, reference=reference)

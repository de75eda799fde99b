"""What the desk has on its table: two workers contest a reference, a firm says that nobody there said it, and two words sound alike."""

from accounts.models import User
from network.desk import asking
from network.desk import cases as desk
from network.desk.models import Case
from references import actions
from references.demo import clock
from references.demo.employers import Company
from references.demo.signing import asked_by_mail, of_boss
from references.demo.workers import Worker
from references.models import Reference
from references.signals import looking

OPEN = "Wir haben nur zwei Monate zusammen gearbeitet, nicht zwei Jahre."
DECIDED = "Ich war dort nie in dieser Abteilung."
QUESTION = "Wie lange haben Sie zusammen gearbeitet?"
REASON = "Der Betrieb hat uns den Einsatzplan gezeigt: Die Monate und die Abteilung stimmen."

NOT_US = "Eine Stellvertretung mit diesem Namen gab es bei uns nie."
TWICE = "Als der Strom im ganzen Haus ausfiel, lief nach zwei Stunden alles wieder."


def contested(made: list[Worker], member: User) -> None:
    """The newest words about two workers with a boss who has an account."""
    found = Reference.objects.valid().filter(profile__user__in=[each.user for each in made[20:]], shown=True)
    known = found.exclude(referee_user=None).select_related("profile__user", "employer").order_by("profile", "-pk")
    waiting, decided = known[0], known[len(known) - 1]
    with clock.days_ago(12):
        old = _case(decided, DECIDED)
    with clock.days_ago(9):
        desk.decide(by=member, case=old, outcome=Case.Outcome.STAYS, reason=REASON)
    with clock.days_ago(3):
        new = _case(waiting, OPEN)
    with clock.days_ago(1):
        asking.ask(by=member, case=new, who="referee", words=QUESTION)


def objected(companies: dict[str, Company]) -> None:
    """The boss finds a word in the firm's name, signed by somebody with a mailbox and no account."""
    brandt = companies["brandt-elektro"]
    foreign = Reference.objects.of_employer(brandt.employer).valid().filter(referee_user=None, shown=True)
    with clock.days_ago(2):
        actions.object_to_statement(by=brandt.boss, reference=foreign.order_by("-pk")[0], words=NOT_US)


def unusual(companies: dict[str, Company], made: list[Worker]) -> None:
    """The same boss writes for two people of one team within a minute, in the same words: most likely harmless."""
    company = companies["talheim-werke"]
    team = [(worker, each) for worker in made for each in worker.stations if each.employer_id == company.employer.pk]
    with clock.days_ago(5):
        words = [asked_by_mail(*each, by=company.boss, said=of_boss(company, TWICE)) for each in team[:2]]
        asked = words[-1].request
        if asked:
            looking.look.call(f"request:{asked.public_id}")


def _case(reference: Reference, words: str) -> Case:
    return desk.open_case(
        by=reference.profile.user if reference.profile else None,
        kind=Case.Kind.CONTEST,
        subject=reference.key_of_item,
        profile=reference.profile,
        employer=reference.employer,
        words=words,
    )

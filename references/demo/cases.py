"""Two workers contest a reference: one case waits for the desk, which has asked, one is decided."""

from accounts.models import User
from network.desk import asking
from network.desk import cases as desk
from network.desk.models import Case
from references.demo import clock
from references.demo.workers import Worker
from references.models import Reference

OPEN = "Wir haben nur zwei Monate zusammen gearbeitet, nicht zwei Jahre."
DECIDED = "Ich war dort nie in dieser Abteilung."
QUESTION = "Wie lange haben Sie zusammen gearbeitet?"
REASON = "Der Betrieb hat uns den Einsatzplan gezeigt: Die Monate und die Abteilung stimmen."


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


def _case(reference: Reference, words: str) -> Case:
    return desk.open_case(
        by=reference.profile.user if reference.profile else None,
        kind=Case.Kind.CONTEST,
        subject=reference.key_of_item,
        profile=reference.profile,
        employer=reference.employer,
        words=words,
    )

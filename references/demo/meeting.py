"""Asked in the same room: digits typed by a boss with an account, by one without any, and a slip that waits."""

from network.employers.viewer import STRANGER, viewer_of
from network.profiles.models import Station
from references.demo import clock, post
from references.demo.employers import Company
from references.demo.signing import Said, answer, of_boss, sign
from references.demo.ways import AYLIN, SVETLANA
from references.demo.workers import Worker
from references.handshake import actions, confirming
from references.models import ReferenceRequest

GONE = Said(
    "Gerhard Lindner",
    "Inhaber bis 2022",
    text="Hat die Werkstatt aufgeräumt übergeben, mit einer Liste für den Nächsten.",
)
MAILBOX = "gerhard@lindner-haustechnik.example"
SPOKEN = "Hat unsere neue Kollegin aus Manila durch die ersten acht Wochen begleitet."
MESSAGE = "Wir haben im Frühjahr davon gesprochen. Danke!"


def meetings(companies: dict[str, Company], made: list[Worker]) -> None:
    """Aylin meets her old boss, Svetlana hers after the shift; Aylin prints a slip for the present one."""
    aylin, svetlana = made[AYLIN], made[SVETLANA]
    with clock.days_ago(17):
        _old_boss(aylin, aylin.stations[1])
    with clock.days_ago(11):
        home = companies["regnitz-pflege"]
        asked = _shake(svetlana, svetlana.stations[0], home)
        answer(asked, by=home.boss, said=of_boss(home, SPOKEN))
        sign(asked, by=home.boss, worker=svetlana)
    with clock.days_ago(4):
        actions.print_slip(by=aylin.user, station=aylin.stations[0], message=MESSAGE)


def _shake(worker: Worker, station: Station, company: Company | None = None) -> ReferenceRequest:
    asked, code = actions.show_digits(by=worker.user, station=station)
    boss = company.boss if company else None
    actions.enter(by=boss, viewer=viewer_of(boss) if boss else STRANGER, code=code, browser="demo")
    return asked


def _old_boss(worker: Worker, station: Station) -> None:
    """No account: six digits to his mailbox show who it is."""
    asked = _shake(worker, station)
    answer(asked, by=None, said=GONE)
    confirming.send(by=None, request=asked, email=MAILBOX)
    confirming.confirm(by=None, request=asked, code=post.code_for(MAILBOX))
    sign(asked, by=None, worker=worker)

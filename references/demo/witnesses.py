"""Who stands for work samples: bosses, colleagues and customers, by mail and in the same room; some released, some to decide, one open."""

from network.employers.viewer import STRANGER
from network.samples.contexts import context_of, digest
from network.samples.models import WorkSample
from references.demo import clock
from references.demo.employers import Company
from references.models import Witness
from references.witness import actions, answering, rules

WANTED = 14
COLLEAGUES = ("Jasmin Köhler", "Mehmet Aydın", "Piotr Wójcik", "Nadia Haddad")
CUSTOMERS = ("Erika Baumann", "Thomas Vogel", "Fatma Yıldız")


def witnesses(companies: dict[str, Company]) -> int:
    """One or two for each of the first samples. Returns how many stand for something."""
    by_employer = {company.employer.pk: company for company in companies.values()}
    samples = WorkSample.objects.filter(shown=True).select_related(
        "profile__user",
        "profile__occupation__field",
        "station__employer",
        "station__place",
        "station__occupation__field",
    )
    for number, sample in enumerate(samples.order_by("pk")[:WANTED]):
        company = by_employer.get(sample.station.employer_id or 0) if sample.station else None
        with clock.days_ago(max(2, 150 - number * 11)):
            _one(number, sample, company)
    return Witness.objects.answered().count()


def _one(number: int, sample: WorkSample, company: Company | None) -> None:
    if number == 0 and company:
        _boss(sample, company)
        _in_the_room(sample, CUSTOMERS[0], "customer", "ordered")
    elif number % 3 == 0 and company:
        _boss(sample, company)
    elif number % 3 == 1 and number < WANTED - 1 and "customer" in rules.roles_for(sample):
        _in_the_room(sample, CUSTOMERS[number // 3 % len(CUSTOMERS)], "customer", "ordered")
    else:
        _colleague(number, sample)


def _boss(sample: WorkSample, company: Company) -> None:
    by, boss = sample.profile.user, company.boss
    asked = actions.ask(by=by, sample=sample, name=company.firm.boss, email=boss.email, role="boss")
    answer = answering.Answer(company.firm.boss, True, "boss", "there", digest(context_of(sample)))
    answering.confirm(by=boss, witness=asked, token="", answer=answer)
    _release(asked)


def _colleague(number: int, sample: WorkSample) -> None:
    """The last ones are still for the worker to decide, or not answered yet."""
    name = COLLEAGUES[number % len(COLLEAGUES)]
    email = f"{name.split()[0].lower()}.{number}@team.example"
    asked = actions.ask(by=sample.profile.user, sample=sample, name=name, email=email, role="colleague")
    if number == WANTED - 1:
        return
    answer = answering.Answer(name, False, "colleague", "together", digest(context_of(sample)))
    answering.confirm(by=None, witness=asked, token="", answer=answer)
    if number < WANTED - 4:
        _release(asked)


def _in_the_room(sample: WorkSample, name: str, role: str, knows: str) -> None:
    code = actions.show_digits(by=sample.profile.user, sample=sample)
    token = answering.enter(by=None, viewer=STRANGER, code=code)
    asked = Witness.objects.filter(sample=sample, channel="room").latest("pk")
    answer = answering.Answer(name, False, role, knows, digest(context_of(sample)))
    answering.confirm(by=None, witness=asked, token=token or "", answer=answer)
    _release(asked)


def _release(asked: Witness) -> None:
    witness = Witness.objects.select_related("profile__user", "sample").get(pk=asked.pk)
    actions.release(by=witness.profile.user, witness=witness)

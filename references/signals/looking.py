"""After the signature, in the background: what is unusual comes before the desk. It delays and blocks nothing (law 15)."""

from django.db import transaction
from django.utils import timezone

from accounts.background import task
from network.desk import cases
from network.desk.models import Case
from network.employers.models import Employer
from network.profiles.presenters import firm_of
from references.models import Reference, Signal
from references.signals import evidence, finding, likeness


def start(subject: str, domain: str) -> None:
    """Called after a signature was noted. The domain of the mailbox is compared now: afterwards nobody knows it any more."""
    kind, _colon, name = subject.partition(":")
    found = Reference.objects.filter(request__public_id=name).select_related("station__employer").first()
    if kind == "request" and found:
        look.enqueue(found.public_id, _taken_for(found, domain))


@task()
def look(public_id: str, alike_domain: str = "") -> None:
    """Store what was found and open one case for all of it. What the desk has decided is not brought up again."""
    known = Reference.objects.valid().select_related("profile__user", "employer", "request", "station__employer")
    reference = known.filter(public_id=public_id).first()
    if reference is None or reference.profile is None:
        return
    subject, kind = reference.key_of_item, Case.Kind.SIGNALS
    if Case.objects.filter(kind=kind, subject=subject).exclude(decided_at=None).exists():
        return
    kinds = finding.find(reference, alike_domain)
    if not kinds:
        return
    with transaction.atomic():
        for each in kinds:
            facts = {"domain": alike_domain} if each == "alike-domain" else {}
            Signal.objects.get_or_create(kind=each, subject=subject, defaults={"facts": facts})
        cases.open_case(by=None, kind=kind, subject=subject, profile=reference.profile)


def _taken_for(reference: Reference, domain: str) -> str:
    """The domain of a checked employer that this one is easily taken for, or "". One query."""
    if not domain or reference.station is None:
        return ""
    checked = Employer.objects.filter(checked_until__gte=timezone.localdate()).exclude(domain="")
    own = reference.station.employer
    if own and domain == own.domain:
        return ""
    near = checked.filter(domain__startswith=domain[:1]) | checked.filter(name=firm_of(reference.station))
    for each in near.values_list("domain", flat=True)[: evidence.MOST]:
        if likeness.domains_alike(domain, each):
            return str(each)
    return ""

"""What a human looks at before deciding on an employer."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.crypto import salted_hmac

from network.desk import registry
from network.employers import domains, naming, presenters
from network.employers.models import Employer, EmployerProof, Membership

MOST_ALIKE = 10


@dataclass(frozen=True)
class Facts:
    employer: Employer
    domain: str
    standing: presenters.Standing
    proofs: list[EmployerProof]
    admins: list[Membership]
    alike: list[Employer]
    seen: str
    conduct: list[str]  # how it treats people


def gather(employer: Employer) -> Facts:
    """Five queries and those of the rooms above, whatever is there. `employer` comes with place and parent."""
    proofs = list(employer.proofs.select_related("by__desk"))
    return Facts(
        employer=employer,
        domain=domains.shown(employer.domain),
        standing=presenters.standing(employer, proofs),
        proofs=proofs,
        admins=list(employer.memberships.admins().order_by("since")),
        alike=alike(employer),
        seen=fingerprint_of(employer, proofs[0].pk if proofs else 0),
        conduct=[line for lines in registry.conduct for line in lines(employer)],
    )


def alike(employer: Employer) -> list[Employer]:
    """Others of the same name or the same domain: a chain, or somebody who pretends to be one of it."""
    same = Q(key__startswith=naming.stem(employer.name))
    if employer.domain:
        same |= Q(domain=employer.domain)
    others = Employer.objects.filter(same).exclude(pk=employer.pk).select_related("place")
    return list(others.order_by("name", "pk")[:MOST_ALIKE])


def fingerprint(employer: Employer) -> str:
    """Changes with every fact that is checked and with every decision, so that nobody confirms what they have not seen."""
    newest = employer.proofs.values_list("pk", flat=True).first()
    return fingerprint_of(employer, newest or 0)


def fingerprint_of(employer: Employer, newest: int) -> str:
    """The same where the key of the newest proof has been read already; 0: there is none."""
    parts = (employer.pk, employer.name, employer.place_id, employer.domain, employer.parent_id, newest)
    return salted_hmac("desk.facts", repr(parts), algorithm="sha256").hexdigest()

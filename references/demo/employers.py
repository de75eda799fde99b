"""Firms, their people and the desk's decisions."""

from dataclasses import dataclass

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.utils import timezone

from accounts.models import User
from network.desk import actions as desk
from network.desk.facts import fingerprint
from network.employers import actions
from network.employers.models import Employer
from network.places.models import Place
from references.demo import clock, post
from references.demo.firms import FIRMS, Firm

REASONS = {
    "register": "Eintrag in der Handwerksrolle oder im Handelsregister gesehen, Name und Anschrift stimmen.",
    "call-back": "Unter der Nummer aus dem Impressum zurückgerufen. Die Personalstelle kennt die Anmeldung.",
    "visit": "Vor Ort gewesen und mit der Leitung gesprochen.",
}


@dataclass
class Company:
    firm: Firm
    employer: Employer
    boss: User


def person(email: str) -> User:
    user = User.objects.create_user(email, is_demo=True)
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
    return user


def desk_person() -> User:
    user = person("petra@desk.example")
    desk.add_member(by=None, user=user, name="Petra Hofmann")
    TOTP.activate(user, generate_totp_secret())
    return user


def mailbox(firm: Firm) -> str:
    """monika@brandt-elektro.example"""
    first = firm.boss.removeprefix("Dr. ").split()[0].lower()
    return f"{first}@{firm.key}.example"


def companies(desk_member: User) -> dict[str, Company]:
    made: dict[str, Company] = {}
    for firm in FIRMS:
        with clock.days_ago(300):
            made[firm.key] = _register(firm, made.get(firm.parent))
        with clock.days_ago(296) as then:
            _prove(made[firm.key], desk_member)
            made[firm.key].employer.proofs.update(at=then)
    _waiting(made)
    return made


def _register(firm: Firm, parent: Company | None) -> Company:
    boss = person(mailbox(firm))
    TOTP.activate(boss, generate_totp_secret())
    employer = actions.register(
        by=boss,
        name=firm.name,
        place=Place.objects.get(postcode=firm.postcode),
        member_name=firm.boss,
        position=firm.role,
        domain=f"{firm.key}.example",
        founded_year=firm.founded,
        works_council=firm.works_council,
    )
    if firm.facts_only:
        actions.choose_facts_only(by=boss, employer=employer, works_council=firm.works_council, facts_only=True)
    Employer.objects.filter(pk=employer.pk).update(is_demo=True, created_at=timezone.now())
    if parent:
        actions.set_parent(by=boss, employer=employer, parent=parent.employer)
    employer.refresh_from_db()
    return Company(firm, employer, boss)


def _prove(company: Company, desk_member: User) -> None:
    if company.firm.checked == "domain-mail":
        address = actions.send_domain_code(by=company.boss, employer=company.employer, local="info")
        actions.confirm_domain(by=company.boss, employer=company.employer, mailbox=address, code=post.code_for(address))
    elif company.firm.checked:
        desk.decide(
            by=desk_member,
            employer=company.employer,
            kind=company.firm.checked,
            reason=REASONS[company.firm.checked],
            seen=fingerprint(company.employer),
        )
    company.employer.refresh_from_db()


def _waiting(made: dict[str, Company]) -> None:
    """One recruiter without other roles, and an invitation still open."""
    talheim = made["talheim-werke"]
    rita = person("rita@talheim-werke.example")
    actions.add_member(
        by=talheim.boss,
        employer=talheim.employer,
        user=rita,
        name="Rita Renner",
        position="Personal",
        is_recruiter=True,
    )
    actions.invite(by=talheim.boss, employer=talheim.employer, email="nachfolge@talheim-werke.example", is_referee=True)

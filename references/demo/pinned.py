"""Three notices of the region: nights in care, a trade, a warehouse. And a program that reads along."""

from decimal import Decimal
from uuid import uuid4

from network.contacts.facts import Facts
from network.contacts.notices import actions
from network.occupations.models import Occupation
from network.partners import actions as partners
from references.demo import clock
from references.demo.employers import Company

# Firm, occupation, title, shift, pay from and up to, per month, days ago, text
NOTICES = (
    ("regnitz-pflege", "pflegefachkraft", "Pflegefachkraft für die Nacht", "night", 3600, 4100, True, 3,
     "Nachtdienst auf zwei Wohnbereichen, zu zweit. Sieben Nächte, danach sieben Tage frei."),
    ("talheim-werke", "elektroniker-energie-gebaeudetechnik", "Elektrofachkraft für Netzstationen", "day", 24, 28, False, 9,
     "Wartung von Ortsnetzstationen. Führerschein Klasse B wird gebraucht."),
    ("frankenlager", "fachkraft-lagerlogistik", "Fachkraft für den Wareneingang", "two-shift", 17, 19, False, 20, ""),
)  # fmt: skip


def notices(companies: dict[str, Company]) -> int:
    """Pinned by the boss of each firm, who answers the phone. Returns how many."""
    for key, slug, title, shift, low, high, monthly, days, text in NOTICES:
        company, area = companies[key], Occupation.objects.select_related("field").get(slug=slug).field
        unit = "month" if monthly else "hour"
        pay = (Decimal(low), Decimal(high), unit, True, None, None)
        facts = Facts(title, company.employer.place, shift, *pay, company.firm.boss, "+499115550140", text)
        with clock.days_ago(days):
            actions.pin(by=company.boss, employer=company.employer, field=area, facts=facts, once=uuid4())
    return len(NOTICES)


def key(companies: dict[str, Company]) -> None:
    """Of a program that nobody runs: its secret is shown to nobody."""
    company = companies["talheim-werke"]
    member = company.employer.memberships.admins().get(user=company.boss)
    with clock.days_ago(40):
        partners.make(by=company.boss, member=member, name="Stellenbörse der Website", once=uuid4())

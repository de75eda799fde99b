from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from network.places.models import Place


@dataclass(frozen=True)
class Facts:
    """What an offer must say (domain: facts first, person second)."""

    title: str
    place: Place
    shift: str
    pay_min: Decimal
    pay_max: Decimal
    pay_unit: str
    permanent: bool
    until: date | None
    start: date | None
    contact_name: str
    contact_phone: str
    text: str = ""

from typing import Any

from network.contacts.models.facts import JobFacts
from network.contacts.pay import euros


def written(said: JobFacts) -> dict[str, Any]:
    """What the form shows of facts that stand somewhere already."""
    same = ("title", "place", "shift", "pay_unit", "until", "start", "contact_name", "contact_phone", "text")
    return {
        **{name: getattr(said, name) for name in same},
        "pay_min": euros(said.pay_min),
        "pay_max": euros(said.pay_max),
        "permanent": "yes" if said.permanent else "no",
        "start_when": "month" if said.start else "soon",
    }

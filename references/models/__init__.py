"""Tables of this house: who was asked, what was signed, the ledger, and who stands for a work sample."""

from references.models.asking import Asked, Secret, StopList
from references.models.ledger import LedgerEntry, LedgerHead
from references.models.requests import ReferenceRequest, RequestLink
from references.models.signed import Reference, SigningKey, Withdrawal
from references.models.witness import Witness, WitnessLink

__all__ = [
    "Asked",
    "LedgerEntry",
    "LedgerHead",
    "Reference",
    "ReferenceRequest",
    "RequestLink",
    "Secret",
    "SigningKey",
    "StopList",
    "Withdrawal",
    "Witness",
    "WitnessLink",
]

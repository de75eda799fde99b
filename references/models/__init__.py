"""Tables of this house: who was asked, what was signed, the ledger, who stands for a sample or a station, and what a human should see."""

from references.models.asking import Asked, Refusal, Secret, StopList
from references.models.inviting import WorkerInvitation, WorkerInvitationLink
from references.models.ledger import LedgerEntry, LedgerHead, SignedHead
from references.models.requests import ReferenceRequest, RequestLink
from references.models.signals import Signal, Trace
from references.models.signed import Correction, ManageLink, Objection, Reference, SigningKey, Withdrawal
from references.models.stamps import StampAnswer, StampConsent, StampRound, StampStop
from references.models.voices import Voice, VoiceLink
from references.models.witness import Witness, WitnessLink

__all__ = [
    "Asked",
    "Correction",
    "LedgerEntry",
    "LedgerHead",
    "ManageLink",
    "Objection",
    "Reference",
    "ReferenceRequest",
    "Refusal",
    "RequestLink",
    "Secret",
    "Signal",
    "SignedHead",
    "SigningKey",
    "StampAnswer",
    "StampConsent",
    "StampRound",
    "StampStop",
    "StopList",
    "Trace",
    "Voice",
    "VoiceLink",
    "Withdrawal",
    "Witness",
    "WitnessLink",
    "WorkerInvitation",
    "WorkerInvitationLink",
]

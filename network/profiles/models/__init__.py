"""The records of this room, one file for each kind of fact."""

from network.profiles.models.audience import Audience
from network.profiles.models.papers import Qualification, Reminder
from network.profiles.models.profile import Profile
from network.profiles.models.sharing import Block, Look, ShareLink, ShareOpening
from network.profiles.models.stations import Confirmation, Station

__all__ = [
    "Audience",
    "Block",
    "Confirmation",
    "Look",
    "Profile",
    "Qualification",
    "Reminder",
    "ShareLink",
    "ShareOpening",
    "Station",
]

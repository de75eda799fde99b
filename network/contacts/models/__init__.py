"""Tables of this room: offers to one person, notices for everybody, and who is interested in them."""

from network.contacts.models.notices import Interest, Notice
from network.contacts.models.offers import Offer

__all__ = ["Interest", "Notice", "Offer"]

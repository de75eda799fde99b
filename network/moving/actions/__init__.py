"""Everything that bringing along writes: the draft here, the page through the actions of the rooms below."""

from network.moving.actions.drafts import forget, keep, purge, throw_away
from network.moving.actions.taking import take

__all__ = ["forget", "keep", "purge", "take", "throw_away"]

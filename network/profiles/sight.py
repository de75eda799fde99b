"""What one reader sees of one page: the single answer that every part of the page asks for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from network.employers.viewer import Viewer
from network.profiles import passes
from network.profiles.models.audience import Audience

if TYPE_CHECKING:
    from network.profiles.models import Profile


@dataclass(frozen=True)
class Sight:
    """Made by sight_of(), by share links and by previews. Whether the page opens at all is asked before (ProfileQuerySet.openable_by).

    `items` is None for the page itself; for a share link it is the keys of what the link names, and nothing else is seen.
    """

    viewer: Viewer
    owner: bool = False
    items: frozenset[str] | None = None
    share: int | None = None  # the share link it was made for

    def sees(self, key: str, audience: str) -> bool:
        """May this reader read the item? `key` is "station:7", "paper:3", "sample:9", "reference:<public id>", "phone" or "mail"."""
        if self.owner:
            return True
        if self.items is not None:
            return key in self.items
        return audience == Audience.ALL or (audience == Audience.EMPLOYERS and self.viewer.checked)

    def pass_for(self, key: str) -> str:
        """For addresses beside the page: its photos, its check pages. Empty where the reader needs none, see passes.py."""
        return passes.make(self.share, key) if self.share and self.items and key in self.items else ""

    @property
    def hiring(self) -> bool:
        """Reads whether and from when somebody wants offers (law 3): members of checked employers, and the worker."""
        return self.owner or (self.viewer.checked and self.items is None)


def sight_of(profile: "Profile", viewer: Viewer) -> Sight:
    return Sight(viewer, owner=viewer.user_id == profile.user_id)

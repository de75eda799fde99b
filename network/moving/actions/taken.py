"""What one taking knows while it goes on."""

from dataclasses import dataclass, field
from typing import Any

from accounts.models import User
from network.moving.models import Draft
from network.profiles.models import Profile, Station


@dataclass
class Taking:
    """`stations`: id within the file -> station on the page, for papers and samples that name one. `refused`: (what, why) in words."""

    by: User
    profile: Profile
    draft: Draft
    stations: dict[int, Station] = field(default_factory=dict)
    counted: dict[str, int] = field(default_factory=dict)
    photos: list[dict[str, Any]] = field(default_factory=list)
    refused: list[list[str]] = field(default_factory=list)

    def station(self, ref: int | None) -> Station | None:
        return self.stations.get(ref) if ref is not None else None

"""What the house above puts into an archive. Filled in its AppConfig.ready()."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.models import User
from network.profiles.models import Profile
from network.profiles.sight import Sight


@dataclass(frozen=True)
class Chapter:
    """One list of profile.json, and what it says in a JSON Resume.

    `rows` are plain values for the worker alone. `said` is (who, what) as this reader may read it.
    """

    key: str
    rows: Callable[[User], list[dict[str, Any]]]
    said: Callable[[Profile, Sight], list[tuple[str, str]]]


chapters: list[Chapter] = []

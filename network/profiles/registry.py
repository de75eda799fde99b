"""What upper rooms put on a worker's page. Filled in their AppConfig.ready()."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.models import User
from network.profiles.models import Profile, Station
from network.profiles.sight import Sight


@dataclass(frozen=True)
class Section:
    """One part of the page below stations and qualifications: samples 10, references 20.

    `load` asks in at most two statements and returns what the template needs, or None where this reader has nothing to see.
    The template also gets `profile`, `sight` and `owner` (True for the worker herself).
    """

    order: int
    key: str
    load: Callable[[Profile, Sight], dict[str, Any] | None]
    template: str


sections: list[Section] = []
# Buttons in the head, as (address, words); the first one is the page's next step.
acts: list[Callable[[Profile, Sight], list[tuple[str, str]]]] = []
# Who may set up a page together with a worker: contact persons of the desk.
may_help: list[Callable[[User], bool]] = []
# True while somebody has been asked about this station, or has said something: then firm and occupation stay as they are.
bound: list[Callable[[Station], bool]] = []

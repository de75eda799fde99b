"""What upper rooms put on a worker's page. Filled in their AppConfig.ready()."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.http import HttpRequest
from django.utils.functional import Promise

from accounts.models import User
from network.employers.models import Employer
from network.employers.viewer import Viewer
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


@dataclass(frozen=True)
class Item:
    """One thing on the page that has readers of its own. `key` as in Sight."""

    key: str
    label: str
    hint: str
    audience: str


class SetsAudience(Protocol):
    """An action: `audiences` is who shall read, by the key of the item. Keys of others raise PermissionDenied."""

    def __call__(self, *, by: User, profile: Profile, audiences: dict[str, str]) -> None: ...


@dataclass(frozen=True)
class ItemSource:
    """Items of one kind. `load` asks in one statement and names only what stands on the page."""

    order: int
    title: str | Promise
    load: Callable[[Profile], list[Item]]
    change: SetsAudience


sections: list[Section] = []
# What the worker can show to some and not to others: this room's own 10 to 30, samples 40, references 50.
items: list[ItemSource] = []
# Buttons in the head, as (address, words); the first one is the page's next step.
acts: list[Callable[[Profile, Sight], list[tuple[str, str]]]] = []
# Who may set up a page together with a worker: contact persons of the desk.
may_help: list[Callable[[User], bool]] = []
# True while somebody has been asked about this station, or has said something: then firm and occupation stay as they are.
bound: list[Callable[[Station], bool]] = []
# What ends where the worker begins to hide from a firm and its family: run within the action.
hidden: list[Callable[[Profile, Employer], None]] = []
# What is lost where the town of a station changes or the station goes: a sentence, or "".
warned: list[Callable[[Station], str]] = []
# Names that people gave to a firm themselves, by id of the page: for this member of it, of the pages with these ids.
names_given: list[Callable[[Viewer, Employer, Sequence[int]], dict[int, str]]] = []
# What the worker came for and can go on with now that the page is complete: (address, words), or None. The first one counts.
onward: list[Callable[[HttpRequest, Profile], tuple[str, str] | None]] = []

"""What a voice is about: one station, or one work sample. The words that stand on its pages, and the sentences that fit."""

import hashlib
import json
from dataclasses import dataclass

from network.occupations import lookup
from network.occupations.models import Occupation, Statement
from network.profiles.models import Profile, Station
from network.profiles.presenters import firm_of
from network.profiles.presenters.stations import job_of
from network.samples import contexts
from network.samples.models import WorkSample
from references.models import Voice

Context = dict[str, str]
Kind = Voice.Kind
STATION, INSTEAD, SAMPLE = "station", "instead", "sample"  # words of addresses, and of spoken digits


@dataclass(frozen=True)
class About:
    """What the worker asks about. One of station and sample; `instead`: for three colleagues in the place of a boss."""

    profile: Profile
    station: Station | None = None
    sample: WorkSample | None = None
    instead: bool = False

    @property
    def kind(self) -> str:
        return Kind.CUSTOMER if self.sample else Kind.COLLEAGUE

    @property
    def word(self) -> str:
        return SAMPLE if self.sample else INSTEAD if self.instead else STATION

    @property
    def pk(self) -> int:
        return int((self.sample or self.station).pk)  # type: ignore[union-attr]

    @property
    def subject(self) -> str:
        """For spoken digits: "instead:12"."""
        return f"{self.word}:{self.pk}"

    @property
    def title(self) -> str:
        return self.sample.title if self.sample else firm_of(self.station) if self.station else ""


def of_voice(voice: Voice) -> About:
    """With everything that context_of() asks for, if it was loaded with it."""
    return About(voice.profile, voice.station, voice.sample, voice.instead)


def context_of(about: About) -> Context:
    """As it stands now; what was not said is left out."""
    if about.sample:
        said = contexts.context_of(about.sample)
        return {name: said[name] for name in ("title", "place", "month") if said[name]}
    if about.station is None:
        return {}
    said = {"firm": firm_of(about.station), "job": job_of(about.station)}
    return {**said, "gone": "yes"} if about.instead else said


def digest(*said: object) -> str:
    """Tells whether two things are the same, to the letter."""
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def occupation_of(about: About) -> Occupation | None:
    """Whose sentences fit: that of the station, or the worker's own."""
    station = about.sample.station if about.sample else about.station
    return (station.occupation if station else None) or about.profile.occupation


def fitting(about: About) -> list[Statement]:
    """Those that tell most first; for everybody where the occupation is not known. One statement."""
    occupation = occupation_of(about)
    return lookup.statements_for(occupation, speaker=about.kind) if occupation else []

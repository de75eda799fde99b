"""What is asked about a sample, in the words of the trade (data/prompts.toml). On the page the questions stand above the answers."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

from network.occupations.models import Field
from network.samples.models import WorkSample

DATA = Path(__file__).parent / "data" / "prompts.toml"
ANSWERS = ("title", "asked", "did", "share", "watched", "result")  # in the order they are asked
UNKNOWN = "any"  # whose field is not known, or has no words of its own yet


@dataclass(frozen=True)
class Prompt:
    """One question, and what somebody of the trade might answer."""

    question: str
    example: str


@cache
def catalogue() -> dict[str, Any]:
    """Everything the file says: field, kind, language, answer -> [question, example]."""
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def prompts(field: Field | None, kind: str) -> dict[str, Prompt]:
    """By answer, in the reader's language; German where there is none."""
    fields = catalogue()
    words = fields.get(field.slug if field else UNKNOWN, fields[UNKNOWN])[kind]
    spoken = words.get((get_language() or "de")[:2], words["de"])
    return {answer: Prompt(*spoken[answer]) for answer in ANSWERS}


def field_of(sample: WorkSample) -> Field | None:
    """The trade of the station where it was made; without one that of the worker."""
    at_station = sample.station.occupation if sample.station else None
    occupation = at_station or sample.profile.occupation
    return occupation.field if occupation else None


def of(sample: WorkSample) -> dict[str, Prompt]:
    return prompts(field_of(sample), sample.kind)


def answers(sample: WorkSample) -> dict[str, str]:
    return {answer: getattr(sample, answer) for answer in ANSWERS}

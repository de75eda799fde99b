"""What a witness stands for: title, place, month and own share of a sample, and no other word of it."""

import hashlib
import json

from network.samples.models import WorkSample

FIELDS = ("title", "place", "month", "share")
Context = dict[str, str]


def context_of(sample: WorkSample) -> Context:
    """As it stands now; what was not said is "". Spaces and line ends are no difference. Asks for station and place, if not loaded."""
    station = sample.station
    said = {
        "title": sample.title,
        "place": station.place.name if station and station.place else "",
        "month": f"{sample.month:%Y-%m}" if sample.month else "",
        "share": sample.share,
    }
    return {name: " ".join(said[name].split()) for name in FIELDS}


def missing(context: Context) -> list[str]:
    """Names of what must be said before anybody can confirm it."""
    return [name for name in FIELDS if not context[name]]


def digest(context: Context) -> str:
    """Tells whether two contexts are the same, to the letter."""
    line = json.dumps([context[name] for name in FIELDS], ensure_ascii=False)
    return hashlib.sha256(line.encode()).hexdigest()

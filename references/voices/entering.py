"""From the digits on a screen to a secret of one's own."""

from django.db import transaction

from accounts import spoken
from accounts.models import User
from network.employers.viewer import Viewer
from network.profiles.models import Profile, Station
from network.samples.models import WorkSample
from references.models import Voice
from references.said import asking
from references.voices import rules
from references.voices.about import INSTEAD, SAMPLE, About
from references.voices.actions import PURPOSE


@transaction.atomic
def enter(*, by: User | None, viewer: Viewer, code: str) -> str | None:
    """The digits from the screen -> a secret for this person alone, once.

    None for wrong, for old ones, and for members of employers the worker hides from: all look the same (law 4). Raises OwnDigits.
    """
    about = _behind(spoken.find(purpose=PURPOSE, code=code) or "", viewer)
    if about is None or not rules.may_ask(about):
        return None
    said = {"kind": about.kind, "station": about.station, "sample": about.sample, "instead": about.instead}
    return asking.by_digits(Voice, by=by, purpose=PURPOSE, code=code, profile=about.profile, **said)


def _behind(subject: str, viewer: Viewer) -> About | None:
    """What the digits stand for: "station:7", "instead:7" or "sample:9"."""
    word, _colon, pk = subject.partition(":")
    if not pk.isdecimal():
        return None
    seen = {"pk": pk, "profile__in": Profile.objects.not_blocking(viewer)}
    if word == SAMPLE:
        around = ("profile__user", "profile__occupation__field", "station__occupation__field")
        sample = WorkSample.objects.filter(**seen).select_related(*around).first()
        return About(sample.profile, sample=sample) if sample else None
    around = ("profile__user", "employer", "occupation__field")
    station = Station.objects.filter(**seen).select_related(*around).first()
    return About(station.profile, station=station, instead=word == INSTEAD) if station else None

"""Who may add what."""

from network.occupations.models import Occupation
from network.profiles.models import Profile, Station
from network.samples.models import WorkSample

MOST_SAMPLES = 40
MOST_PHOTOS = 6


def is_care(occupation: Occupation | None) -> bool:
    return bool(occupation and occupation.field.care)


def may_show_pieces(profile: Profile) -> bool:
    """Photos are for fields without people in them (law 12, § 203 StGB). As long as the field is unknown, none."""
    return profile.occupation is not None and not is_care(profile.occupation)


def takes_photos(sample: WorkSample) -> bool:
    """A piece, made by somebody outside care, at a station outside care."""
    piece = sample.kind == WorkSample.Kind.PIECE
    return piece and may_show_pieces(sample.profile) and fits_station(sample, sample.station)


def fits_station(sample: WorkSample, station: Station | None) -> bool:
    """A piece with photos cannot come from a care station."""
    return sample.kind == WorkSample.Kind.CASE or station is None or not is_care(station.occupation)


def may_add_sample(profile: Profile) -> bool:
    return profile.samples.count() < MOST_SAMPLES

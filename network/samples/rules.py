"""Who may add what."""

from network.occupations.models import Occupation
from network.profiles.models import Profile, Station
from network.samples.models import Photo, WorkSample

MOST_SAMPLES = 40
MOST_PHOTOS = 12


def is_care(occupation: Occupation | None) -> bool:
    return bool(occupation and occupation.field.care)


def shows_pieces(occupation: Occupation) -> bool:
    """Every trade outside care, and inside it those whose work is a thing: dental technicians, opticians."""
    return occupation.pieces or not is_care(occupation)


def may_show_pieces(profile: Profile) -> bool:
    """Photos are for work without people in it (law 12, § 203 StGB). As long as the occupation is unknown, none."""
    return profile.occupation is not None and shows_pieces(profile.occupation)


def takes_photos(sample: WorkSample) -> bool:
    """A piece, made by somebody who may show pieces, at a station where pieces are made."""
    piece = sample.kind == WorkSample.Kind.PIECE
    return piece and may_show_pieces(sample.profile) and fits_station(sample, sample.station)


def fits_station(sample: WorkSample, station: Station | None) -> bool:
    """A piece with photos cannot come from a ward."""
    at_ward = station and station.occupation and not shows_pieces(station.occupation)
    return sample.kind == WorkSample.Kind.CASE or not at_ward


def may_show_people(sample: WorkSample) -> bool:
    """Never in care and health, also not by those who show pieces there (law 12)."""
    station = sample.station
    return not is_care(sample.profile.occupation) and not (station and is_care(station.occupation))


def may_agree(sample: WorkSample, people: str) -> bool:
    return people == Photo.People.NOBODY or may_show_people(sample)


def is_for_others(sample: WorkSample, photo: Photo) -> bool:
    """Asked about, and still true: who goes into care takes no photos with people along."""
    return photo.agreed_at is not None and may_agree(sample, photo.people)


def may_add_sample(profile: Profile) -> bool:
    return profile.samples.count() < MOST_SAMPLES

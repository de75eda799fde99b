"""Firms that matter to one worker: those of the own stations, those that are blocked, and which firm a block by name means."""

from django.db.models import Q

from network.employers import naming
from network.employers.models import Employer
from network.employers.querysets import EmployerQuerySet
from network.places import distance
from network.profiles.models import Block, Profile

NEAR_KM = 30  # a block by name and place means firms of that name so far around


def of(profile: Profile) -> EmployerQuerySet:
    """Registered firms where a boss of this worker may sit, and those the worker hides from; by name."""
    stations, blocks = profile.stations.values("employer"), profile.blocks.values("employer")
    return Employer.objects.filter(Q(pk__in=stations) | Q(pk__in=blocks)).select_related("place").order_by("name", "pk")


def means(block: Block, employer: Employer) -> bool:
    """Is this the firm that was blocked by name? The legal form makes no difference; without a place any firm of that name is meant."""
    if block.key != naming.stem(employer.name):
        return False
    if block.place is None:
        return True
    here, there = block.place, employer.place
    return distance.km(here.lat, here.lon, there.lat, there.lon) <= NEAR_KM

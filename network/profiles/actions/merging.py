"""Two firms have become one: what of it reaches the pages of workers."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from network.employers.models import Employer
from network.profiles import rules
from network.profiles.models import Station


@transaction.atomic
def follow_employer(*, old: Employer, new: Employer) -> None:
    """Who works there today works at the new firm. What is over keeps the name of its time, what somebody stands for or was asked
    about keeps its words, and nobody worked at a firm before it was founded. Blocks need nothing: they hold for families (law 4).
    """
    going_on = Station.objects.filter(Q(end=None) | Q(end__gte=timezone.localdate().replace(day=1)), employer=old)
    if new.founded_year:
        going_on = going_on.filter(start__year__gte=new.founded_year)
    free = [station.pk for station in going_on if not rules.is_fixed(station)]
    Station.objects.filter(pk__in=free).update(employer=new)

from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from network.employers.models import Employer, Membership


class EmployerQuerySet(models.QuerySet["Employer"]):
    def checked(self) -> "EmployerQuerySet":
        return self.filter(checked_until__gte=timezone.localdate())


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self) -> "MembershipQuerySet":
        return self.filter(until=None)

"""Qualifications: add, remove."""

from datetime import date

from django.db import transaction

from accounts.models import User
from network.occupations.models import QualificationKind
from network.occupations.validity import valid_until
from network.profiles import helping
from network.profiles.copies import refresh
from network.profiles.models import Profile, Qualification
from network.profiles.naming import tidy


@transaction.atomic
def add_qualification(
    *, by: User, profile: Profile, kind: QualificationKind, issued: date | None = None, issuer: str = ""
) -> Qualification:
    """One of each kind: adding it again renews it."""
    helping.require_writer(by, profile)
    values = {"issued": issued, "issuer": tidy(issuer), "valid_until": valid_until(kind, issued) if issued else None}
    qualification, _made = Qualification.objects.update_or_create(profile=profile, kind=kind, defaults=values)
    refresh(profile, unconfirmed=helping.typed(by, profile, f"paper:{qualification.pk}"))
    return qualification


@transaction.atomic
def remove_qualification(*, by: User, qualification: Qualification) -> None:
    profile, key = qualification.profile, f"paper:{qualification.pk}"
    helping.require_writer(by, profile)
    qualification.delete()
    refresh(profile, unconfirmed=helping.without(profile, key))

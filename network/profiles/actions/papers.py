"""Qualifications: add, change, remove, and the steps of a recognition."""

import hashlib
import json
from datetime import date
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts import spoken
from accounts.models import User
from network.occupations.models import Occupation, QualificationKind
from network.occupations.validity import valid_until as by_rule
from network.profiles import helping, recognition, rules
from network.profiles.copies import refresh
from network.profiles.models import Profile, Qualification, Station
from network.profiles.naming import tidy
from network.profiles.querysets_papers import SHOWING

# What somebody has read on the original: whoever changes one of these takes the mark "seen by" off.
FACTS = ("issuer", "number", "issued", "valid_until", "station_id", "recognised_as_id", "recognition")
UNSEEN = {"seen_by": "", "seen_employer": None, "seen_on": None, "seen_level": 0}


class PaperData(TypedDict, total=False):
    """What the worker says about one paper. `valid_until` is the worker's own day; without it the rule of the kind holds."""

    issuer: str
    number: str
    issued: date | None
    valid_until: date | None
    station: Station | None
    recognised_as: Occupation | None


@transaction.atomic
def add_qualification(
    *, by: User, profile: Profile, kind: QualificationKind, **said: Unpack[PaperData]
) -> Qualification:
    """One of each kind: adding it again renews it. Raises as change_qualification()."""
    helping.require_writer(by, profile)
    paper = profile.qualifications.select_for_update(of=("self",)).filter(kind=kind).first()
    if paper is None:
        paper = Qualification(profile=profile, kind=kind)
    _write(by, paper, said)
    return paper


@transaction.atomic
def change_qualification(*, by: User, qualification: Qualification, **said: Unpack[PaperData]) -> None:
    """What changed takes the mark of who has seen the original off: it was said about what stood there then.

    Raises ValidationError for `valid_until` and `station`, and PermissionDenied.
    """
    helping.require_writer(by, qualification.profile)
    _write(by, _locked(qualification), said)
    qualification.refresh_from_db()


def _write(by: User, paper: Qualification, said: PaperData) -> None:
    before = facts_of(paper)
    issued, typed = said.get("issued"), said.get("valid_until")
    station = said.get("station") if paper.kind.bound_to_firm else None
    rules.check_days(issued=issued, valid_until=typed)
    if station and station.profile_id != paper.profile_id:
        raise ValidationError({"station": _("Choose one of your stations")})
    paper.issuer, paper.number = tidy(said.get("issuer", "")), tidy(said.get("number", ""))
    paper.issued, paper.until_typed = issued, typed is not None
    paper.valid_until = typed or by_rule(paper.kind, issued)
    paper.station = station
    paper.recognised_as = said.get("recognised_as") if paper.kind.slug == recognition.KIND else None
    _store(by, paper, before)


@transaction.atomic
def save_recognition(*, by: User, qualification: Qualification, months: dict[str, date | None]) -> None:
    """The steps that are reached, each with its month or None. Raises PermissionDenied, also for another kind of paper."""
    helping.require_writer(by, qualification.profile)
    rules.require_recognition(qualification)
    paper = _locked(qualification)
    before = facts_of(paper)
    paper.recognition = recognition.stored(months)
    _store(by, paper, before)
    qualification.refresh_from_db()


@transaction.atomic
def remove_qualification(*, by: User, qualification: Qualification) -> None:
    profile, key = qualification.profile, f"paper:{qualification.pk}"
    helping.require_writer(by, profile)
    spoken.end(purpose=SHOWING, subject=str(qualification.pk))
    qualification.delete()
    refresh(profile, unconfirmed=helping.without(profile, key))


def facts_of(paper: Qualification) -> str:
    """A short sign for all that is read on the original: it changes when one of the facts does."""
    said = json.dumps({name: getattr(paper, name) for name in FACTS}, sort_keys=True, default=str)
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _store(by: User, paper: Qualification, before: str) -> None:
    """A mark and open digits hold for the facts as they were, for others never."""
    if paper.pk and facts_of(paper) != before:
        spoken.end(purpose=SHOWING, subject=str(paper.pk))
        for name, nothing in UNSEEN.items():
            setattr(paper, name, nothing)
    paper.save()
    refresh(paper.profile, unconfirmed=helping.typed(by, paper.profile, f"paper:{paper.pk}"))


def _locked(qualification: Qualification) -> Qualification:
    """As it is now: somebody may be confirming it at this moment."""
    found = Qualification.objects.select_related("profile", "kind").select_for_update(of=("self",))
    return found.get(pk=qualification.pk)

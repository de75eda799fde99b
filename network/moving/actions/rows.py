"""Stations, papers, samples and blocks, as the worker chose to take them. Nothing that stands on the page is changed."""

import uuid
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from network.employers.models import Employer
from network.moving.actions.taken import Taking
from network.occupations.models import Occupation, QualificationKind
from network.places.models import Place
from network.profiles import actions as profiles
from network.profiles import recognition
from network.profiles.models import Audience, Station
from network.profiles.months import month_of
from network.profiles.steps import Step
from network.samples import actions as samples
from network.samples import rules as sample_rules

Data = dict[str, Any]
SAMPLES = uuid.UUID("6c4bd1c2-53a5-4c39-8a4e-0f7f3f2f9d51")  # the same sample from the same file has the same name


def station(taking: Taking, data: Data, answers: Data) -> None:
    """With its steps. One that stands there already is left as it is."""
    job, where = data["occupation"], data["place"]["value"]
    found = profiles.add_station(
        by=taking.by,
        profile=taking.profile,
        employer=_firm(data["firm_id"]) or data["firm"],
        place=answers.get("place") or (Place.objects.get(postcode=where) if where else None),
        occupation=answers.get("occupation") or (_occupation(job["value"]) if job else None),
        start=date.fromisoformat(data["start"]),
        end=_day(data["end"]),
        kind=data["kind"],
        start_about=data["start_about"],
        end_about=data["end_about"],
    )
    if data.get("ref") is not None:
        taking.stations[data["ref"]] = found
    for step in data.get("steps", []):
        _step(taking, found, step)
    _hide(taking, profiles.show_stations, f"station:{found.pk}", data)


def _step(taking: Taking, found: Station, data: Data) -> None:
    """One that does not fit into the station is named, the station stays."""
    step = Step(data["role"], data["title"], month_of(data["start"]), data["about"])
    try:
        with transaction.atomic():
            profiles.add_step(by=taking.by, station=found, step=step)
    except ValidationError as error:
        taking.refused.append([data["title"] or data["role"], " ".join(error.messages)])


def paper(taking: Taking, data: Data, answers: Data) -> None:
    kind = answers.get("paper") or QualificationKind.objects.get(slug=data["paper"]["value"])
    if taking.profile.qualifications.filter(kind=kind).exists():
        raise ValidationError(_("It stands on your page already."))
    known = data.get("recognised_as")
    found = profiles.add_qualification(
        by=taking.by,
        profile=taking.profile,
        kind=kind,
        issuer=data["issuer"],
        number=data["number"],
        issued=_day(data["issued"]),
        valid_until=_day(data["until"]),
        station=taking.station(data.get("station")),
        recognised_as=_occupation(known) if known else None,
    )
    if kind.slug == recognition.KIND and data.get("recognition"):
        profiles.save_recognition(by=taking.by, qualification=found, months=_months(data["recognition"]))
    _hide(taking, profiles.show_papers, f"paper:{found.pk}", data)


def _months(steps: dict[str, str]) -> dict[str, date | None]:
    """ "" says that the step is reached, but not when."""
    known = {step.key for step in recognition.STEPS}
    return {
        key: _day(f"{text}-01" if len(text) == len("2024-03") else "") for key, text in steps.items() if key in known
    }


def sample(taking: Taking, data: Data, _answers: Data) -> None:
    """Hidden: the worker looks at it and confirms it anew. Its pictures follow."""
    said = "\n".join([data["kind"], data["wrote"], *data["words"].values()])
    once = uuid.uuid5(SAMPLES, said)
    there = taking.profile.samples.filter(once=once).exists()
    if not there and not sample_rules.may_add_sample(taking.profile):
        raise ValidationError(_("There are as many work samples on your page as fit. Remove one first."))
    found = samples.start(by=taking.by, profile=taking.profile, kind=data["kind"], once=once, texts=data["words"])
    if not there:
        samples.place_in_time(
            by=taking.by, sample=found, month=_day(data["month"]), station=taking.station(data["station"])
        )
        _hide(taking, samples.show_to, f"sample:{found.pk}", data)
    if data["photos"] and not sample_rules.takes_photos(found):
        taking.refused.append([found.title, _("In care and health we take no pictures. The words are there.")])
        return
    taking.photos += [{**photo, "sample": found.pk} for photo in data["photos"]]


def block(taking: Taking, data: Data, _answers: Data) -> None:
    profiles.block(by=taking.by, profile=taking.profile, employer=_firm(data["firm_id"]) or data["firm"])


def _hide(taking: Taking, show: Any, key: str, data: Data) -> None:
    audience = data.get("audience", Audience.ALL)
    if audience != Audience.ALL:
        show(by=taking.by, profile=taking.profile, audiences={key: audience})


def _occupation(slug: str) -> Occupation | None:
    return Occupation.objects.filter(slug=slug).first() if slug else None


def _firm(public_id: str) -> Employer | None:
    return Employer.objects.filter(public_id=public_id).first() if public_id else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

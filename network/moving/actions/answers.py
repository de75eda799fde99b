"""Answers about the person, as the worker chose to take them. What stood there before gives way."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from network.moving.actions.taken import Taking
from network.moving.packing.week import SLUGS
from network.occupations.models import Occupation
from network.occupations.vocabulary import LICENCES, SHIFTS, by_slug, slugs_of
from network.places.models import Place
from network.profiles import actions as profiles
from network.profiles.models import Audience, Profile
from network.ui.fields import PhoneField

Data = dict[str, Any]


def name(taking: Taking, data: Data, _answers: Data) -> None:
    shown = data.get("shown", "")
    known = shown if shown in Profile.NameShown.values else taking.profile.name_shown
    profiles.save_name(by=taking.by, profile=taking.profile, name=data["text"], name_shown=known)


def occupation(taking: Taking, data: Data, answers: Data) -> None:
    found = answers.get("occupation") or Occupation.objects.get(slug=data["occupation"]["value"])
    profiles.save_occupation(by=taking.by, profile=taking.profile, occupation=found)


def place(taking: Taking, data: Data, answers: Data) -> None:
    found = answers.get("place") or Place.objects.get(postcode=data["place"]["value"])
    profiles.save_place(
        by=taking.by,
        profile=taking.profile,
        place=found,
        radius_km=data.get("radius_km") or taking.profile.radius_km,
        montage=data.get("montage", taking.profile.montage),
    )


def about(taking: Taking, data: Data, _answers: Data) -> None:
    profiles.save_about(by=taking.by, profile=taking.profile, about=data["text"])


def phone(taking: Taking, data: Data, _answers: Data) -> None:
    """Raises ValidationError for what is no number."""
    _contact(taking, phone=PhoneField().clean(data["text"]), phone_audience=data.get("audience", Audience.NOBODY))


def mail(taking: Taking, data: Data, _answers: Data) -> None:
    """Raises ValidationError for what is no address."""
    _contact(taking, mail=forms.EmailField().clean(data["text"]), mail_audience=data.get("audience", Audience.NOBODY))


def _contact(taking: Taking, **said: str) -> None:
    names = ("phone", "phone_audience", "mail", "mail_audience")
    now = {each: getattr(taking.profile, each) for each in names}
    profiles.save_contact(by=taking.by, profile=taking.profile, **{**now, **said})


def goal(taking: Taking, data: Data, _answers: Data) -> None:
    """A rest that is over meanwhile has become what it was waiting for."""
    until, begins = (_day(data[key]) for key in ("resting_until", "available_from"))
    over = until is not None and until <= timezone.localdate()
    wanted = Profile.Goal.OPEN if data["goal"] == Profile.Goal.LATER and over else data["goal"]
    profiles.save_goal(
        by=taking.by, profile=taking.profile, goal=wanted, available_from=begins, resting_until=None if over else until
    )


def times(taking: Taking, data: Data, _answers: Data) -> None:
    by, profile = taking.by, taking.profile
    profiles.save_week(by=by, profile=profile, week=[SLUGS.index(slug) for slug in data["week"] if slug in SLUGS])
    profiles.save_shifts(by=by, profile=profile, shifts=[slug for slug in data["shifts"] if by_slug(SHIFTS, slug)])
    notice = data["notice"] if data["notice"] in Profile.Notice.values else ""
    profiles.save_hours(by=by, profile=profile, hours=data["hours"], notice=notice)


def licences(taking: Taking, data: Data, _answers: Data) -> None:
    """Beside those that stand there already: a licence that is not in a file is not lost."""
    held = {*slugs_of(taking.profile.licences, LICENCES), *(slug for slug in data["slugs"] if by_slug(LICENCES, slug))}
    profiles.save_licences(by=taking.by, profile=taking.profile, licences=held)


def language(taking: Taking, data: Data, answers: Data) -> None:
    level = answers.get("level") or data["level"]
    profiles.save_language(by=taking.by, profile=taking.profile, language=data["slug"], level=level)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

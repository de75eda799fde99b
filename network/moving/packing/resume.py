"""resume.json in the JSON Resume format (jsonresume.org, schema 1.x): of the page as one reader sees it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from accounts.mail import link
from network.moving import registry
from network.moving.packing import words
from network.occupations.models import in_language
from network.occupations.vocabulary import LANGUAGE_LEVELS, LANGUAGES, LICENCES, by_slug, slugs_of
from network.profiles import kinds
from network.profiles.models import Profile, Station
from network.profiles.presenters import shown_name
from network.profiles.presenters.page import seen_stations
from network.profiles.querysets_papers import Paper
from network.profiles.sight import Sight
from network.samples import presenters as samples

COUNTRY = "DE"


def resume(profile: Profile, stations: Sequence[Station], sight: Sight) -> dict[str, Any]:
    """`profile` from with_papers(), `stations` from with_vouches(). Only what this reader may see goes into it.

    The worker's own copy has the full name and the postcode; for others it says what the page says.
    """
    seen = seen_stations(stations, sight)
    papers = [paper for paper in profile.papers if sight.sees(f"paper:{paper.pk}", paper.audience)]
    said = [pair for chapter in registry.chapters for pair in chapter.said(profile, sight)]
    parts = {
        "basics": _basics(profile, sight),
        "work": [_work(each) for each in seen if each.kind not in kinds.LEARNED],
        "education": [_education(each) for each in seen if each.kind in kinds.LEARNED],
        "certificates": [_certificate(paper) for paper in papers],
        "languages": _languages(profile),
        "skills": _licences(profile),
        "projects": _projects(profile, sight),
        "references": [{"name": who, "reference": what} for who, what in said],
        "meta": _meta(profile, sight),
    }
    return {key: part for key, part in parts.items() if part}


def _meta(profile: Profile, sight: Sight) -> dict[str, Any]:
    """When something was answered last is for the worker alone: polled by others it would tell what must not be told (law 3)."""
    changed = profile.changed_at.isoformat(timespec="seconds") if sight.owner else ""
    return _filled(version="v1.0.0", lastModified=changed)


def _basics(profile: Profile, sight: Sight) -> dict[str, Any]:
    place = profile.place
    where = place and {
        "city": place.name,
        "region": place.state,
        "countryCode": COUNTRY,
        **({"postalCode": place.postcode} if sight.owner else {}),
    }
    return _filled(
        name=profile.name if sight.owner else shown_name(profile),
        label=str(profile.occupation or ""),
        summary=profile.about,
        url=link(reverse("profiles:page", args=[profile.handle])) if sight.items is None else "",
        location=where,
        phone=profile.phone if sight.sees("phone", profile.phone_audience) else "",
        email=profile.mail if sight.sees("mail", profile.mail_audience) else "",
    )


def _work(station: Station) -> dict[str, Any]:
    return _filled(
        name=kinds.firm_words(station.kind, station.employer_name),
        position=str(station.occupation or ""),
        location=station.place.name if station.place else "",
        startDate=said_month(station.start, station.start_about),
        endDate=said_month(station.end, station.end_about),
        summary=words.proof(station),
        highlights=words.steps(station),
    )


def _education(station: Station) -> dict[str, Any]:
    return _filled(
        institution=station.employer_name,
        area=str(station.occupation or ""),
        studyType=station.get_kind_display(),
        startDate=said_month(station.start, station.start_about),
        endDate=said_month(station.end, station.end_about),
        courses=words.steps(station),
    )


def _certificate(paper: Paper) -> dict[str, Any]:
    return _filled(
        name=str(in_language(dict(paper.names))),
        date=paper.issued.isoformat()[:7] if paper.issued else "",
        issuer=paper.issuer,
    )


def _languages(profile: Profile) -> list[dict[str, Any]]:
    spoken = [(by_slug(LANGUAGES, slug), by_slug(LANGUAGE_LEVELS, level)) for slug, level in profile.languages.items()]
    return [_filled(language=str(name), fluency=str(level or "")) for name, level in spoken if name]


def _licences(profile: Profile) -> list[dict[str, Any]]:
    held = [str(by_slug(LICENCES, slug)) for slug in slugs_of(profile.licences, LICENCES)]
    return [{"name": words.LICENCES, "keywords": held}] if held else []


def _projects(profile: Profile, sight: Sight) -> list[dict[str, Any]]:
    section = samples.section(profile, sight)
    return [
        _filled(name=shown.title, highlights=[f"{question}: {answer}" for question, answer in shown.facts])
        for shown in (section["samples"] if section else [])
    ]


def said_month(day: date | None, about: bool = False) -> str:
    """ "2013-09"; the year alone where only that is known."""
    return day.isoformat()[: 4 if about else 7] if day else ""


def _filled(**parts: Any) -> dict[str, Any]:
    return {name: part for name, part in parts.items() if part}

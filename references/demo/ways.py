"""Ways through working life: what each of the made-up people did, one station after the other, with steps inside a firm."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.utils import timezone

from network.occupations.models import Occupation
from network.places.models import Place
from network.profiles import actions, kinds
from network.profiles.steps import Step
from references.demo.employers import Company
from references.demo.firms import CLOSED_FIRMS

AYLIN, SVETLANA, FATIMA, PETER = 0, 2, 7, 20  # their ways are told by hand
OCCUPATIONS = {PETER: "elektromeister"}
CARE = {"pflege", "betreuung-soziales", "gesundheit"}


class Way(NamedTuple):
    data: actions.StationData
    steps: tuple[Step, ...] = ()


def ways(number: int, companies: dict[str, Company], occupation: Occupation) -> Iterator[Way]:
    """From the present one back."""
    told = {AYLIN: _aylin, SVETLANA: _svetlana, FATIMA: _fatima, PETER: _peter}.get(number)
    return told(companies, occupation) if told else _made_up(number, list(companies.values()), occupation)


def _aylin(companies: dict[str, Company], occupation: Occupation) -> Iterator[Way]:
    """Hers is the page people look at first."""
    now = (_step("skilled", 2023, 1), _step("trainer", 2024, 9))
    yield Way(_at(companies["kehr-haustechnik"], occupation, date(2023, 1, 1), None), now)
    yield Way(_at(("Lindner Haustechnik", "90443"), occupation, date(2020, 7, 1), date(2022, 12, 1)))
    learned = (_step("apprentice", 2013, 9), _step("journeyman", 2017, 2))
    yield Way(_at(companies["brandt-elektro"], occupation, date(2013, 9, 1), date(2020, 6, 1)), learned)


def _svetlana(companies: dict[str, Company], occupation: Occupation) -> Iterator[Way]:
    """Time for the family, then a new occupation."""
    now = (_step("skilled", 2019, 10), _step("practice-instructor", 2023, 4))
    yield Way(_at(companies["regnitz-pflege"], occupation, date(2019, 10, 1), None), now)
    school = _at(("Bildungszentrum am Dutzendteich", "90478"), occupation, date(2016, 10, 1), date(2019, 9, 1))
    yield Way({**school, "kind": kinds.RETRAINING})
    family: actions.StationData = {"employer": "", "place": None, "occupation": None, "kind": kinds.FAMILY}  # type: ignore[typeddict-item]
    yield Way({**family, "start": date(2012, 7, 1), "end": date(2016, 8, 1)})
    helper = Occupation.objects.get(slug="pflegehelfer")
    yield Way(_about(_at(("Haus Abendrot", "90766"), helper, date(2005, 1, 1), date(2012, 1, 1))))


def _fatima(companies: dict[str, Company], occupation: Occupation) -> Iterator[Way]:
    """On her own account, without a name for it; part of the time beside a job."""
    yield Way(_at(companies["farbwerk"], occupation, date(2018, 5, 1), None), (_step("lead-hand", 2022, 3),))
    own = _at((kinds.UNNAMED, "90429"), occupation, date(2014, 1, 1), date(2019, 1, 1))
    yield Way(_about({**own, "kind": kinds.SELF}))
    learned = _at(("Meisterbetrieb Oswald", "92318"), occupation, date(2009, 9, 1), date(2012, 7, 1))
    yield Way({**learned, "kind": kinds.TRAINING})


def _peter(companies: dict[str, Company], occupation: Occupation) -> Iterator[Way]:
    """22 years at one firm, in four steps."""
    grown = (
        _step("journeyman", 2004, 8),
        _step("lead-hand", 2009, 4),
        _step("master", 2013, 7),
        _step("deputy", 2019, 1),
    )
    yield Way(_at(companies["brandt-elektro"], occupation, date(2004, 8, 1), None), grown)
    trade = Occupation.objects.get(slug="elektroniker-energie-gebaeudetechnik")
    learned = _at(("Gebrüder Thaler", "91438"), trade, date(2001, 9, 1), date(2004, 7, 1))
    yield Way({**learned, "kind": kinds.TRAINING})


def _made_up(number: int, firms: list[Company], occupation: Occupation) -> Iterator[Way]:
    """The same trade at another firm, then where it was learned."""
    company = firms[number % len(firms)]
    begin = date(timezone.localdate().year - 1 - number * 5 % 13, number * 3 % 12 + 1, 1)
    still_there = number % 10 != 9
    end = None if still_there else date(timezone.localdate().year, 1, 1)
    start = max(begin, date(company.firm.founded, 1, 1))
    yield Way(_at(company, occupation, start, end), _grown(number, occupation, start))
    left = _months(begin, -1 - number % 4)
    came = _months(left, -12 * (2 + number * 3 % 7))
    same = [
        each for each in firms if occupation.slug in each.firm.occupations.split() and each.firm.founded < came.year
    ]
    before = same[number % len(same)] if same and number % 3 else CLOSED_FIRMS[number % len(CLOSED_FIRMS)]
    yield Way(_at(before, occupation, came, left))
    if number % 2:
        where = CLOSED_FIRMS[number * 7 % len(CLOSED_FIRMS)]
        learned = _at(where, occupation, _months(came, -40), _months(came, -2))
        yield Way({**(_about(learned) if number % 5 == 1 else learned), "kind": kinds.TRAINING})


def _grown(number: int, occupation: Occupation, start: date) -> tuple[Step, ...]:
    """Some have grown where they are."""
    if number % 3 or timezone.localdate().year - start.year < 4:
        return ()
    care = occupation.field.slug in CARE
    role = ("practice-instructor", "deputy")[number % 2] if care else ("lead-hand", "shift-lead")[number % 2]
    return (Step("skilled", "", start), Step(role, "", _months(start, 30 + number % 9)))


def _at(where: Company | tuple[str, str], occupation: Occupation, start: date, end: date | None) -> actions.StationData:
    if isinstance(where, Company):
        place = where.employer.place
        return {"employer": where.employer, "place": place, "occupation": occupation, "start": start, "end": end}
    name, postcode = where
    place = Place.objects.get(postcode=postcode)
    return {"employer": name, "place": place, "occupation": occupation, "start": start, "end": end}


def _about(data: actions.StationData) -> actions.StationData:
    return {**data, "start_about": True, "end_about": True}


def _step(role: str, year: int, month: int) -> Step:
    return Step(role, "", date(year, month, 1))


def _months(day: date, months: int) -> date:
    total = day.year * 12 + day.month - 1 + months
    return date(total // 12, total % 12 + 1, 1)

"""Workers with their pages, stations and papers."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from accounts.models import User
from network.occupations.models import Occupation, QualificationKind
from network.places.models import Place
from network.profiles import actions
from network.profiles.models import Profile, Station
from references.demo import cast, clock, times
from references.demo.employers import Company, person

VISIBILITY = ("employers", "everyone", "employers", "everyone", "employers", "link", "everyone", "off")
RADII = (25, 15, 50, 25, 10, 75, 25, 100)
FOREIGN_LETTERS = {"ö": "oe", "ü": "ue", "ä": "ae", "ß": "ss"}


@dataclass
class Worker:
    user: User
    profile: Profile
    stations: list[Station] = field(default_factory=list)


def workers(companies: dict[str, Company]) -> list[Worker]:
    firms = list(companies.values())
    made = []
    for number, (name, postcode) in enumerate(cast.PEOPLE):
        with clock.days_ago(292 - number % 20):
            company = firms[number % len(firms)]
            slugs = company.firm.occupations.split()
            occupation = Occupation.objects.get(slug=slugs[number // len(firms) % len(slugs)])
            worker = _page(number, name, postcode, occupation)
            stations = _first(companies, occupation) if number == 0 else _stations(number, company, firms, occupation)
            for data in stations:
                worker.stations.append(actions.add_station(by=worker.user, profile=worker.profile, **data))
            _papers(number, worker, occupation)
        times.answer(number, worker.profile, occupation)
        made.append(worker)
    return made


def address(number: int, name: str) -> str:
    """aylin@worker.example; a number where the name has no Latin letters or is there already."""
    plain = "".join(FOREIGN_LETTERS.get(letter, letter) for letter in name.split(maxsplit=1)[0].lower())
    latin = "".join(letter for letter in plain if letter.isascii() and letter.isalpha())
    taken = [other for other, _place in cast.PEOPLE[:number] if other.split()[0] == name.split(maxsplit=1)[0]]
    return f"{latin or 'person'}{number if taken or not latin else ''}@worker.example"


def _page(number: int, name: str, postcode: str, occupation: Occupation) -> Worker:
    user = person(address(number, name))
    profile = actions.start(by=user)
    actions.save_name(by=user, profile=profile, name=name, name_shown="full" if number % 4 == 3 else "initial")
    actions.save_occupation(by=user, profile=profile, occupation=occupation)
    place = Place.objects.get(postcode=postcode)
    actions.save_place(by=user, profile=profile, place=place, radius_km=RADII[number % 8], montage=number % 9 == 4)
    actions.save_goal(by=user, profile=profile, **times.goal(number))
    if about := cast.ABOUT[number % len(cast.ABOUT)]:
        actions.save_about(by=user, profile=profile, about=about)
    visibility = "everyone" if number == 0 else VISIBILITY[number % len(VISIBILITY)]
    actions.choose_visibility(by=user, profile=profile, visibility=visibility)
    return Worker(user, profile)


def _first(companies: dict[str, Company], occupation: Occupation) -> Iterator[actions.StationData]:
    """Aylin's way is told by hand: hers is the page people look at first."""
    yield _station(companies["kehr-haustechnik"], occupation, date(2023, 1, 1), None)
    yield _station(("Lindner Haustechnik", "90443"), occupation, date(2020, 7, 1), date(2022, 12, 1))
    yield _station(companies["brandt-elektro"], occupation, date(2013, 9, 1), date(2020, 6, 1))


def _stations(
    number: int, company: Company, firms: list[Company], occupation: Occupation
) -> Iterator[actions.StationData]:
    """From the present one back: the same trade at another firm, then where it was learned."""
    begin = date(timezone.localdate().year - 1 - number * 5 % 13, number * 3 % 12 + 1, 1)
    still_there = number % 10 != 9
    end = None if still_there else date(timezone.localdate().year, 1, 1)
    yield _station(company, occupation, max(begin, date(company.firm.founded, 1, 1)), end)
    left = _months(begin, -1 - number % 4)
    came = _months(left, -12 * (2 + number * 3 % 7))
    same = [
        each for each in firms if occupation.slug in each.firm.occupations.split() and each.firm.founded < came.year
    ]
    before = same[number % len(same)] if same and number % 3 else cast.CLOSED_FIRMS[number % len(cast.CLOSED_FIRMS)]
    yield _station(before, occupation, came, left)
    if number % 2:
        yield _station(
            cast.CLOSED_FIRMS[number * 7 % len(cast.CLOSED_FIRMS)], occupation, _months(came, -40), _months(came, -2)
        )


def _station(
    where: Company | tuple[str, str], occupation: Occupation, start: date, end: date | None
) -> actions.StationData:
    if isinstance(where, Company):
        return {
            "employer": where.employer,
            "place": where.employer.place,
            "occupation": occupation,
            "start": start,
            "end": end,
        }
    name, postcode = where
    place = Place.objects.get(postcode=postcode)
    return {"employer": name, "place": place, "occupation": occupation, "start": start, "end": end}


def _months(day: date, months: int) -> date:
    total = day.year * 12 + day.month - 1 + months
    return date(total // 12, total % 12 + 1, 1)


def _papers(number: int, worker: Worker, occupation: Occupation) -> None:
    slugs = cast.PAPERS.get(occupation.field.slug, ("ersthelfer",))
    for offset, slug in enumerate(slugs[: 1 + (number - 1) % len(slugs)]):
        kind = QualificationKind.objects.get(slug=slug)
        issued = date(timezone.localdate().year - 1 - (number + offset * 3) % 6, (number + offset) % 12 + 1, 1)
        issuer = cast.ISSUERS.get(slug, "")
        actions.add_qualification(by=worker.user, profile=worker.profile, kind=kind, issued=issued, issuer=issuer)

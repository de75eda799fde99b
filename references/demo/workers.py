"""Workers with their pages, stations and papers."""

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from accounts.models import User
from network.occupations.models import Occupation, QualificationKind
from network.places.models import Place
from network.profiles import actions
from network.profiles.models import Profile, Station
from references.demo import cast, clock, times, ways
from references.demo.employers import Company, person

VISIBILITY = ("employers", "everyone", "employers", "everyone", "employers", "link", "everyone", "off")
RADII = (25, 15, 50, 25, 10, 75, 25, 100)
PAPERS = {
    "haustechnik-elektro": ("gesellenbrief", "elektrofachkraft", "arbeiten-unter-spannung", "ersthelfer"),
    "pflege": ("pflegefachkraft", "praxisanleitung", "wundexperte"),
    "betreuung-soziales": ("betreuungskraft", "ersthelfer"),
    "lager-verkehr": ("staplerschein", "ladungssicherung", "ersthelfer"),
    "bau": ("gesellenbrief", "absturzsicherung", "baumaschinenschein"),
    "ausbau": ("gesellenbrief", "absturzsicherung"),
    "metall-maschine": ("gesellenbrief", "schweisser-stahl", "kranschein"),
    "verkauf-lebensmittel": ("infektionsschutz", "lebensmittelhygiene"),
    "garten": ("motorsaegenschein", "pflanzenschutz"),
}
ISSUERS = {
    "gesellenbrief": "Handwerkskammer für Mittelfranken",
    "staplerschein": "Fahrschule Stapelbar",
    "praxisanleitung": "Bildungszentrum am Dutzendteich",
    "schweisser-stahl": "Schweißkurs Franken",
}
FOREIGN_LETTERS = {"ö": "oe", "ü": "ue", "ä": "ae", "ß": "ss"}


SHOWN = (ways.AYLIN, ways.PETER)  # pages that a visitor is led to


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
            slug = ways.OCCUPATIONS.get(number, slugs[number // len(firms) % len(slugs)])
            occupation = Occupation.objects.select_related("field").get(slug=slug)
            worker = _page(number, name, postcode, occupation)
            for way in ways.ways(number, companies, occupation):
                station = actions.add_station(by=worker.user, profile=worker.profile, **way.data)
                for step in way.steps:
                    actions.add_step(by=worker.user, station=station, step=step)
                worker.stations.append(station)
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
    visibility = "everyone" if number in SHOWN else VISIBILITY[number % len(VISIBILITY)]
    actions.choose_visibility(by=user, profile=profile, visibility=visibility)
    return Worker(user, profile)


def _papers(number: int, worker: Worker, occupation: Occupation) -> None:
    slugs = PAPERS.get(occupation.field.slug, ("ersthelfer",))
    for offset, slug in enumerate(slugs[: 1 + (number - 1) % len(slugs)]):
        kind = QualificationKind.objects.get(slug=slug)
        issued = date(timezone.localdate().year - 1 - (number + offset * 3) % 6, (number + offset) % 12 + 1, 1)
        issuer = ISSUERS.get(slug, "")
        actions.add_qualification(by=worker.user, profile=worker.profile, kind=kind, issued=issued, issuer=issuer)

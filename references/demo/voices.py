"""Voices of colleagues and customers, and three colleagues who stand in for a boss whose firm is gone."""

from datetime import date, timedelta

from django.utils import timezone

from network.employers.viewer import STRANGER
from network.profiles import actions as profiles
from network.profiles.models import Station
from network.samples.models import WorkSample
from references.demo import clock
from references.demo.workers import Worker
from references.models import Voice
from references.voices import actions, answering, entering, rules
from references.voices.about import About, fitting, of_voice

COLLEAGUES = ("Jasmin Köhler", "Mehmet Aydın", "Piotr Wójcik", "Nadia Haddad", "Sven Brandl")
CUSTOMERS = ("Erika Baumann", "Thomas Vogel", "Fatma Yıldız")
GONE = "Elektro Hufnagel"
SPOKEN_OF = 6  # workers
WORKS = 4


def voices(made: list[Worker]) -> int:
    """Returns how many stand for something. The last ones are for the worker to decide, or not answered yet."""
    there = [each for each in made if any(_is_over(station) for station in each.stations)]
    for number, worker in enumerate(there[:SPOKEN_OF]):
        station = next(each for each in worker.stations if _is_over(each))
        with clock.days_ago(95 - number * 18):
            _one(number, About(worker.profile, station=station))
    for number, sample in enumerate(_works()):
        with clock.days_ago(60 - number * 9):
            _customer(number, About(sample.profile, sample=sample))
    _three(there[0])
    return Voice.objects.answered().count()


def _is_over(station: Station) -> bool:
    return bool(station.end and station.employer_id and station.occupation_id)


def _works() -> list[WorkSample]:
    around = ("profile__user", "profile__occupation__field", "station__place", "station__occupation__field")
    shown = WorkSample.objects.filter(shown=True).select_related(*around).order_by("pk")
    return [each for each in shown if rules.may_ask(About(each.profile, sample=each))][:WORKS]


def _one(number: int, about: About) -> None:
    """By mail, in turn with a code; of the last two one waits for the worker and one for the colleague."""
    name = COLLEAGUES[number % len(COLLEAGUES)]
    asked = actions.ask(by=about.profile.user, about=about, name=name, email=f"kollegium.{number}@team.example")
    if number < SPOKEN_OF - 1:
        _say(asked, name, number, shown=number < SPOKEN_OF - 2)


def _customer(number: int, about: About) -> None:
    """In the same room, by digits."""
    code = actions.show_digits(by=about.profile.user, about=about)
    token = entering.enter(by=None, viewer=STRANGER, code=code) or ""
    asked = Voice.objects.filter(sample=about.sample, channel=Voice.Channel.ROOM).latest("pk")
    _say(asked, CUSTOMERS[number % len(CUSTOMERS)], number, token=token)


def _three(worker: Worker) -> None:
    """Long ago, at a firm that closed."""
    first = min(each.start for each in worker.stations)
    start = date(first.year - 4, 3, 1)
    with clock.days_ago(40):
        end = date(first.year - 1, 11, 1)
        occupation = worker.profile.occupation
        station = profiles.add_station(
            by=worker.user,
            profile=worker.profile,
            employer=GONE,
            place=worker.profile.place,
            occupation=occupation,
            start=start,
            end=end,
        )
        about = About(worker.profile, station=station, instead=True)
        for number, name in enumerate(COLLEAGUES[1:4]):
            asked = actions.ask(by=worker.user, about=about, name=name, email=f"hufnagel.{number}@team.example")
            _say(asked, name, number, since=number)


def _say(asked: Voice, name: str, number: int, *, shown: bool = True, token: str = "", since: int = 0) -> None:
    asked = Voice.objects.with_about().get(pk=asked.pk)
    about = of_voice(asked)
    codes = tuple(each.code for each in fitting(about)[number % 3 : number % 3 + 3])
    months = {}
    if about.station:
        first, last = rules.bounds(about.station, timezone.localdate())
        later = (first + timedelta(days=31 * since)).replace(day=1)
        months = {"first": f"{min(later, last):%Y-%m}", "last": f"{last:%Y-%m}"}
    answering.keep(by=None, voice=asked, name=name, full_name=number % 2 == 0, statements=codes, **months)
    seal = answering.kept(asked).seal(about)
    answering.confirm(by=None, voice=asked, token=token, seen=seal, by_code=asked.channel == Voice.Channel.MAIL)
    if shown:
        actions.release(by=about.profile.user, voice=asked)

"""Short ways through the doors of voices: stations and works, asked by mail or by digits, answered, shown."""

from datetime import date
from typing import Any

from accounts.models import User
from network.employers.viewer import STRANGER
from network.occupations.models import Statement
from network.profiles.models import Station
from network.samples.models import WorkSample
from references.models import Voice
from references.voices import actions, answering, entering
from references.voices.about import About, of_voice
from tests import factories
from tests.references.helpers import last_link
from tests.samples.conftest import make_sample

BOX = "jasmin@team.example"
CUSTOMER_BOX = "dirk@kunde.example"


def make_statements(count: int = 7) -> None:
    """For colleagues and for customers, of their own set each."""
    for speaker in ("colleague", "customer"):
        for n in range(count):
            names = {"de": f"{speaker} Satz {n}.", "en": f"{speaker} sentence {n}."}
            code = f"people.{speaker}-{n}"
            said = {"aspect": "people", "fits": ["*"], "names": names, "speaker": speaker}
            Statement.objects.get_or_create(code=code, defaults=said)


def station_of(worker: User, employer: Any = None, **fields: Any) -> Station:
    """September 2013 to June 2020, at a firm that is not here unless one is named."""
    fields = {"start": date(2013, 9, 1), "end": date(2020, 6, 1), "place": worker.profile.place, **fields}
    return factories.make_station(worker.profile, employer, fields.pop("name", "Elektro Alt"), **fields)


def at(station: Station, *, instead: bool = False) -> About:
    return About(station.profile, station=station, instead=instead)


def of_work(worker: User, **fields: Any) -> About:
    """A shown work that a customer can speak about."""
    fields = {"title": "Zählerschrank", "month": date(2026, 5, 1), "shown": True, **fields}
    sample: WorkSample = make_sample(worker, **fields)
    return About(worker.profile, sample=sample)


def asked(about: About, email: str = BOX, name: str = "Jasmin Köhler", message: str = "") -> Voice:
    return actions.ask(by=about.profile.user, about=about, name=name, email=email, message=message)


def mailed(email: str = BOX) -> str:
    """The secret in the newest mail."""
    return last_link(email).rstrip("/").rpartition("/")[2]


def typed(about: About) -> str:
    """The secret of who typed the digits."""
    code = actions.show_digits(by=about.profile.user, about=about)
    token = entering.enter(by=None, viewer=STRANGER, code=code)
    assert token
    return token


def answer(voice: Voice, **changes: Any) -> str:
    """Everything but the confirmation; the seal of the check page."""
    make_statements()
    said: dict[str, Any] = {"name": "Jasmin Köhler", "full_name": True, "statements": (f"people.{voice.kind}-0",)}
    if voice.station:
        said |= {"first": "2014-01", "last": "2019-12"}
    answering.keep(by=None, voice=voice, **{**said, **changes})
    fresh = Voice.objects.with_about().get(pk=voice.pk)
    return answering.kept(fresh).seal(of_voice(fresh))


def confirm(voice: Voice, by: User | None = None, *, by_code: bool = True, **changes: Any) -> str:
    """Confirmed, not decided yet; the secret to take it back."""
    seal = answer(voice, **changes)
    token = answering.confirm(by=by, voice=voice, token="room-" + voice.public_id, seen=seal, by_code=by_code)
    voice.refresh_from_db()
    return token


def shown(about: About, email: str = BOX, by: User | None = None, **changes: Any) -> Voice:
    """Confirmed by code, or signed in, and released."""
    voice = asked(about, email)
    confirm(voice, by, **changes)
    actions.release(by=about.profile.user, voice=voice)
    voice.refresh_from_db()
    return voice


def three(station: Station, boxes: tuple[str, ...] = ("a@x.example", "b@x.example", "c@x.example")) -> list[Voice]:
    """Colleagues in the place of a boss, all shown."""
    return [shown(at(station, instead=True), box, name=f"Person {box}") for box in boxes]


def everywhere(worker: User, word: str) -> None:
    """Open, shown and taken back; each text begins with the same word."""
    station = station_of(worker, name=f"{word}-Betrieb")
    shown(at(station), f"{word.lower()}-kollege@example.org", name=f"{word}-Kollegin")
    shown(of_work(worker, title=f"{word}-Auftrag"), f"{word.lower()}-auftrag@example.org", name=f"{word}-Kundin")
    asked(at(station), f"{word.lower()}-offen@example.org", name=f"{word}-Offen", message=f"{word}-Gruss")


def text(response) -> str:
    return response.content.decode()


def you(client, address: str, **changes) -> dict[str, str]:
    """What the first page sends, with the names its months have."""
    page = text(client.get(address))
    months = {
        "first": ("1", "2014"),
        "last": ("12", "2019"),
        **{k: v for k, v in changes.items() if k in ("first", "last")},
    }
    said = {"name": "Jasmin Köhler", "shown": "initial"}
    for name, (month, year) in months.items():
        assert f'name="{name}_month"' in page
        said |= {f"{name}_month": month, f"{name}_year": year}
    return said | {k: v for k, v in changes.items() if k not in ("first", "last")}


def code_in(outbox) -> str:
    return next(part.strip() for part in outbox[-1].body.split("\n\n") if part.strip().isdecimal())

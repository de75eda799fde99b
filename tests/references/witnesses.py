"""Short ways through the doors of witnesses: a sample that can be confirmed, asked by mail or by digits, confirmed."""

from datetime import date
from typing import Any

from accounts.models import User
from network.employers.viewer import STRANGER
from network.samples.contexts import context_of, digest
from network.samples.models import WorkSample
from references.models import Witness
from references.witness import actions, answering
from tests import factories
from tests.references.helpers import last_link
from tests.samples.conftest import make_sample

BOX = "dirk@kunde.example"


def sample_of(worker: User, employer: Any = None, **fields: Any) -> WorkSample:
    """With station, place and month."""
    place = fields.pop("place", None) or worker.profile.place
    station = factories.make_station(worker.profile, employer, place=place)
    return make_sample(worker, **{"month": date(2026, 5, 1), "station": station, **fields})


def asked(worker: User, sample: WorkSample, email: str = BOX, role: str = "customer", **said: str) -> Witness:
    said = {"name": "Dirk Wolf", **said}
    return actions.ask(by=worker, sample=sample, email=email, role=role, **said)


def mailed(email: str = BOX) -> str:
    """The secret in the newest mail."""
    return last_link(email).rstrip("/").rpartition("/")[2]


def typed(worker: User, sample: WorkSample) -> str:
    """The secret of who typed the digits."""
    code = actions.show_digits(by=worker, sample=sample)
    token = answering.enter(by=None, viewer=STRANGER, code=code)
    assert token
    return token


def answer(sample: WorkSample, role: str = "customer", **changes: Any) -> answering.Answer:
    said = {
        "name": "Dirk Wolf",
        "full_name": False,
        "role": role,
        "knows": "result",
        "read": digest(context_of(sample)),
    }
    return answering.Answer(**{**said, **changes})


def confirm(witness: Witness, by: User | None = None, **changes: Any) -> str:
    """Confirmed, not decided yet; the secret to take it back."""
    by_code = changes.pop("by_code", False)
    said = answer(witness.sample, **changes)
    token = answering.confirm(by=by, witness=witness, token="", answer=said, by_code=by_code)
    witness.refresh_from_db()
    return token


def shown(worker: User, sample: WorkSample, **changes: Any) -> Witness:
    """Confirmed and released."""
    witness = asked(worker, sample, changes.pop("email", BOX))
    confirm(witness, **changes)
    actions.release(by=worker, witness=witness)
    witness.refresh_from_db()
    return witness


def everywhere(worker: User, station: Any, word: str) -> None:
    """One open question and one confirmation on the page; each text begins with the same word."""
    place = worker.profile.place
    station.place = place
    station.save(update_fields=["place"])
    sample = make_sample(worker, title=f"{word}-Werk", share=f"{word}-Anteil", station=station, month=date(2026, 5, 1))
    shown(worker, sample, name=f"{word}-Zeugin", full_name=True)
    asked(worker, sample, f"{word.lower()}-kunde@example.org", name=f"{word}-Kunde", message=f"{word}-Gruss")

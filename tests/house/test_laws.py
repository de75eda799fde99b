"""Laws that no single room can hold: each test fails when its law is broken anywhere."""

import ast
import io
import json
import re
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import polib
import pytest
from django.apps import apps
from django.contrib.admin.utils import NestedObjects
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts import actions as accounts
from accounts import exporting, registry
from accounts.models import User
from network.contacts.models import Offer
from network.contacts.notices import answering
from network.desk.models import DeskMember
from network.employers import actions as employers
from network.moving import actions as moving
from network.partners import actions as partners
from network.profiles import actions as profiles
from network.samples import sweeping
from network.search.models import SavedSearch
from network.search.shortlist import actions as search
from references import actions as references
from references import ledger
from references.models import LedgerEntry, Reference
from tests import factories
from tests.house.test_house import CODE, ROOT, TEMPLATES
from tests.moving.parcels import zipped
from tests.references import helpers, inviting, stamps, voices, witnesses
from tests.samples import conftest as samples

OWN = [model for model in apps.get_models() if model.__module__.split(".")[0] in ("accounts", "network", "references")]

# Law 1

SCORE = re.compile(r"\b(stars?|scores?|points|likes|rank(ed|ing)?|rating|percent|views|complete)\b|\d ?%%|%%", re.I)
DENIED = {"No stars. No points. No likes. No advertising.", "No grades, no points"}


def test_no_page_speaks_of_a_score():
    catalogue = polib.pofile(str(ROOT / "locale/de/LC_MESSAGES/django.po"))
    assert [e.msgid for e in catalogue if SCORE.search(e.msgid) and e.msgid not in DENIED] == []


# Laws 3 and 14

# Every table from which a foreign key leads to a person, and the room that exports it. A new table is added here after it is exported.
EXPORTED = {
    "employers.Membership": "employers",
    "employers.Invitation": "employers",
    "employers.EmployerProof": "desk",
    "profiles.Profile": "profiles",
    "profiles.Station": "profiles",
    "profiles.Confirmation": "profiles",
    "profiles.Qualification": "profiles",
    "profiles.Block": "profiles",
    "profiles.Look": "profiles",
    "profiles.Reminder": "profiles",
    "profiles.ShareLink": "profiles",
    "profiles.ShareOpening": "profiles",
    "samples.WorkSample": "samples",
    "samples.Photo": "samples",
    "contacts.Offer": "contacts",
    "search.Shortlisted": "search",
    "search.SavedSearch": "search",
    "contacts.Notice": "contacts",
    "partners.Key": "partners",
    "contacts.Interest": "contacts",
    "desk.DeskMember": "desk",
    "desk.SetUp": "desk",
    "moving.Draft": "moving",
    "references.ReferenceRequest": "references",
    "references.Refusal": "references",
    "references.RequestLink": "",  # the hash of a secret, and when it ends
    "references.Reference": "references",
    "references.Withdrawal": "references",
    "references.Witness": "references",
    "references.WitnessLink": "",  # the hash of a secret, and when it ends
    "desk.Case": "desk",
    "desk.CaseQuestion": "desk",
    "references.Correction": "references",
    "references.Objection": "references",
    "references.WorkerInvitation": "references",
    "references.WorkerInvitationLink": "",  # the hash of a secret, and when it ends
    "references.Voice": "references",
    "references.VoiceLink": "",  # the hash of a secret, and when it ends
    "references.StampConsent": "references",
    "references.StampAnswer": "references",
    "references.Trace": "references",
}


def about_people() -> set[str]:
    """Own models with a chain of foreign keys to a person."""
    reached: set[type] = {User}
    while True:
        more = {
            model
            for model in OWN
            if model not in reached and any(f.related_model in reached for f in model._meta.concrete_fields)
        }
        if not more:
            return {model._meta.label for model in reached - {User}}
        reached |= more


def test_every_table_about_people_is_exported():
    assert about_people() == set(EXPORTED)
    assert {room for room in EXPORTED.values() if room} <= set(registry.exporters)


WORD = "Zwetschge"


@pytest.fixture
def anna_everywhere(anna, brandt, talheim, rita, fuerth, tmp_path):
    """Anna has used every part of the house. Each text about her begins with the same word."""
    page = anna.profile
    profiles.save_name(by=anna, profile=page, name=f"{WORD}-Name", name_shown="full")
    profiles.save_about(by=anna, profile=page, about=f"{WORD}-About")
    profiles.block(by=anna, profile=page, employer=f"{WORD}-Block")
    factories.make_station(page, None, f"{WORD}-Firma")
    page.qualifications.create(kind=_kind(), issuer=f"{WORD}-Amt")
    words = {name: f"{WORD}-{name}" for name in ("title", "asked", "did", "share", "result")}
    samples.make_photo(samples.make_sample(anna, **words), alt=f"{WORD}-Bild")
    station = helpers.make_station(anna, brandt)
    asked = helpers.ask(anna, station, name=f"{WORD}-Chefin", message=f"{WORD}-Bitte")
    signed = helpers.sign(asked, text=f"{WORD}-Lob", name=f"{WORD}-Chefin", role=f"{WORD}-Rolle").reference
    references.release(by=anna, reference=signed)
    references.withdraw(by=None, reference=signed, reason=f"{WORD}-Grund")
    helpers.ask(anna, station, email=f"{WORD.lower()}-box@example.org")
    references.decline(by=None, request=helpers.ask(anna, station, email="no@example.org", name=f"{WORD}-Nein"))
    witnesses.everywhere(anna, station, WORD)
    voices.everywhere(anna, WORD)
    offer(talheim, rita, page, worker_name=f"{WORD}-Ja", worker_phone="+491713920088", call_when=f"{WORD}-Abend")
    search.put(by=rita, employer=talheim, profile=page, note=f"{WORD}-Notiz")
    factories.make_member(brandt, anna, f"{WORD}-Person", position=f"{WORD}-Stelle", is_recruiter=True)
    offer(brandt, anna, factories.make_profile(), contact_name=f"{WORD}-Kontakt", contact_phone="+491713920099")
    hung = factories.make_notice(talheim, rita)
    answering.express(by=anna, notice=hung, items=[f"station:{station.pk}"], once=str(uuid4()))
    factories.make_notice(brandt, anna, contact_name=f"{WORD}-Ruf", contact_phone="+491713920077")
    employers.invite(by=rita, employer=talheim, email=anna.email, is_referee=True)
    boss = factories.make_user()
    factories.make_member(talheim, boss, "Rosa Renner", is_referee=True)
    said = inviting.words(page.occupation, text=f"{WORD}-Wort", name="Rosa Renner", role="Leiterin")
    inviting.invite(boss, talheim, said, email=anna.email, name=f"{WORD}-Neu", message=f"{WORD}-Gruss")
    stamps.everywhere(anna, brandt, WORD)
    boss_at = factories.make_member(factories.make_employer("Kammer", fuerth), anna, is_admin=True)
    partners.make(by=anna, member=boss_at, name=f"{WORD}-Programm", once=uuid4())
    SavedSearch.objects.create(**searching(brandt, anna, f"{WORD}-Suche"))
    DeskMember.objects.create(user=anna, name=f"{WORD}-Desk")
    DeskMember.objects.create(user=factories.make_user(), name="Petra")
    samples.make_photo(samples.make_sample(anna), state="waiting")  # an upload that is not prepared yet
    moving.keep(by=anna, uploads=[SimpleUploadedFile("x.zip", brought())])
    return anna


def brought() -> bytes:
    """An archive from elsewhere that waits for her choice."""
    words = {name: f"{WORD}-Zip" for name in ("title", "asked")}
    photo = {"stage": "after", "alt": f"{WORD}-Zip", "file": "a.webp"}
    said = {"format": "handschlag-profile", "version": 1, "person": {"name": f"{WORD}-Zip"}}
    said["samples"] = [{"kind": "piece", **words, "photos": [photo]}]
    return zipped({"profile.json": json.dumps(said), "a.webp": b"picture"})


def searching(employer, user: User, words: str) -> dict[str, object]:
    """A saved search of this person."""
    asked = {"query": "postcode=90762", "words": words, "place": employer.place, "radius": 25, "groups": ["elektro"]}
    return {"employer": employer, "user": user, "rhythm": "daily", "ends_on": date(2199, 1, 1), **asked}


def _kind():
    from network.occupations.models import QualificationKind

    names = {"de": "Schein", "en": "Paper"}
    return QualificationKind.objects.create(slug="schein", names=names, bit=0, rule="none", note=names, source="X")


def offer(employer, sender: User, profile, **fields) -> Offer:
    said = {
        "place": employer.place, "shift": "day", "pay_min": 20, "pay_max": 20, "pay_unit": "hour", "permanent": True,
        "title": "Elektronikerin", "contact_name": "Dirk", "contact_phone": "+491713920071", "text": f"{WORD}-Angebot",
        "state": "yes" if "worker_name" in fields else "open", "expires_at": employer.created_at.replace(year=2199),
    }  # fmt: skip
    if profile.user == sender or "contact_name" in fields:
        said["text"] = ""  # what she wrote about the work belongs to the employer and to whom she wrote
    return Offer.objects.create(employer=employer, sent_by=sender, profile=profile, **{**said, **fields})


def rows() -> str:
    """Every row of every table, and every stored file's name."""
    return str([list(model._base_manager.values()) for model in apps.get_models()])


def test_export_holds_every_word_about_the_person(anna_everywhere):
    stored = set(re.findall(rf"{WORD}-\w+", rows()))
    assert len(stored) > 20
    with zipfile.ZipFile(io.BytesIO(b"".join(exporting.archive(anna_everywhere, "de")))) as box:
        exported = "".join(box.read(name).decode() for name in box.namelist() if name.endswith(".json"))
    assert {word for word in stored if word not in exported} == set()
    assert all(number in exported for number in ("+491713920088", "+491713920099", f"{WORD.lower()}-box@example.org"))


def test_closing_leaves_no_row_about_the_person(anna_everywhere):
    accounts.close(by=anna_everywhere)
    left = rows()
    assert re.findall(rf"{WORD}[\w-]*|anna@example\.org|\+4917139200[89]\d", left, re.IGNORECASE) == []
    assert Reference.objects.values_list("payload", "profile", "station", "request", "shown").get() == (
        *("", None, None, None, False),
    ), "the ledger keeps an empty shell"


def test_closing_counts_down_every_table_about_people(anna_everywhere):
    """Of each table as many rows are left as tell of others, or of nobody any more."""
    others = {
        "employers.Employer",
        "employers.EmployerProof",
        "references.Reference",
        "references.Withdrawal",
        "contacts.Offer",
        "contacts.Notice",
    }
    tables = {label for label in EXPORTED if label not in others}
    mine = {label: _of(label, anna_everywhere) for label in tables}
    mine["employers.Invitation"] = 1  # to her mailbox, which no key leads to
    assert sum(mine.values()) > 15
    before = {label: apps.get_model(label).objects.count() for label in tables}
    accounts.close(by=anna_everywhere)
    after = {label: apps.get_model(label).objects.count() for label in tables}
    assert after == {label: before[label] - mine[label] for label in tables}


def _of(label: str, person: User) -> int:
    """Rows that hang on the person by a chain of foreign keys which erasing follows."""
    collector = NestedObjects(using="default")
    collector.collect([person])
    return len(collector.data.get(apps.get_model(label), ()))


def test_closing_leaves_no_file(anna_everywhere, django_capture_on_commit_callbacks):
    names = set(samples.stored())
    assert len([name for name in names if name.startswith("incoming/")]) == 2
    assert [name for name in names if name.startswith("photos/")]
    with django_capture_on_commit_callbacks(execute=True):
        accounts.close(by=anna_everywhere)
    assert samples.stored() == {}


def test_file_that_could_not_be_deleted_is_swept(anna_everywhere, django_capture_on_commit_callbacks, monkeypatch):
    """The disk says no to every deletion once. Nothing leads to the files any more, and the next run takes them."""
    refused: set[str] = set()
    delete = FileSystemStorage.delete

    def once(storage, name):
        if name not in refused:
            refused.add(name)
            raise OSError("busy")
        delete(storage, name)

    monkeypatch.setattr(FileSystemStorage, "delete", once)
    with django_capture_on_commit_callbacks(execute=True):
        accounts.close(by=anna_everywhere)
    assert samples.stored()
    monkeypatch.setattr(sweeping, "AGE", timedelta(0))
    for _night in range(2):  # an upload is met by its name; of a picture the folder is
        sweeping.sweep()
    assert samples.stored() == {}


def test_closing_is_told_by_mail(anna_everywhere, django_capture_on_commit_callbacks, mailoutbox):
    mailoutbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        accounts.close(by=anna_everywhere)
    assert [message.to for message in mailoutbox if "anna@example.org" in message.to] == [["anna@example.org"]]


# Law 6


@pytest.mark.parametrize("name", [f.name for f in LedgerEntry._meta.concrete_fields if f.name not in ("id", "hash")])
def test_hash_of_a_ledger_line_binds_every_column(name):
    """With the hash before in it, the last line stands for all: an old line cannot be made new without all after it."""
    columns = {
        "seq": 2, "at": datetime(2026, 11, 1, tzinfo=UTC), "kind": "issued", "subject": "a", "payload_hash": "b",
        "previous": "c",
    }  # fmt: skip
    other = {**columns, "seq": 3, "at": datetime(2026, 11, 2, tzinfo=UTC), **dict.fromkeys(["kind", "subject"], "x")}
    other |= dict.fromkeys(["payload_hash", "previous"], "y")
    changed = {**columns, name: other[name]}
    assert ledger.hash_of(**columns) != ledger.hash_of(**changed)


# Law 7


def test_every_page_with_a_reference_says_what_it_is_not():
    showing = [f for f in TEMPLATES if "references/sheet.html" in f.read_text()]
    assert len(showing) >= 5
    copy = ROOT / "templates/references/emails/copy.txt"
    assert [f.name for f in [*showing, copy] if "does not replace an Arbeitszeugnis" not in f.read_text()] == []


# Law 15


def _uses(file: Path) -> set[str]:
    tree = ast.parse(file.read_text())
    assigned = {t.attr for n in ast.walk(tree) if isinstance(n, ast.Assign) for t in n.targets if hasattr(t, "attr")}
    given = {word.arg for n in ast.walk(tree) if isinstance(n, ast.Call) for word in n.keywords if word.arg}
    words = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    return assigned | given | words


def test_nobody_is_kept_out_by_address_or_device():
    """Only the limits and the list of sign-ins look at network addresses, both inside the sign-in library; no code locks an account."""
    suspicious = {"REMOTE_ADDR", "HTTP_X_FORWARDED_FOR", "HTTP_USER_AGENT", "is_active"}
    assert {f.name for f in CODE if _uses(f) & suspicious} == set()
    kept = re.compile(r"^(ip|ip_address|user_agent|device|fingerprint|blocked_until|banned|risk\w*)$")
    assert [f"{m.__name__}.{f.name}" for m in OWN for f in m._meta.concrete_fields if kept.match(f.name)] == []


def test_no_decision_without_a_reason(brandt, fremder):
    with pytest.raises(ValueError, match="refused"):
        employers.record_proof(by=fremder, employer=brandt, kind="refused", reason=" ")
    assert not brandt.proofs.exists()

"""Employers that state facts only: time, occupation, tasks, training, and nothing that says how well (§ 94 (2) BetrVG)."""

import json

import pytest
from django.test import Client
from django.utils import translation

from network.occupations import catalogue
from network.occupations.models import Field
from references import actions, taking_along
from references.drafts import Draft
from references.grades import grade_in
from references.inviting import taking
from references.models import Reference, ReferenceRequest, WorkerInvitation
from references.presenters import sheets
from references.tasks import OF_FIELD
from tests import factories
from tests.accounts.helpers import give_app
from tests.references import helpers
from tests.references.inviting import SAMIRA
from tests.references.test_referee_pages import enter_code, go_to_code, sign, url

YOU = {"name": "Monika Brandt", "role": "Meisterin", "relation": "firm"}


@pytest.fixture
def silent(brandt, elektro):
    Field.objects.filter(pk=elektro.field_id).update(slug="haustechnik-elektro")
    brandt.facts_only = True
    brandt.save()
    return brandt


def answer(boss, token, **facts):
    boss.post(url(token), {"answer": "yes"})
    page = boss.post(url(token, "facts"), facts)
    if page.status_code == 302:
        boss.post(url(token, "you"), YOU)
    return page


def test_referee_states_facts_and_signs(boss, token, silent, outbox):
    assert boss.post(url(token), {"answer": "yes"})["Location"] == url(token, "facts")
    page = boss.get(url(token, "facts")).content.decode()
    assert "Elektro Brandt states facts only" in page
    assert "Customer service" in page  # a suggestion for the field
    assert "hire this person again" not in page
    facts = {
        "tasks": ["Customer service", "Maintenance and repair"],
        "own_tasks": " Prüfen  ortsfester Anlagen\r\n\r\nPrüfen ortsfester Anlagen",
        "training": ["Training new people"],
        "own_training": "KNX-Grundkurs",
    }
    answer(boss, token, **facts)
    enter_code(boss, token, outbox)
    check = boss.get(url(token, "check")).content.decode()
    assert all(
        words in check for words in ("Level of the work", "skilled", "Prüfen ortsfester Anlagen", "KNX-Grundkurs")
    )
    assert "This is right, and I may speak for Elektro Brandt." in check
    sign(boss, token)
    said = json.loads(Reference.objects.get().payload)
    assert said["tasks"] == ["Customer service", "Maintenance and repair", "Prüfen ortsfester Anlagen"]
    assert said["training"] == ["Training new people", "KNX-Grundkurs"]
    assert (said["statements"], said["text"], said.get("hire_again")) == ([], "", None)
    assert said["occupation"]["level"] == 2


def test_facts_stand_on_every_sheet(boss, token, silent, outbox, anna, client):
    answer(boss, token, tasks=["Customer service"], own_training="KNX-Grundkurs")
    enter_code(boss, token, outbox)
    sign(boss, token)
    reference = Reference.objects.get()
    actions.release(by=anna, reference=reference)
    client.force_login(anna)
    mine = client.get(f"/me/references/{reference.public_id}/").content.decode()
    public, page = (
        Client().get(f"/{path}/").content.decode() for path in (f"v/{reference.public_id}", f"p/{anna.profile.handle}")
    )
    archive = [str(document.make()) for document in taking_along.documents(anna)]
    for shown in (mine, public, page, *archive):
        assert "Customer service" in shown
        assert "KNX-Grundkurs" in shown
    with translation.override("en"):
        (sheet,) = sheets([reference])
    assert (sheet.work_level, sheet.sentences) == ("skilled", [])


def test_sheet_with_sentences_says_nothing_about_a_level(reference):
    (sheet,) = sheets([reference])
    assert (sheet.work_level, sheet.tasks, sheet.training) == ("", [], [])


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("own_tasks", "Kundendienst\nArbeitete stets zuverlässig", "“zuverlässig” is a grade"),
        ("own_training", "Ausbildung mit sehr guten Ergebnissen", "“sehr guten” is a grade"),
        ("own_tasks", "x" * 81, "is too long"),
        ("own_tasks", "\n".join(f"Aufgabe {n}" for n in range(7)), "At most 6 lines. You have 7."),
        ("own_training", "\n".join(f"Kurs {n}" for n in range(5)), "At most 4 lines. You have 5."),
        ("own_tasks", "Monta\u202ege", "cannot be printed"),
    ],
)
def test_line_that_cannot_be_signed_says_why_and_stays(boss, token, silent, field, typed, words):
    page = answer(boss, token, **{field: typed})
    assert words in page.content.decode()
    assert typed.split("\n")[0][:20] in page.content.decode()
    assert "facts" not in ReferenceRequest.objects.get().draft["answered"]


def test_suggestions_count_with_the_own_lines(boss, token, silent):
    boss.post(url(token), {"answer": "yes"})
    ticked = ["Customer service", "Maintenance and repair", "Installation in flats and houses"]
    page = boss.post(url(token, "facts"), {"tasks": ticked, "own_tasks": "A\nB\nC\nD"})
    assert "At most 6 lines. You have 7." in page.content.decode()
    assert boss.post(url(token, "facts"), {"tasks": ticked, "own_tasks": "A\nB\nC"}).status_code == 302


def test_coded_words_are_pointed_out_once(boss, token, silent):
    typed = {"own_tasks": "Arbeit im Rahmen ihrer Möglichkeiten"}
    assert "can be misread" in answer(boss, token, **typed).content.decode()
    assert answer(boss, token, **typed).status_code == 302
    assert ReferenceRequest.objects.get().draft["tasks"] == ["Arbeit im Rahmen ihrer Möglichkeiten"]


def test_lines_come_back_in_their_places(boss, token, silent):
    answer(boss, token, tasks=["Customer service"], own_tasks="Prüfen")
    page = boss.get(url(token, "facts")).content.decode()
    assert page.count("checked") == 1
    assert ">\nPrüfen</textarea>" in page


@pytest.mark.parametrize(
    "text",
    [
        "Führerschein Klasse CE",
        "Saubermachen im Altbau",
        "Bestellung von Material",
        "Prüfen, Messen",
        "Außerordentliche Inventur",
    ],
)
def test_fact_is_no_grade(text):
    assert grade_in(text) == ""


@pytest.mark.parametrize(
    "text",
    ["sehr gute Arbeit", "Freundlich zu allen", "tadellos verdrahtet", "Note 1", "hard-working", "STETS ZUVERLÄSSIG"],
)
def test_grade_is_seen(text):
    assert grade_in(text)


def test_sentences_are_left_out_once_the_employer_has_decided(asked, brandt):
    """Switched on between draft and signature: the facts are asked for, the sentences are gone."""
    helpers.answer(asked, statements=["craft.test-0"], text="Gut.", again=True)
    ReferenceRequest.objects.update(confirmed_at=asked.created_at)
    brandt.facts_only = True
    brandt.save()
    with pytest.raises(actions.Incomplete) as missing:
        actions.issue(by=None, request=asked)
    assert missing.value.step == "facts"
    actions.save_draft(by=None, request=asked, step="facts", tasks=["Kundendienst"])
    said = json.loads(actions.issue(by=None, request=asked).reference.payload)
    assert (said["statements"], said["text"], said.get("hire_again")) == ([], "", None)
    assert (said["tasks"], said["training"]) == (["Kundendienst"], [])


def test_switching_leads_to_the_page_that_is_open_now(boss, token, statements, outbox, brandt):
    go_to_code(boss, token)
    enter_code(boss, token, outbox)
    brandt.facts_only = True
    brandt.save()
    assert boss.get(url(token, "check"))["Location"] == url(token, "facts")
    assert boss.get(url(token, "seen"))["Location"] == url(token, "facts")
    assert boss.post(url(token, "facts"), {})["Location"] == url(token, "check")
    assert "Sentence 0." not in boss.get(url(token, "check")).content.decode()


def test_page_of_another_mode_is_not_signed(asked, brandt):
    """Switched off and on again while the check page was open."""
    helpers.answer(asked, text="Gut.")
    actions.save_draft(by=None, request=asked, step="facts", tasks=["Kundendienst"])
    ReferenceRequest.objects.update(confirmed_at=asked.created_at)
    asked.refresh_from_db()
    seen = Draft.of(asked).settled(facts_only=False)
    brandt.facts_only = True
    brandt.save()
    with pytest.raises(actions.Changed):
        actions.issue(by=None, request=asked, seen=seen)
    assert not Reference.objects.exists()


def test_every_field_has_tasks_to_tick():
    assert OF_FIELD.keys() == {each.slug for each in catalogue.read().fields}


def test_firm_that_writes_first_states_facts_too(client, monika, silent, elektro, outbox):
    """Its member is asked for tasks and training, the invited person reads exactly what is signed."""
    give_app(monika)
    client.force_login(monika)
    page = client.post(
        f"/employer/{silent.public_id}/inviting/new/who/",
        {"name": "Samira Keller", "email": SAMIRA, "message": ""},
        follow=True,
    )
    here = page.request["PATH_INFO"].removesuffix("work/")
    work = {"first_month": "9", "first_year": "2019", "still": "on", "occupation": str(elektro)}
    assert client.post(f"{here}work/", work)["Location"] == f"{here}facts/"
    assert "is a grade" in client.post(f"{here}facts/", {"own_tasks": "Tadellos verdrahtet"}).content.decode()
    assert client.post(f"{here}facts/", {"tasks": ["Customer service"]})["Location"] == f"{here}you/"
    client.post(f"{here}you/", YOU)
    check = client.get(f"{here}check/").content.decode()
    assert "Customer service" in check
    assert "This is right, and I may speak for" in check
    shown = check.split('name="shown" value="')[1].split('"')[0]
    client.post(f"{here}check/", {"shown": shown})
    samira = factories.make_user(SAMIRA)
    invitation = WorkerInvitation.objects.get()
    client.force_login(samira)
    read = client.get(f"/me/invited/{invitation.public_id}/").content.decode()
    assert all(words in read for words in ("Level of the work: skilled", "Customer service", "states facts only"))
    said = json.loads(taking.take_over(by=samira, invitation=invitation, name="Samira").payload)
    assert (said["tasks"], said["training"], said["statements"]) == (["Customer service"], [], [])

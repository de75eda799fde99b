"""A whole team at once: pasted lines and files of every kind, each line with its problem in plain words, nothing typed lost."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from references.drafts import Draft
from references.inviting import rules, sheets
from references.models import Reference, WorkerInvitation
from tests.accounts.helpers import give_app
from tests.references import inviting

NAMES = ["Jürgen Häßler", "سميرة حداد", "Łukasz Wiśniewski", "Nguyễn Thị Hoa", "Anna-Lena O’Brien"]


@pytest.fixture
def chef(client, monika):
    give_app(monika)
    client.force_login(monika)
    return client


@pytest.fixture
def here(brandt):
    return f"/employer/{brandt.public_id}/inviting/team/"


def lines(*names: str, sep: str = ";") -> str:
    return "\n".join(f"{name}{sep}w{at}@post.example" for at, name in enumerate(names))


def send(chef, here, text: str, **stand):
    return chef.post(here, {"rows": text, "send": "1", **stand}, follow=True)


STAND = {"name": "Monika Brandt", "role": "Meisterin", "sure": "on"}


@pytest.mark.parametrize("sep", [";", "\t", ",", " ; "])
def test_names_of_every_script_and_every_separator(chef, here, outbox, sep):
    text = lines(*NAMES, sep=sep)
    page = chef.post(here, {"rows": text}).content.decode()
    assert "Invite 5 people?" in page
    assert not WorkerInvitation.objects.exists()
    send(chef, here, text)
    assert sorted(WorkerInvitation.objects.values_list("name", flat=True)) == sorted(NAMES)
    assert [len(letter.to) for letter in outbox] == [1] * 5, "nobody sees who else got one"
    assert len(set(WorkerInvitation.objects.values_list("batch", flat=True))) == 1


FILES = {
    "utf-8": lambda text: text.encode(),
    "with a mark": lambda text: text.encode("utf-8-sig"),
    "of Excel": lambda text: text.encode("utf-16"),
    "of Windows": lambda text: text.encode("cp1252"),
    "with quotes": lambda text: "\r\n".join(
        ";".join(f'"{cell}"' for cell in line.split(";")) for line in text.splitlines()
    ).encode("cp1252"),
}


@pytest.mark.parametrize("kind", FILES)
def test_file_of_a_table_program_with_heads(chef, here, elektro, kind):
    text = f"Nachname;Vorname;E-Mail-Adresse;Eintritt;Beruf\nHäßler;Jürgen;j@post.example;01.03.2008;{elektro}\nKöhler;Jasmin;k@post.example;;\n"
    page = chef.post(here, {"rows": "", "file": SimpleUploadedFile("Team.csv", FILES[kind](text))}).content.decode()
    assert "Invite 2 people?" in page
    assert "Jürgen Häßler" in page
    assert "March 2008" in page.replace("\xa0", " ")
    kept = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)[1].replace("&quot;", '"')
    send(chef, here, kept, **STAND)
    one, two = WorkerInvitation.objects.order_by("name").reverse()
    assert Draft.of(one).first == "2008-03"
    assert (Draft.of(one).statements, Draft.of(one).role, bool(one.approved_at)) == ([], "Meisterin", True)
    assert (two.draft, two.approved_at) == ({}, None)


def test_each_line_says_what_is_wrong_and_nothing_is_lost(chef, here, elektro, brandt, monika):
    inviting.invite(monika, brandt, email="schon@post.example")
    text = "\n".join(
        [
            "Gut Gestellt;gut@post.example",
            "Ohne Mail;kein-postfach",
            "Zwei Mal;gut@post.example",
            f"Schon Da;schon@post.example;09/2019;{elektro}",
            "=1+1;formel@post.example",
            "Halb;halb@post.example;09/2019",
            "Monat;monat@post.example;irgendwann;Maurer",
            f"Zukunft;zukunft@post.example;01/2199;{elektro}",
            ";leer@post.example",
            "Selbst;monika@brandt-elektro.example",
        ]
    )
    page = chef.post(here, {"rows": text}).content.decode()
    for words in (
        "Line 2:", "like this: name@example.org", "Line 3:", "stands in the list twice", "Line 4:", "You have invited this address on",
        "Line 5:", "This is not a name.", "Line 6:", "first month and the occupation", "Line 7:", "like this: 09/2019",
        "do not know this occupation", "Line 8:", "in the future", "Line 9:", "Enter the name of the person", "Line 10:", "your own address",
    ):  # fmt: skip
        assert words in page, words
    assert "Line 1:" not in page.replace("Line 10:", "")
    assert "Gut Gestellt;gut@post.example" in page
    assert "9 lines are not right yet" in page
    assert WorkerInvitation.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("gross.csv", b"a;b@c.de\n" * 1_200_000, "too big"),
        ("nul.csv", b"\x00\x01\x02\x00" * 400, "cannot read this file"),
        ("nul-im-text.csv", b"Anna;anna@post.example\n" * 300 + b"\x00", "cannot read this file"),
        ("Team.xlsx", b"PK\x03\x04" + b"x" * 500, "not a CSV file"),
        ("alt.xls", b"\xd0\xcf\x11\xe0" + b"x" * 500, "not a CSV file"),
        ("Team.pdf", b"%PDF-1.7 irgendwas", "cannot read this file"),
        ("leer.csv", b"", "Enter at least one line"),
        ("zu-viele.csv", "\n".join(f"N {n};n{n}@post.example" for n in range(61)).encode(), "at most 60 people"),
        ("offen.csv", b'"Anna;anna@post.example\nBert;bert@post.example\n', "quotation mark is not closed"),
        ("lang.csv", b'Anna;"' + b"x" * 140_000 + b'"', "too long"),
    ],
)
def test_hostile_file_gets_a_plain_answer(chef, here, name, data, words):
    answer = chef.post(here, {"rows": "", "file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not WorkerInvitation.objects.exists()


def test_pasted_nul_and_huge_cell_get_a_plain_answer(chef, here):
    assert "Invite 1 person?" in chef.post(here, {"rows": "An\0na;anna@post.example"}).content.decode()
    assert "too long" in chef.post(here, {"rows": "x" * 61_000}).content.decode()


def test_words_need_somebody_who_stands_for_them(chef, here, elektro):
    text = f"Anna;a@post.example;09/2019;{elektro}"
    page = send(chef, here, text, name="Monika Brandt", role="Meisterin")
    assert "Tick that this is your own word" in page.content.decode()
    assert not WorkerInvitation.objects.exists()


def test_second_click_sends_nothing_twice(chef, here, outbox):
    for _click in range(2):
        page = send(chef, here, "Anna;a@post.example\nBert;b@post.example")
        assert "It is on its way" in page.content.decode()
    assert WorkerInvitation.objects.count() == len(outbox) == 2


def test_list_can_be_changed_before_it_is_sent(chef, here):
    page = chef.post(here, {"rows": "Anna;a@post.example", "change": "1"}).content.decode()
    assert ">\nAnna;a@post.example</textarea>" in page
    assert "There is a problem" not in page


def test_facts_word_of_a_list_is_taken_over(chef, here, elektro, anna):
    send(chef, here, f"Anna G;{anna.email};09/2019;{elektro}", **STAND)
    chef.force_login(anna)
    waiting = WorkerInvitation.objects.get()
    page = chef.post(f"/me/invited/{waiting.public_id}/take/", {}, follow=True)
    assert "September 2019" in page.content.decode().replace("\xa0", " ")
    assert (Reference.objects.get().level, anna.profile.stations.get().start.year) == (4, 2019)


def test_invitation_alone_makes_a_page_and_no_reference(client, boss, monika, brandt, db):
    from tests import factories

    invitation = inviting.invite(monika, brandt)
    page = boss.get(f"/i/{inviting.token()}/").content.decode()
    assert "has not written anything about you yet" in page
    client.force_login(factories.make_user(inviting.SAMIRA))
    answer = client.post(f"/me/invited/{invitation.public_id}/take/", {"name": "Samira Keller"})
    assert answer.url == reverse("profiles:mine")
    invitation.refresh_from_db()
    assert (invitation.state, Reference.objects.count()) == ("answered", 0)


def test_day_has_a_limit_that_counts_everybody(chef, here, monkeypatch):
    monkeypatch.setattr(rules, "A_DAY", 2)
    page = send(chef, here, lines("Anna", "Bert", "Cem")).content.decode()
    assert "too many people for one day" in page
    assert "Cem;w2@post.example" in page


def test_three_firms_a_month_reach_one_mailbox(monika, brandt, fuerth, outbox):
    from tests import factories

    for at in range(4):
        firm = factories.make_employer(f"Firma {at}", fuerth)
        by = factories.make_user()
        factories.make_member(firm, by, "Chefin", is_admin=True)
        last = inviting.invite(by, firm)
    assert len(outbox) == rules.TO_ONE_MAILBOX
    assert (last.state, last.email) == ("expired", "")


@pytest.mark.parametrize("count", [1, 30])
def test_checking_a_list_asks_the_same_whatever_its_length(chef, here, elektro, django_assert_max_num_queries, count):
    chef.get("/account/")  # a session begins
    text = "\n".join(f"Kim Klein;w{at}@post.example;09/2019;{elektro}" for at in range(count))
    chef.post(here, {"rows": text})  # the index of the catalogue is made
    with django_assert_max_num_queries(8):
        page = chef.post(here, {"rows": text})
    assert f"Invite {count} p" in page.content.decode()


def test_lines_without_separators_and_turned_around_are_read():
    (one,) = sheets.read("Samira Keller <samira@post.example>")
    assert (one.name, one.mail) == ("Samira Keller", "samira@post.example")
    (two,) = sheets.read("samira@post.example;Samira Keller")
    assert (two.name, two.mail) == ("Samira Keller", "samira@post.example")
    (three,) = sheets.read('\n\n"Keller, Samira";samira@post.example\n\n')
    assert (three.name, three.number) == ("Keller, Samira", 3)


def test_strangers_and_unchecked_firms_send_nothing(client, here, brandt, fremder, rita, monika):
    for user in (fremder, rita):
        client.force_login(user)
        assert client.post(here, {"rows": "Anna;a@post.example", "send": "1"}).status_code == 404
    give_app(monika)
    client.force_login(monika)
    type(brandt).objects.update(checked_until=None)
    assert "First the desk checks your employer" in send(client, here, "Anna;a@post.example").content.decode()
    assert not WorkerInvitation.objects.exists()

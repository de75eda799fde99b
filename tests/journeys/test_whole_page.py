"""Two people say everything a page can hold, on a phone; others read exactly what they shall. With JavaScript and without."""

import gzip
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from network.employers import actions as employers
from network.employers.models import Employer
from network.places.models import Place
from network.profiles.models import Profile
from tests import factories
from tests.journeys import steps, steps_page
from tests.journeys.visitor import Visitor
from tests.samples.make_images import phone_photo

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("javascript", [True, False], ids=["js", "plain"]),
]
PETER, LAYLA = "peter@example.org", "layla@example.org"
FIRM = "Gesellschaft für Elektroinstallation und Gebäudetechnik Mittelfranken mbH & Co. KG"
BOSS = "Seniorenzentrumsbetriebsgesellschaft Am Stadtwald gGmbH"
THIS_YEAR = date.today().year
MOST_PAGES = 3
MOST_BYTES = 30_000
MOST_QUERIES = 8


def firm_of(name: str, postcode: str, email: str) -> Employer:
    """Checked, with one member who looks for people."""
    place = Place.objects.get(postcode=postcode)
    firm = employers.register(by=factories.make_user(email), name=name, place=place, member_name="Rita Renner")
    employers.record_proof(by=None, employer=firm, kind="visit", reason="Besucht.")
    return firm


def printed(who: Visitor, folder: Path) -> str:
    """The page that is open, on paper: its text. Empty where no program can read it."""
    file = folder / f"{who.email.partition('@')[0] or 'reader'}.pdf"
    who.page.pdf(path=file, format="A4")
    sheet = file.read_bytes()
    assert sheet.startswith(b"%PDF-")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", sheet)) <= MOST_PAGES
    if not (reader := shutil.which("pdftotext")):
        return ""
    return flat(subprocess.run([reader, "-layout", file, "-"], check=True, capture_output=True, text=True).stdout)


def flat(text: str) -> str:
    """Without soft hyphens, and every white space is one blank."""
    return " ".join(text.replace("\N{SOFT HYPHEN}", "").split())


def test_master_electrician_tells_22_years(visit, region, javascript, tmp_path, client):
    peter = visit(PETER, javascript=javascript)
    steps_page.begin(peter, name="Peter Adlhoch", occupation="elektromeister", slug="elektromeister", postcode="90762")
    steps_page.station(peter, FIRM, "90762", (9, THIS_YEAR - 22))
    profile = Profile.objects.get()
    firm = profile.stations.get()
    first = firm.start.year
    growth = {"apprentice": 0, "skilled": 3, "lead-hand": 9, "master": 14}
    steps_page.grow(peter, firm.pk, {role: (9, first + years) for role, years in growth.items()})
    steps_page.family_time(peter, (0, first + 10), (0, first + 11))
    peter.go_on()
    peter.choose(goal="open").go_on()
    peter.choose(visibility="everyone").go_on()
    assert peter.path == reverse("profiles:mine"), "nothing is left open"

    steps_page.paper(peter, "Meisterbrief", "meisterbrief", (5, first + 14), issuer="Handwerkskammer für Mittelfranken")
    steps_page.paper(peter, "Ersthelfer", "ersthelfer", (3, THIS_YEAR - 1), issuer="Deutsches Rotes Kreuz")
    steps_page.paper(peter, "Schaltberechtigung", "schaltberechtigung", (2, first + 15), station=str(firm.pk))
    steps_page.times(peter, shifts=["day", "on-call"], quick="weekdays-early", hours="38", notice="3-months")
    steps_page.go(peter, "question", "licences").choose(licences=["b", "be"]).go_on()
    steps_page.languages(peter, de="c2", en="a2")
    steps_page.go(peter, "contact").fill(phone="0911 555 01 20").choose(phone_audience="employers").go_on()
    steps.show_work(peter, phone_photo(1200, 900))
    family = profile.stations.exclude(pk=firm.pk).get()
    bound = profile.qualifications.get(kind__slug="schaltberechtigung")
    steps_page.read_by(peter, **{f"station_{family.pk}": "nobody", f"paper_{bound.pk}": "employers"})
    link = steps_page.share(peter, "Herr Yılmaz", [f"station:{family.pk}"], "30")
    steps_page.go(peter, "deadlines")
    assert str(THIS_YEAR + 1) in peter.text(), "first aid runs out two years after it was learnt"

    page = reverse("profiles:page", args=[profile.handle])
    stranger = visit(javascript=javascript).open(page)
    rita = visit("rita@example.org", javascript=javascript)
    rita.enter(firm_of("Stadtwerke Talheim", "90402", rita.email).memberships.get().user).open(page)
    guest = visit(javascript=javascript).open(link)
    check_readers(stranger, rita, guest)
    assert stranger.page.locator("main .pair img").count() == 2
    text = printed(stranger, tmp_path)
    assert not text or all(words in text for words in (FIRM, "Meister/in", "Vorarbeiter/in", "Auszubildende/r"))
    assert weight(client, page) <= MOST_BYTES
    peter.open(reverse("profiles:shares"))
    assert "Zuletzt geöffnet" in peter.text()


def check_readers(stranger: Visitor, rita: Visitor, guest: Visitor) -> None:
    """Who reads what of Peter's page, line by line."""
    everyone = (FIRM, "Meister/in", "Meisterbrief", "Neuer Verteiler im Altbau")
    read = {
        **dict.fromkeys(everyone, (True, True, True)),
        "Zeit für die Familie": (False, False, True),
        "Schaltberechtigung": (False, True, False),
        "0911 5550120": (False, True, False),
        "offen für Angebote": (False, True, False),
        "Montag bis Freitag": (False, True, False),
    }
    texts = [flat(who.text()).lower() for who in (stranger, rita, guest)]
    for words, shown in read.items():
        assert tuple(flat(words).lower() in text for text in texts) == shown, words


def weight(client, page: str) -> int:
    """HTML, styles and scripts as they travel, without pictures."""
    with CaptureQueriesContext(connection) as asked:
        html = client.get(page).content
    assert len(asked) <= MOST_QUERIES
    files = re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js))"', html.decode())
    assert files
    return sum(len(gzip.compress(part)) for part in (html, *map(static, files)))


def static(name: str) -> bytes:
    return Path(str(finders.find(name))).read_bytes()


def test_nurse_with_foreign_papers_hides_from_her_boss(visit, region, javascript, tmp_path):
    layla = visit(LAYLA, javascript=javascript)
    steps_page.begin(
        layla, name="ليلى عبد الرحمن الخطيب", occupation="Krankenschwester", slug="pflegefachkraft", postcode="90762"
    )
    steps_page.station(layla, BOSS, "90762", (4, THIS_YEAR - 3))
    steps_page.another(layla, "Universitätskrankenhaus Aleppo", "", (9, THIS_YEAR - 12), (6, THIS_YEAR - 5))
    layla.go_on()
    layla.choose(goal="open").month("available_from", 4, THIS_YEAR + 1).go_on()
    layla.choose(visibility="employers").go_on()
    assert layla.path == reverse("profiles:mine")

    steps_page.paper(layla, "Anerkennung", "anerkennung")
    profile = Profile.objects.get()
    paper = profile.qualifications.get()
    assert layla.path == reverse("profiles:recognition", args=[paper.pk])
    layla.tick("applied", "notice", "exam", "recognised").month("applied_month", 3, THIS_YEAR - 2).go_on()
    steps_page.paper(layla, "Deutsch B2", "deutsch-zertifikat", (11, THIS_YEAR - 2), issuer="telc")
    steps_page.times(layla, shifts=["early", "late"], quick="weekdays", hours="30", notice="quarter")
    steps_page.languages(layla, ar="c2", de="b2")
    steps_page.tell_case(
        layla,
        title="Sturz in der Nacht",
        asked="Jemand lag neben dem Bett und hatte Angst.",
        did="Ruhig gesprochen, auf Schmerzen geachtet, Hilfe geholt.",
        share="Allein bis der Dienstarzt kam.",
        result="Keine Verletzung, und ab da ein Licht am Bett.",
    )
    layla.go_on()
    layla.tick("nobody", "agreed").go_on()
    steps_page.hide(layla, BOSS, "90762")

    page = reverse("profiles:page", args=[profile.handle])
    stranger, rita = visit(javascript=javascript), visit("rita@example.org", javascript=javascript)
    boss = visit("boss@example.org", javascript=javascript)
    rita.enter(firm_of("Klinikum Talheim", "90402", rita.email).memberships.get().user).open(page)
    house = firm_of(BOSS, "90763", boss.email)
    boss.enter(house.memberships.get().user)
    for reader in (stranger, boss):
        reader.expected.add(404)
        reader.open(page)
        assert "Aleppo" not in reader.page.content()
    steps_page.go(layla, "preview_boss").follow(reverse("profiles:preview_firm", args=[house.public_id]))
    assert "Aleppo" not in layla.text()
    text = flat(rita.text())
    for words in ("Universitätskrankenhaus Aleppo", "Anerkannt", "Sturz in der Nacht", "Zertifikat Deutsch", BOSS):
        assert words in text
    sheet = printed(rita, tmp_path)
    assert not sheet or (BOSS in sheet and "Universitätskrankenhaus Aleppo" in sheet)
    assert "Offen für Angebote" in text
    assert "Offen für Angebote" not in sheet, "paper is passed on (law 3)"

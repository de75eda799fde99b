"""A team of 12 from a table program: two come, one says no, one never again, and the firm's pages stay as they were."""

import pytest
from django.urls import reverse

from accounts.models import User
from network.places.models import Place
from network.profiles.models import Profile
from references.models import Reference, StopList, WorkerInvitation
from tests import factories
from tests.accounts.helpers import give_app
from tests.journeys import post, steps
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser
NAMES = (
    *("Samira Keller", "Jürgen Häßler", "سميرة حداد", "Łukasz Wiśniewski", "Nguyễn Thị Hoa", "Anna-Lena Groß"),
    *("Mehmet Aydın", "Iryna Шевченко", "José Núñez", "Ömer Çelik", "Zoë van den Berg", "Kim Klein"),
)
SAMIRA, JUERGEN, HADDAD, LUKASZ = (f"person{at}@post.example" for at in range(4))


def table() -> bytes:
    """As Excel saves it: semicolons, UTF-16 for the letters that Windows does not have, German heads."""
    rows = ["Name;E-Mail;Eintritt;Beruf"]
    for at, name in enumerate(NAMES):
        facts = ";01.09.2019;Elektroniker Energie- und Gebäudetechnik" if at < 4 else ";;"
        rows.append(f"{name};person{at}@post.example{facts}")
    return "\r\n".join(rows).encode("utf-16")


@pytest.fixture
def monika(region) -> User:
    brandt = factories.make_employer("Elektro Brandt", Place.objects.get(postcode="90762"))
    user = factories.make_user("monika@brandt-elektro.example")
    factories.make_member(brandt, user, "Monika Brandt", position="Meisterin", is_admin=True, is_referee=True)
    give_app(user)
    return user


def invite_all(firm: Visitor, area: str) -> None:
    firm.open(area).follow(f"{area}inviting/").follow(f"{area}inviting/team/")
    file = {"name": "Team.csv", "mimeType": "text/csv", "buffer": table()}
    firm.page.set_input_files('main [name="file"]', file)
    firm.go_on()
    text = firm.text()
    assert "12 Personen einladen?" in text
    for name in NAMES:
        assert name in text
    assert "seit September 2019" in text.replace("\xa0", " ")
    firm.tick("sure").go_on()
    assert firm.path == f"{area}inviting/"


def come(worker: Visitor) -> None:
    """Reads everything first, then takes it over with a new account, and shows it."""
    worker.open(post.link(worker.email))
    assert "Das haben wir gesehen" in worker.text()
    assert "Meisterin" in worker.text()
    worker.choose(answer="take").go_on()
    steps.sign_up(worker)
    assert worker.path.endswith("/take/")
    worker.go_on()
    assert worker.path.startswith("/me/references/")
    assert "Nobody but you" not in worker.text()


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "plain"])
def test_team_of_twelve(visit, monika, javascript):
    area = f"/employer/{monika.memberships.get().employer.public_id}/"
    firm = visit(javascript=javascript, width=1280).enter(monika)
    invite_all(firm, area)
    assert sum("/i/" in body for at in range(12) for body in post.letters(f"person{at}@post.example")) == 12
    seen = [firm.open(page).text() for page in (f"{area}inviting/", f"{area}references/", area)]

    samira = visit(SAMIRA, javascript=javascript)
    come(samira)
    samira.go_on("button[name=show][value=no]")
    factories.make_user(LUKASZ)
    lukasz = visit(LUKASZ, javascript=javascript).enter(User.objects.get(email=LUKASZ))
    waiting = reverse("references:invited_own", args=[WorkerInvitation.objects.get(email=LUKASZ).public_id])
    lukasz.open(reverse("home:me")).follow(waiting)
    lukasz.choose(answer="take").go_on()
    assert lukasz.page.input_value('main [name="name"]') == "Łukasz Wiśniewski"
    lukasz.go_on()
    visit(JUERGEN, javascript=javascript).open(post.link(JUERGEN)).choose(answer="no").go_on()
    visit(HADDAD, javascript=javascript).open(post.link(HADDAD)).choose(answer="never").go_on()

    assert set(Profile.objects.values_list("name", flat=True)) == {"Samira Keller", "Łukasz Wiśniewski"}
    assert set(Reference.objects.values_list("level", "shown")) == {(4, False)}
    assert (Reference.objects.count(), StopList.objects.count()) == (2, 1)
    assert [firm.open(page).text() for page in (f"{area}inviting/", f"{area}references/", area)] == seen
    assert not [body for body in post.letters(monika.email) if "Keller" in body or "unterschrieben" in body]

"""Boss, colleague and customer confirm a sample, by mail and by digits, and what the others see then."""

import pytest
from django.test import Client

from references.models import Witness
from tests import factories
from tests.references import witnesses
from tests.references.helpers import links_to
from tests.references.test_referee_pages import code_of

BOX = witnesses.BOX


@pytest.fixture
def sample(anna, brandt):
    return witnesses.sample_of(anna, brandt)


def ask_by_mail(client, anna, sample, role, email=BOX):
    client.force_login(anna)
    said = {"name": "Dirk Wolf", "email": email, "role": role, "message": "Danke dir!"}
    page = client.post(f"/me/samples/{sample.pk}/witnesses/ask/", said, follow=True)
    assert "Sent on" in page.content.decode()
    return witnesses.mailed(email)


def say(browser, token, role, **changes):
    """Yes, and who."""
    assert browser.post(f"/w/{token}/", {"answer": "yes"}).url == f"/w/{token}/you/"
    page = browser.get(f"/w/{token}/you/")
    said = {
        "read": page.context["form"]["read"].value(),
        "name": "Dirk Wolf",
        "shown": "initial",
        "role": role,
        "knows": "result",
    }
    return browser.post(f"/w/{token}/you/", {**said, **changes}, follow=True)


def release(client, anna):
    client.force_login(anna)
    witness = Witness.objects.get(state="answered", decided_at=None)
    return client.post(f"/me/witness/{witness.public_id}/decide/", {"show": "yes"}, follow=True)


def public_page(anna) -> str:
    return Client(headers={"accept-language": "en"}).get(f"/p/{anna.profile.handle}/").content.decode()


@pytest.mark.parametrize(("role", "plate"), [("customer", "by a customer"), ("colleague", "by a colleague")])
def test_customer_or_colleague_confirms_by_mail(client, boss, anna, sample, role, plate):
    token = ask_by_mail(client, anna, sample, role)
    page = boss.get(f"/w/{token}/").content.decode()
    for words in ("Neuer Verteiler in einem Haus von 1963", "Fürth", "May", "Planung und Umbau allein.", "Danke dir!"):
        assert words in page
    assert "Anna G." in page
    assert "34 Stromkreise" not in page  # what was done is not confirmed, and not shown
    thanks = say(boss, token, role)
    assert "Thank you. You have confirmed it." in thanks.content.decode()
    assert plate not in public_page(anna)  # law 3
    assert "On your page" in release(client, anna).content.decode()
    page = public_page(anna)
    assert f"Confirmed {plate}" in page
    assert "<bdi>Dirk W.</bdi>" in page
    assert "Dirk Wolf" not in page
    assert Witness.objects.get().level == 1


def test_boss_by_mail_enters_a_code(client, boss, anna, sample, outbox):
    token = ask_by_mail(client, anna, sample, "boss", "chef@alt.example")
    page = say(boss, token, "boss", shown="full").content.decode()
    assert "so that nobody speaks in your name" in page
    assert Witness.objects.get().state == "open"
    here = f"/w/{token}/code/"
    assert "We have sent 6 digits" in boss.post(here, {"send": "1"}, follow=True).content.decode()
    assert "This is not the code" in boss.post(here, {"code": "000 000x"}).content.decode()
    thanks = boss.post(here, {"code": code_of(outbox)}, follow=True).content.decode()
    assert "Thank you" in thanks
    witness = Witness.objects.get()
    assert (witness.level, witness.how, witness.email, witness.draft) == (3, "code", "", {})
    release(client, anna)
    assert "Confirmed by the boss, by code" in public_page(anna)
    assert "Dirk Wolf" in public_page(anna)


def test_signed_in_boss_of_the_checked_employer_needs_no_code(client, boss, anna, sample, monika):
    token = ask_by_mail(client, anna, sample, "boss", monika.email)
    boss.force_login(monika)
    assert "Thank you" in say(boss, token, "boss").content.decode()
    assert (Witness.objects.get().level, Witness.objects.get().how) == (4, "member")
    release(client, anna)
    assert "Confirmed by the boss, employer checked" in public_page(anna)


def test_customer_in_the_same_room_types_the_digits(client, boss, anna, sample):
    client.force_login(anna)
    room = f"/me/samples/{sample.pk}/witnesses/room/"
    assert "Show 6 digits" in client.get(room).content.decode()
    page = client.post(room)
    digits = page.context["digits"]
    assert "<svg" in page.content.decode()
    assert ">testserver/w/<" in page.content.decode()
    filled = page.context["filled"].removeprefix("http://testserver")
    assert digits.replace(" ", "") in boss.get(filled).content.decode()
    step = boss.post("/w/", {"code": digits})
    token = step.url.strip("/").rpartition("/")[2]
    assert "Do not ask me again" not in boss.get(step.url).content.decode()
    own = say(boss, token, "customer", knows="ordered")
    assert "Keep this link" in own.content.decode()
    assert boss.get(f"/w/{token}/", follow=True).status_code == 200
    release(client, anna)
    page = public_page(anna)
    assert "Confirmed by a customer" in page
    assert "Said in person, not checked further." in page
    assert "Ordered the work." in page


def test_boss_in_the_same_room_without_proof_is_no_more_than_anybody(boss, anna, sample, monika):
    token = witnesses.typed(anna, sample)
    assert "Thank you" in say(boss, token, "boss").content.decode()
    assert (Witness.objects.get().level, Witness.objects.get().how) == (1, "room")
    other = witnesses.typed(anna, sample)
    boss.force_login(monika)
    say(boss, other, "boss")
    assert sorted(Witness.objects.values_list("level", "how")) == [(1, "room"), (4, "member")]


def test_witness_takes_it_back_and_it_is_gone_everywhere(client, boss, anna, sample, outbox):
    token = ask_by_mail(client, anna, sample, "customer")
    say(boss, token, "customer")
    release(client, anna)
    own = links_to(BOX)[-1]
    assert own.startswith("/w/own/")
    assert "Confirmed by a customer" in boss.get(own).content.decode()
    page = boss.post(own, follow=True).content.decode()
    assert "You have taken it back" in page
    assert "You have taken it back" in boss.post(own, follow=True).content.decode()
    sample.refresh_from_db()
    witness = Witness.objects.get()
    assert (sample.witnesses, witness.name, witness.context, witness.shown) == ([], "", {}, False)
    assert "Dirk" not in public_page(anna)
    assert "Taken back on" in client.get(f"/me/witness/{witness.public_id}/").content.decode()
    assert outbox[-1].to == [anna.email]
    client.post(f"/me/witness/{witness.public_id}/decide/", {"show": "yes"})
    sample.refresh_from_db()
    assert sample.witnesses == []


def test_care_never_asks_for_customers(client, boss, pflege, fuerth):
    nurse = factories.make_user()
    factories.make_profile(nurse, pflege, fuerth)
    case = witnesses.sample_of(nurse, kind="case")
    client.force_login(nurse)
    page = client.get(f"/me/samples/{case.pk}/witnesses/ask/").content.decode()
    assert "Colleague" in page
    assert "Customer" not in page
    said = {"name": "D", "email": BOX, "role": "customer"}
    assert client.post(f"/me/samples/{case.pk}/witnesses/ask/", said).context["form"].errors.keys() == {"role"}
    token = witnesses.typed(nurse, case)
    page = boss.get(f"/w/{token}/you/").content.decode()
    assert "I was a customer" not in page
    assert "I ordered the work" not in page

"""A new employer, and its facts until the desk has checked them."""

import pytest
from django.core.exceptions import PermissionDenied

from accounts import throttle
from network.employers import actions, registry, throttles
from network.employers.models import Employer
from tests import factories
from tests.employers.helpers import enter

pytestmark = pytest.mark.django_db
FORM = {
    "name": "Malerbetrieb Kunz",
    "place": "90762",
    "works_council": "no",
    "member_name": "Kurt Kunz",
    "position": "Inhaber",
}


def test_registering_makes_the_first_admin(client, fremder, fuerth):
    client.force_login(fremder)
    answer = client.post("/employer/new/", {**FORM, "domain": "www.maler-kunz.example"})
    employer = Employer.objects.get()
    assert answer.url == f"/employer/{employer.public_id}/"
    assert (employer.name, employer.key, employer.place) == ("Malerbetrieb Kunz", "malerbetrieb kunz", fuerth)
    assert (employer.domain, employer.works_council, employer.root) == ("maler-kunz.example", False, employer)
    assert not employer.is_checked
    assert employer.queued_at
    member = employer.memberships.get()
    assert (member.user, member.name, member.position) == (fremder, "Kurt Kunz", "Inhaber")
    assert member.is_admin and member.is_referee and member.is_recruiter  # noqa: PT018


@pytest.mark.parametrize("name", ["Elektro Brandt", "elektro-brandt GmbH"])
def test_known_name_in_the_same_town_tells_a_stranger_nothing_about_its_people(client, fremder, monika, name):
    factories.make_place("90763", "Fürth", 49.46, 10.99)
    client.force_login(fremder)
    answer = client.post("/employer/new/", {**FORM, "name": name, "place": "90763"})
    assert answer.status_code == 409
    assert "Monika" not in answer.content.decode()
    assert "hilfe@handschlag.invalid" in answer.content.decode()
    assert Employer.objects.count() == 1


def test_same_name_in_another_town_is_another_employer(fremder, brandt, nuernberg):
    employer = actions.register(by=fremder, name="Elektro Brandt", place=nuernberg, member_name="Eva Brandt")
    assert employer != brandt


def test_double_click_registers_once(client, fremder, fuerth):
    client.force_login(fremder)
    first, second = (client.post("/employer/new/", FORM) for _ in range(2))
    assert first.url == second.url
    assert Employer.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "Еlektro"),
        ("name", "Geld www.boese.de"),
        ("place", "nirgendwo"),
        ("domain", "gmail.com"),
        ("member_name", ""),
        ("works_council", ""),
        ("works_council", "vielleicht"),
        ("name", "x" * 121),
    ],
)
def test_bad_answer_is_reported_at_its_field_and_stores_nothing(client, fremder, fuerth, field, value):
    client.force_login(fremder)
    answer = client.post("/employer/new/", {**FORM, field: value})
    assert list(answer.context["form"].errors) == [field]
    assert not Employer.objects.exists()


def test_registering_is_throttled(client, fremder, fuerth, monkeypatch):
    monkeypatch.setattr(throttles, "REGISTER", throttle.Limit("register-test", "1/d"))
    client.force_login(fremder)
    client.post("/employer/new/", FORM)
    assert client.post("/employer/new/", {**FORM, "name": "Zweiter"}).status_code == 429
    assert Employer.objects.count() == 1


def test_facts_can_change_until_they_are_checked(monika, brandt, nuernberg):
    url = f"/employer/{brandt.public_id}/settings/facts/"
    facts = {"name": "Brandt Technik", "place": "90402", "domain": "", "founded_year": "1987"}
    assert "form" not in (enter(monika).get(url).context or {})
    enter(monika).post(url, facts)
    brandt.refresh_from_db()
    assert brandt.name == "Elektro Brandt"
    Employer.objects.update(checked_until=None)
    enter(monika).post(url, facts)
    brandt.refresh_from_db()
    assert (brandt.name, brandt.key, brandt.place, brandt.founded_year) == (
        "Brandt Technik",
        "brandt technik",
        nuernberg,
        1987,
    )


def test_rooms_above_learn_every_new_name_at_once(fremder, fuerth, monkeypatch):
    told = []
    monkeypatch.setitem(registry.named, "test", lambda *, employer: told.append(employer.name))
    employer = actions.register(by=fremder, name="Maler Kunz", place=fuerth, member_name="Kurt Kunz")
    actions.change_facts(by=fremder, employer=employer, name="Kunz & Kunz", place=fuerth)
    actions.correct(by=fremder, employer=employer, reason="x", name="Kunz", place=fuerth)
    assert told == ["Maler Kunz", "Kunz & Kunz", "Kunz"]


def test_checked_facts_do_not_change_by_the_action_either(monika, brandt, fuerth):
    with pytest.raises(PermissionDenied):
        actions.change_facts(by=monika, employer=brandt, name="Siemens", place=fuerth)


def test_facts_cannot_become_those_of_another_employer(monika, brandt, fuerth):
    Employer.objects.update(checked_until=None)
    factories.make_employer("Sommer Kehr", fuerth)
    facts = {"name": "Sommer Kehr GmbH", "place": "90762", "domain": "", "founded_year": ""}
    answer = enter(monika).post(f"/employer/{brandt.public_id}/settings/facts/", facts)
    assert "name" in answer.context["form"].errors


def test_works_council_and_facts_only(monika, brandt):
    url = f"/employer/{brandt.public_id}/settings/works-council/"
    assert "94" in enter(monika).get(url).content.decode()
    enter(monika).post(url, {"works_council": "yes", "facts_only": "on"})
    brandt.refresh_from_db()
    assert (brandt.works_council, brandt.facts_only) == (True, True)


@pytest.mark.parametrize("year", ["99", "3000", "neunzehn", "-1987", "²²²²"])
def test_year_of_foundation_must_be_one(monika, brandt, year):
    Employer.objects.update(checked_until=None)
    facts = {"name": "Elektro Brandt", "place": "90762", "founded_year": year}
    answer = enter(monika).post(f"/employer/{brandt.public_id}/settings/facts/", facts)
    assert list(answer.context["form"].errors) == ["founded_year"]

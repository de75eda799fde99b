"""The page "How do we know?": who, when, how it was checked, what has changed since, and how old it is (law 2)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.employers import actions as employers
from network.employers.models import EmployerProof
from network.profiles import passes
from network.profiles.models import Block
from references import actions
from references.knowing import LADDER
from references.ladder import Facts, level
from references.models import Correction, Objection, Reference
from references.rules import AGED_AFTER
from tests import factories
from tests.references import helpers

pytestmark = pytest.mark.django_db
AGED = "Older than 3 years"


@pytest.fixture
def shown(anna, reference):
    actions.release(by=anna, reference=reference)
    return reference


@pytest.fixture
def how(client, shown):
    def words() -> str:
        return client.get(f"/v/{shown.public_id}/how/").content.decode()

    return words


def test_page_says_who_role_when_and_which_time(how):
    words = how()
    expected = (
        "Monika Brandt",
        "Meisterin, direct superior",
        "Elektro Brandt, Fürth",
        "Anna G.",
        "September\N{NO-BREAK SPACE}2013",
        "6 years",
    )
    assert [each for each in expected if each not in words] == []
    assert "Gärtner" not in words  # the name as the worker shows it
    assert "Arbeitszeugnis" in words  # law 7


def test_page_says_how_person_and_employer_were_checked(how, brandt, monika):
    words = how()
    assert "A code to the mailbox of the referee was entered correctly." in words
    assert "A human had checked the employer." in words


def test_page_says_which_proof_the_desk_saw_that_day(client, anna, brandt, boss):
    at = timezone.now() - timedelta(days=40)
    until = timezone.localdate() + timedelta(days=300)
    EmployerProof.objects.create(employer=brandt, kind="register", at=at, valid_until=until)
    reference = helpers.reference_for(anna, brandt).reference
    actions.release(by=anna, reference=reference)
    EmployerProof.objects.create(
        employer=brandt, kind="visit", at=timezone.now() + timedelta(days=9), valid_until=until
    )
    words = client.get(f"/v/{reference.public_id}/how/").content.decode()
    assert "The desk saw the register or a trade card on" in words
    assert "The desk came by" not in words  # later than the signature


def test_page_of_an_unchecked_employer_says_so(client, anna, fuerth):
    station = factories.make_station(anna.profile, name="Malerei Süß", place=fuerth)
    reference = helpers.sign(helpers.ask(anna, station)).reference
    actions.release(by=anna, reference=reference)
    words = client.get(f"/v/{reference.public_id}/how/").content.decode()
    assert "The employer was not checked." in words
    assert words.count("This word stands here.") == 1


def test_ladder_has_all_six_rungs_and_marks_one(how, shown):
    words = how()
    assert [at for at, _name, _means in LADDER] == [0, 1, 2, 3, 4, 5]
    assert all(str(name) in words and str(means) in words for _at, name, means in LADDER)
    assert words.count("This word stands here.") == 1
    marked = words[words.index("rungs__here") :]
    assert marked.index(str(LADDER[shown.level][1])) < marked.index("This word stands here.")
    assert level(Facts("superior", "code")) == 3


def test_check_page_and_sheet_lead_to_it(client, anna, shown):
    address = f"/v/{shown.public_id}/how/"
    assert address in client.get(f"/v/{shown.public_id}/").content.decode()
    assert address in client.get(f"/p/{anna.profile.handle}/").content.decode()


def test_page_says_what_changed_since(how, brandt, shown):
    assert "Nothing that we know of." in how()
    brandt.checked_until = None
    brandt.name = "Brandt Energie"
    brandt.save()
    words = how()
    assert "The employer is no longer checked." in words
    assert "The employer is called Brandt Energie today." in words


def test_page_says_that_the_name_was_erased(how, shown):
    Reference.objects.filter(pk=shown.pk).erase_name()
    words = how()
    assert "Monika" not in words
    assert "Meisterin" in words
    assert "had the own name erased" in words


def test_page_says_that_it_was_corrected(client, anna, brandt, how, shown):
    newer = helpers.sign(helpers.ask(anna, helpers.make_station(anna, brandt), email="neu@example.org")).reference
    Correction.objects.create(old=shown, new=newer)
    actions.release(by=anna, reference=newer)
    assert "It was put right on" in how()
    assert "Corrects the one of" in client.get(f"/v/{newer.public_id}/how/").content.decode()


def test_page_says_that_the_firm_objects_until_the_desk_has_decided(how, shown):
    objection = Objection.objects.create(reference=shown)
    assert "The firm says that nobody there made this statement. The desk is looking into it." in how()
    objection.settled_at = timezone.now()
    objection.save()
    assert "The desk is looking into it." not in how()


def test_page_says_who_left(client, anna, brandt, monika):
    asked = helpers.ask(anna, helpers.make_station(anna, brandt), email="x@example.org")
    reference = helpers.sign(asked, by=monika).reference
    actions.release(by=anna, reference=reference)
    factories.make_member(brandt, None, "Uwe", is_admin=True)
    employers.end_membership(by=monika, membership=brandt.memberships.get(user=monika))
    assert "has not spoken for the employer since" in client.get(f"/v/{reference.public_id}/how/").content.decode()


@pytest.mark.parametrize("state", ["withdrawn", "changed"])
def test_page_of_what_nobody_stands_by_is_the_check_page(client, shown, state):
    if state == "withdrawn":
        actions.withdraw(by=None, reference=shown)
    else:
        Reference.objects.filter(pk=shown.pk)._change(
            payload=shown.payload.replace("Sep", "Feb").replace("2013", "2003")
        )
    page = client.get(f"/v/{shown.public_id}/how/")
    assert page.status_code == 302
    assert page["Location"] == f"/v/{shown.public_id}/"


@pytest.mark.parametrize("state", ["hidden", "unknown", "not decided", "blocked", "for employers"])
def test_page_is_not_there(client, anna, talheim, rita, reference, state):
    if state != "not decided":
        actions.release(by=anna, reference=reference)
    if state == "hidden":
        actions.hide(by=anna, reference=reference)
    if state == "blocked":
        Block.objects.create(profile=anna.profile, employer=talheim)
        client.force_login(rita)
    if state == "for employers":
        actions.show_to(by=anna, profile=anna.profile, audiences={reference.key_of_item: "employers"})
    name = "unknown222" if state == "unknown" else reference.public_id
    assert client.get(f"/v/{name}/how/").status_code == 404


def test_page_opens_with_the_pass_of_a_share_link(client, anna, shown):
    from network.profiles import actions as profiles

    actions.show_to(by=anna, profile=anna.profile, audiences={shown.key_of_item: "nobody"})
    share = profiles.share(by=anna, profile=anna.profile, name="x", items=[shown.key_of_item], days=7, once="a").share
    passed = {passes.NAME: passes.make(share.pk, shown.key_of_item)}
    address = f"/v/{shown.public_id}/how/"
    assert client.get(address).status_code == 404
    assert client.get(address, passed).status_code == 200
    assert f"{address}?with=" in client.get(f"/v/{shown.public_id}/", passed).content.decode()


def test_page_asks_few_questions(client, rita, shown, django_assert_max_num_queries):
    client.force_login(rita)
    client.get(f"/v/{shown.public_id}/how/")
    with django_assert_max_num_queries(8):
        client.get(f"/v/{shown.public_id}/how/")


def age(reference, days: int) -> None:
    """As if it had been signed earlier; the pages check the signature, so only what reads the column is asked."""
    Reference.objects.filter(pk=reference.pk)._change(issued_at=timezone.now() - timedelta(days=days))


def test_three_years_are_counted_by_the_calendar():
    assert AGED_AFTER == 3


@pytest.mark.parametrize(("days", "aged"), [(0, False), (1094, False), (1098, True), (4000, True)])
def test_word_looks_older_after_three_years(client, anna, shown, days, aged):
    age(shown, days)
    page = client.get(f"/p/{anna.profile.handle}/").content.decode()
    assert (AGED in page) is aged
    assert ("ref--aged" in page) is aged
    client.force_login(anna)
    assert (AGED in client.get("/me/references/").content.decode()) is aged
    assert (AGED in client.get(f"/me/references/{shown.public_id}/").content.decode()) is aged


def test_archive_says_how_old_a_word_is(anna, shown):
    from network.employers.viewer import viewer_of
    from network.profiles.sight import sight_of
    from references.taking_along import documents, said

    age(shown, 4000)
    (page,) = [document.make() for document in documents(anna) if document.name.endswith(".html")]
    assert AGED in (page if isinstance(page, str) else page.decode())
    ((_who, what),) = said(anna.profile, sight_of(anna.profile, viewer_of(anna)))
    assert AGED in what


def test_check_page_says_how_old_a_word_is(client, anna, brandt, monkeypatch):
    from references.demo import clock

    station = helpers.make_station(anna, brandt)
    with clock.days_ago(1200):
        asked = helpers.ask(anna, station)
        reference = helpers.sign(asked).reference
        actions.release(by=anna, reference=reference)
    for address in (f"/v/{reference.public_id}/", f"/v/{reference.public_id}/how/"):
        assert AGED in client.get(address).content.decode()

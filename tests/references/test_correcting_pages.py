"""The way through the pages of a correction, and who finds nothing there."""

import re

import pytest
from django.core import mail

from references import actions
from references.models import Correction, Reference, ReferenceRequest
from tests import factories
from tests.accounts.helpers import give_app
from tests.references import corrections, helpers


@pytest.fixture
def shown(anna, reference):
    actions.release(by=anna, reference=reference)
    return reference


@pytest.fixture
def manage(issued, shown):
    return f"/r/manage/{issued.manage_token}/"


def begin(browser, manage: str) -> str:
    """The path of the way."""
    return browser.post(f"{manage}correct/").url


def known(browser, manage: str) -> str:
    way = begin(browser, manage)
    browser.post(f"{way}code/", {"email": helpers.BOSS})
    digits = re.search(r"\b\d{6}\b", mail.outbox[-1].body).group()
    assert browser.post(f"{way}code/", {"code": digits}).url == f"{way}check/"
    return way


def sign(browser, way: str):
    page = browser.get(f"{way}check/")
    return browser.post(f"{way}check/", {"shown": page.context["form"].words})


def test_referee_without_account_corrects_by_the_link(boss, manage, shown):
    way = known(boss, manage)
    assert "These are the words that you signed" in boss.get(f"{way}check/").content.decode()
    boss.post(f"{way}seen/", {"statements": ["craft.test-1"], "text": "Hat alle Kunden gehalten."})
    page = boss.get(f"{way}check/").content.decode()
    assert "You put this right" in page
    assert "Seen, so far" in page
    done = sign(boss, way)
    assert done.url.startswith("/r/manage/")
    end = boss.get(done.url).content.decode()
    assert "Your correction is signed." in end
    assert "Sentence 0." not in end
    assert "It is corrected already" in boss.get(manage).content.decode()
    assert "Your correction is signed" in boss.get(way).content.decode()  # the back button
    assert Correction.objects.count() == 1


def test_opening_changes_nothing(boss, manage):
    assert boss.get(f"{manage}correct/").url == manage
    assert not ReferenceRequest.objects.filter(channel="correction").exists()
    way = begin(boss, manage)
    for page in ("", "code/", "check/", "leave/", "work/"):
        boss.get(f"{way}{page}")
    asked = ReferenceRequest.objects.get(channel="correction")
    assert (asked.state, asked.confirmed_at, asked.referee_email) == ("open", None, "")
    assert not Correction.objects.exists()


def test_two_clicks_on_sign_make_one_correction(boss, manage):
    way = known(boss, manage)
    boss.post(f"{way}seen/", {"statements": ["craft.test-1"], "text": ""})
    words = boss.get(f"{way}check/").context["form"].words
    for _click in range(2):
        page = boss.post(f"{way}check/", {"shown": words}, follow=True)
        assert "is signed" in page.content.decode()
    assert Correction.objects.count() == 1


def test_nothing_different_is_said(boss, manage):
    way = known(boss, manage)
    page = boss.post(f"{way}check/", {"shown": boss.get(f"{way}check/").context["form"].words}, follow=True)
    assert "Nothing is different yet" in page.content.decode()
    assert Reference.objects.count() == 1


def test_wrong_mailbox_is_said_and_gets_nothing(boss, outbox, manage):
    way = begin(boss, manage)
    outbox.clear()
    page = boss.post(f"{way}code/", {"email": "anna@example.org"}).content.decode()
    assert "It was not signed from this mailbox." in page
    assert not outbox
    for _try in range(10):
        last = boss.post(f"{way}code/", {"email": "anna@example.org"})
    assert last.status_code == 429


def test_another_browser_with_the_link_needs_the_digits(boss, client, manage):
    way = known(boss, manage)
    other = begin(client, manage)
    assert client.get(other).url == f"{other}code/"
    client.post(f"{other}seen/", {"text": "Eingeschmuggelt"})
    assert "Eingeschmuggelt" not in boss.get(f"{way}check/").content.decode()


def test_withdrawn_in_another_tab(boss, manage, shown):
    way = known(boss, manage)
    boss.post(f"{way}seen/", {"statements": ["craft.test-1"], "text": ""})
    words = boss.get(f"{way}check/").context["form"].words
    boss.post(manage, {"reason": ""})
    page = boss.post(f"{way}check/", {"shown": words}, follow=True).content.decode()
    assert "The reference is withdrawn" in page
    assert "cannot be corrected" in page
    assert not Correction.objects.exists()


def test_left_as_it_is(boss, manage, shown):
    way = begin(boss, manage)
    boss.post(f"{way}leave/")
    assert "Nothing was corrected" in boss.get(way).content.decode()
    assert not ReferenceRequest.objects.filter(corrects=shown, state="open").exists()
    assert begin(boss, manage) != way


@pytest.mark.parametrize("step", ["no", "never"])
def test_the_answers_to_a_request_are_none_to_a_correction(boss, manage, step):
    assert boss.post(f"{begin(boss, manage)}{step}/").status_code == 404


def test_worker_with_the_link_reads_what_it_is_and_does_nothing(client, anna, boss, manage):
    client.force_login(anna)
    way = begin(boss, manage)
    for page in (
        client.get(manage),
        client.post(manage, {"reason": ""}),
        client.post(f"{manage}correct/"),
        client.get(way),
    ):
        assert "This link is for your boss" in page.content.decode()
    assert not hasattr(Reference.objects.get(), "withdrawal")


def test_unknown_secrets(boss, manage):
    assert boss.post("/r/manage/nothing/correct/").status_code == 404
    assert boss.get("/r/manage/nothing/correct/").status_code == 404


def test_worker_erased(boss, anna, manage):
    way = begin(boss, manage)
    actions.erase(by=anna)
    assert boss.get(way).status_code == 404
    assert boss.post(f"{manage}correct/").status_code == 404


@pytest.fixture
def of_monika(anna, brandt, monika, statements):
    asked = helpers.ask(anna, helpers.make_station(anna, brandt), email="info@brandt-elektro.example")
    return helpers.sign(asked, by=monika, text="Gut gelötet.")


def test_member_corrects_from_the_list(client, monika, brandt, of_monika):
    give_app(monika)
    client.force_login(monika)
    address = f"/employer/{brandt.public_id}/references/"
    correct = f"{address}{of_monika.reference.public_id}/correct/"
    assert correct in client.get(address).content.decode()
    assert "Correct this statement?" in client.get(correct).content.decode()
    assert not ReferenceRequest.objects.filter(channel="correction").exists()
    way = client.post(correct).url
    assert client.get(way).url == f"{way}check/"
    client.post(f"{way}seen/", {"statements": [], "text": "Sauber gelötet."})
    sign(client, way)
    page = client.get(address).content.decode()
    assert "Corrected on" in page
    assert "Sauber gelötet." in page
    assert client.get(correct).status_code == 404


@pytest.mark.parametrize("who", ["fremder", "anna", "rita", "admin", "recruiter", "former", None])
def test_others_find_nothing_in_the_list(client, request, brandt, of_monika, who):
    if who in ("admin", "recruiter", "former"):
        roles = {"is_admin": who == "admin", "is_recruiter": who == "recruiter", "is_referee": who == "former"}
        member = factories.make_member(brandt, None, "Uwe", **roles)
        if who == "former":
            member.until = member.since
            member.save()
        person = member.user
    else:
        person = request.getfixturevalue(who) if who else None
    if person:
        give_app(person)
        client.force_login(person)
    correct = f"/employer/{brandt.public_id}/references/{of_monika.reference.public_id}/correct/"
    assert client.post(correct).status_code == (404 if person else 302)
    assert not ReferenceRequest.objects.filter(channel="correction").exists()


def test_link_of_who_was_signed_in_asks_for_the_sign_in(boss, of_monika):
    manage = f"/r/manage/{of_monika.manage_token}/"
    assert "Correct it" in boss.get(manage).content.decode()
    page = boss.post(f"{manage}correct/").content.decode()
    assert "Sign in to correct it" in page


def test_worker_reads_old_and_new(client, anna, shown):
    new = corrections.correct(shown, text="Neue Worte.").reference
    client.force_login(anna)
    page = client.get("/me/references/").content.decode()
    assert "Corrected on" in page
    assert "Corrects the one of" in page
    read = client.get(f"/me/references/{new.public_id}/").content.decode()
    assert "Neue Worte." in read
    assert f"/me/references/{shown.public_id}/" in read
    assert "Show it on my page" in read
    old = client.get(f"/me/references/{shown.public_id}/").content.decode()
    assert "corrected it on" in old
    assert f"/me/references/{new.public_id}/" in old
    assert "Show it on my page" not in old


@pytest.mark.parametrize("role", ["stranger", "anna", "boss"])
def test_pages_stay_within_the_budget(client, anna, boss, manage, shown, role, django_assert_max_num_queries):
    way = known(boss, manage)
    boss.post(f"{way}seen/", {"statements": ["craft.test-1"], "text": ""})
    with django_assert_max_num_queries(8):
        boss.get(f"{way}check/")
    new = Reference.objects.latest("pk") if sign(boss, way) else None
    actions.release(by=anna, reference=new)
    if role == "anna":
        client.force_login(anna)
    pages = {
        "stranger": [f"/v/{new.public_id}/", f"/v/{shown.public_id}/", f"/v/{shown.public_id}/how/"],
        "anna": ["/me/references/", f"/me/references/{new.public_id}/", f"/me/references/{shown.public_id}/"],
        "boss": [manage],
    }
    client.get(pages[role][0])  # the first page of a session writes who is there
    for page in pages[role]:
        with django_assert_max_num_queries(8):
            assert client.get(page).status_code == 200

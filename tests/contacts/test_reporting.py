"""A worker reports an offer: a human at the desk looks at it, the employer reads "No" and nothing else (decision 0045)."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from accounts import actions as accounts
from network.contacts import actions, following, rules
from network.contacts.models import Offer
from network.desk import cases
from network.desk.models import Case
from network.employers.models import Employer
from tests import factories
from tests.desk.casework import at_desk
from tests.employers import helpers

pytestmark = pytest.mark.django_db
WORDS = "Die wollten vorab 200 Euro."
YES = {"state": "yes", "worker_name": "Aylin Karaca", "worker_phone": "+491713920088"}


@pytest.fixture(autouse=True)
def _english(client):
    client.cookies["django_language"] = "en"


def enter(user):
    client = helpers.enter(user)
    client.cookies["django_language"] = "en"
    return client


def _mine(offer, more=""):
    return f"/me/offers/{offer.public_id}/{more}"


def _report(offer, by, wrong="money", words=WORDS) -> bool:
    return following.report(by=by, offer=offer, wrong=wrong, words=words)


def test_report_is_one_page_and_ends_the_offer(client, offer, anna, rita, talheim, django_capture_on_commit_callbacks):
    client.force_login(anna)
    page = client.get(_mine(offer, "report/")).content.decode()
    assert "does not get to know that you have reported it" in page
    assert "The offer ends with it." in page
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(_mine(offer, "report/"), {"wrong": "money", "words": WORDS}).url == _mine(offer)
    page = client.get(_mine(offer), follow=True).content.decode()
    assert "You have reported it" in page
    case = Case.objects.get()
    assert (case.kind, case.subject, case.words) == ("reported", f"offer:{offer.public_id}", WORDS)
    assert (case.profile, case.employer) == (anna.profile, talheim)
    assert reverse("desk:own_case", args=[case.pk]) in page
    assert [message.to for message in mail.outbox] == [[rita.email]]
    assert "Die Person sagt Nein. Mehr ist nicht bekannt." in mail.outbox[0].body
    assert rules.hindrance(talheim, anna.profile) is rules.Hindrance.SAID_NO


def test_employer_reads_the_same_as_after_a_no(client, make_offer, talheim, anna, rita, elektro, fuerth):
    other = factories.make_profile(None, elektro, fuerth)
    reported, refused = make_offer(talheim, anna.profile, sent_by=rita), make_offer(talheim, other, sent_by=rita)
    actions.say_no(by=other.user, offer=refused)
    _report(reported, anna)
    client.force_login(rita)
    pages = []
    for each, person in ((reported, anna.profile), (refused, other)):
        page = client.get(f"/employer/{talheim.public_id}/offers/{each.public_id}/").content.decode()
        page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
        pages.append(page.replace(each.public_id, "ID").replace(person.handle, "HANDLE"))
        assert WORDS not in page
        assert "eport" not in page
    assert pages[0] == pages[1]


@pytest.mark.parametrize(("state", "age"), [("yes", 1), ("no", 1), ("expired", 20)])
def test_what_was_answered_stays_as_it_was(
    make_offer, talheim, anna, rita, state, age, django_capture_on_commit_callbacks
):
    fields = YES if state == "yes" else {"state": state}
    offer = make_offer(talheim, anna.profile, age=timedelta(days=age), sent_by=rita, **fields)
    with django_capture_on_commit_callbacks(execute=True):
        assert _report(offer, anna)
    assert Offer.objects.get().state == state
    assert mail.outbox == []


def test_second_report_is_none(client, offer, anna):
    assert _report(offer, anna)
    assert not _report(offer, anna, words="noch einmal")
    client.force_login(anna)
    assert client.get(_mine(offer, "report/")).url == _mine(offer)
    assert client.post(_mine(offer, "report/"), {"wrong": "money"}).url == _mine(offer)
    assert Case.objects.get().words == WORDS


def test_report_says_what_is_missing(client, offer, anna):
    client.force_login(anna)
    assert "Choose what is wrong with it" in client.post(_mine(offer, "report/"), {}).content.decode()
    assert "Choose what is wrong" in client.post(_mine(offer, "report/"), {"wrong": "x"}).content.decode()
    assert not Case.objects.exists()


def test_offer_of_others_is_not_reported(client, offer, rita, fremder, rival, elektro, fuerth):
    for user in (rita, fremder, rival, factories.make_profile(None, elektro, fuerth).user):
        assert not _report(offer, user)
        client.force_login(user)
        assert client.get(_mine(offer, "report/")).status_code == 404
        assert client.post(_mine(offer, "report/"), {"wrong": "money"}).status_code == 404
    assert not Case.objects.exists()


def test_desk_reads_the_offer_and_nothing_that_the_worker_gave(make_offer, talheim, anna, rita):
    offer = make_offer(talheim, anna.profile, sent_by=rita, text="Nur gegen Kaution.", **YES)
    _report(offer, anna)
    petra = at_desk()
    page = enter(petra).get(f"/desk/cases/{Case.objects.get().pk}/").content.decode()
    for words in (
        WORDS,
        "They want money or papers from me",
        "Nur gegen Kaution.",
        "Stadtwerke Talheim",
        "22 to 25 euros",
    ):
        assert words in page
    assert reverse("desk:employer", args=[talheim.public_id]) in page
    for secret in ("3920088", "Aylin Karaca"):
        assert secret not in page


def test_desk_decides_and_only_the_worker_reads_why(offer, anna, rita, talheim, django_capture_on_commit_callbacks):
    _report(offer, anna)
    admin = factories.make_user("chefin@talheim.example")
    factories.make_member(talheim, admin, "Chefin", is_admin=True)
    petra, case = at_desk(), Case.objects.get()
    reason = "Das hätten sie nicht verlangen dürfen."
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        answer = enter(petra).post(f"/desk/cases/{case.pk}/", {"outcome": "ended", "reason": reason})
    assert answer.status_code == 200
    case.refresh_from_db()
    assert case.outcome == "ended"
    assert [message.to for message in mail.outbox] == [[anna.email]]
    assert "something was wrong with it" in enter(anna).get(reverse("desk:own_case", args=[case.pk])).content.decode()
    for user in (rita, admin):
        assert enter(user).get(reverse("desk:own_case", args=[case.pk])).status_code == 404
        assert reason not in enter(user).get(reverse("desk:own_cases")).content.decode()
    assert Employer.objects.get(pk=talheim.pk).is_checked, "the check of a firm is a decision of its own"


def test_people_of_the_firm_do_not_decide_its_report(offer, anna, rita):
    _report(offer, anna)
    at_desk()
    case = Case.objects.get()
    at_desk(rita.email, "Rita")
    assert enter(rita).get(f"/desk/cases/{case.pk}/").status_code == 409
    with pytest.raises(PermissionDenied):
        cases.decide(by=rita, case=case, outcome="stays", reason="Nichts.")


def test_report_goes_with_the_account(offer, anna, talheim):
    _report(offer, anna)
    accounts.close(by=anna)
    found = Offer.objects.get()
    assert (found.reported_at, found.reported_as) == (None, "")
    assert not Case.objects.exists()


def test_desk_reads_in_whose_confidence_it_decides(offer, anna):
    """No rule has marked it, and no other side reads the reason: the page must not say so."""
    _report(offer, anna)
    page = enter(at_desk()).get(f"/desk/cases/{Case.objects.get().pk}/").text
    assert "Only the person who reports it can be asked and reads your decision." in page
    assert "Only the person who reports it reads it, word for word." in page
    for wrong in ("A rule of the house", "What looks unusual", "All sides read it", "all read your reason"):
        assert wrong not in page

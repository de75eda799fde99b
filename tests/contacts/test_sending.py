"""The recruiter's way: facts, check, sent."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from network.contacts.models import Offer
from network.employers.models import Employer
from network.profiles.models import Block
from tests import factories
from tests.contacts.conftest import POSTED


@pytest.fixture(autouse=True)
def _english(client):
    client.cookies["django_language"] = "en"


@pytest.fixture
def way(anna):
    return f"/p/{anna.profile.handle}/offer/"


@pytest.fixture
def recruiter(client, rita, nuernberg):
    client.force_login(rita)
    return client


def test_offer_goes_from_facts_over_check_to_the_worker(
    recruiter, way, anna, talheim, django_capture_on_commit_callbacks
):
    assert recruiter.get(way).status_code == 200
    response = recruiter.post(way, POSTED)
    assert response.url == f"{way}check/"
    page = recruiter.get(response.url).content.decode()
    for words in ("22.50 to 25 euros per hour", "90402 Nürnberg", "Dirk Albers", "as soon as possible", "permanent"):
        assert words in page
    assert not Offer.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        response = recruiter.post(f"{way}check/")
    offer = Offer.objects.get()
    assert response.url == f"/employer/{talheim.public_id}/offers/{offer.public_id}/sent/"
    assert "Your offer is sent" in recruiter.get(response.url).content.decode()
    assert (offer.contact_phone, offer.text) == ("+491713920071", POSTED["text"])
    assert [message.to for message in mail.outbox] == [[anna.email]]


def test_second_click_sends_nothing_more(recruiter, way, django_capture_on_commit_callbacks):
    recruiter.post(way, POSTED)
    with django_capture_on_commit_callbacks(execute=True):
        first, second = recruiter.post(f"{way}check/"), recruiter.post(f"{way}check/")
    assert first.url == second.url
    assert Offer.objects.count() == len(mail.outbox) == 1


def test_second_tab_sends_nothing_more(recruiter, way, django_capture_on_commit_callbacks):
    recruiter.post(way, POSTED)
    session = recruiter.session
    draft = session["contacts.drafts"]
    recruiter.post(f"{way}check/")
    session = recruiter.session
    session["contacts.drafts"] = draft  # the other tab had read its copy before
    session.save()
    response = recruiter.post(f"{way}check/", follow=True)
    assert "Your offer is on its way already" in response.content.decode()
    assert Offer.objects.count() == 1


def test_draft_keeps_the_answers_and_nothing_else(recruiter, way):
    """A session is read at every click: nobody fills it with what the form never asked for."""
    more = {"title-x": "x" * 99_999, "title_0": "x", "evil": "x", "place-choice": "x" * 99_999}
    recruiter.post(way, {**POSTED, **more})
    (draft,) = recruiter.session["contacts.drafts"].values()
    assert draft.keys() == {*POSTED, "place-choice"}
    assert len(draft["place-choice"]) == 1000


def test_change_link_brings_back_what_was_typed(recruiter, way):
    recruiter.post(
        way, {**POSTED, "start_when": "month", "start_month": "3", "start_year": str(timezone.localdate().year + 1)}
    )
    page = recruiter.get(way).content.decode()
    for value in ("Elektronikerin im Kundendienst", "22,50", "25 €", "0171 39200 71"):
        assert f'value="{value}"' in page
    assert "There is a problem" not in page


def test_check_without_facts_goes_back_to_the_facts(recruiter, way):
    assert recruiter.get(f"{way}check/").url == way
    assert recruiter.post(f"{way}check/").url == way


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": ""}, "Enter what the job is"),
        ({"place": ""}, "Enter the postcode or town of the work"),
        ({"place": "Mondstadt"}, "We do not know this place"),
        ({"shift": ""}, "Choose a shift"),
        ({"pay_min": "viel"}, "Enter the pay as a number"),
        ({"pay_min": "26", "pay_max": "25"}, "The highest pay is lower than the lowest"),
        ({"pay_max": "3200"}, "This is unusual for an hour"),
        ({"pay_unit": "month"}, "This is unusual for a month"),
        ({"pay_unit": ""}, "Choose whether the pay is per hour or per month"),
        ({"permanent": ""}, "Choose whether the contract is permanent"),
        ({"permanent": "no"}, "Enter month and year"),
        ({"permanent": "no", "until_month": "1", "until_year": "2001"}, "The end must lie after the start"),
        ({"start_when": ""}, "Choose when the work starts"),
        ({"start_when": "month"}, "Enter month and year"),
        ({"start_when": "month", "start_month": "1", "start_year": "2001"}, "The start must lie between"),
        ({"contact_name": ""}, "Enter the name of a person who answers questions"),
        ({"contact_phone": "12"}, "Enter a phone number with area code"),
        ({"text": "x" * 601}, "600"),
    ],
)
def test_missing_or_wrong_fact_is_named_and_nothing_lost(recruiter, way, change, words):
    response = recruiter.post(way, {**POSTED, **change})
    page = response.content.decode()
    assert response.status_code == 200
    assert words in page
    assert "There is a problem" in page
    assert "Dirk Albers" in page or "contact_name" in change
    assert recruiter.get(f"{way}check/").url == way


def test_month_beside_the_other_answer_does_not_count(recruiter, way):
    recruiter.post(way, {**POSTED, "until_month": "99", "until_year": "never", "start_month": "1", "start_year": ""})
    recruiter.post(f"{way}check/")
    offer = Offer.objects.get()
    assert (offer.until, offer.start, offer.permanent) == (None, None, True)


@pytest.mark.parametrize("path", ["", "check/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_finds_the_way(
    client, way, path, method, fremder, monika, anna, colleague, rita, talheim, nuernberg
):
    """Law 9: what is not yours does not exist. The blocked recruiter last, with a draft typed before the block."""
    for user in (fremder, monika, anna, colleague):
        client.force_login(user)
        assert getattr(client, method)(way + path, POSTED).status_code == 404
    client.force_login(rita)
    client.post(way, POSTED)
    Block.objects.create(profile=anna.profile, employer=talheim)
    assert getattr(client, method)(way + path, POSTED).status_code == 404
    assert not Offer.objects.exists()


def test_signed_out_visitor_is_asked_to_sign_in(client, way):
    for path in (way, f"{way}check/"):
        response = client.get(path)
        assert response.status_code == 302
        assert response.url.startswith("/account/login/")


def test_employer_that_loses_its_check_between_two_clicks_cannot_send(recruiter, way, talheim):
    recruiter.post(way, POSTED)
    Employer.objects.filter(pk=talheim.pk).update(checked_until=timezone.localdate() - timedelta(days=1))
    assert recruiter.post(f"{way}check/").status_code == 404
    assert not Offer.objects.exists()


def test_recruiter_of_two_employers_chooses_one(recruiter, way, rita, fuerth, talheim):
    other = factories.make_employer("Zweitbetrieb", fuerth)
    factories.make_member(other, rita, "Rita Renner", is_recruiter=True)
    assert "In whose name do you write?" in recruiter.get(way).content.decode()
    assert "Choose the employer you write for" in recruiter.post(way, POSTED).content.decode()
    recruiter.post(way, {**POSTED, "employer": other.public_id})
    assert "Zweitbetrieb" in recruiter.get(f"{way}check/").content.decode()
    recruiter.post(f"{way}check/")
    assert Offer.objects.get().employer == other


def test_no_keeps_the_same_employer_away_with_plain_words(recruiter, way, make_offer, talheim, anna):
    make_offer(talheim, anna.profile, "no")
    page = recruiter.get(way).content.decode()
    assert "does not want to hear from you again so soon" in page
    assert "That is nobody" in page
    recruiter.post(way, POSTED)
    assert Offer.objects.count() == 1


def test_sending_is_limited_per_day(recruiter, way, elektro, fuerth, talheim):
    for number in range(21):
        handle = factories.make_profile(None, elektro, fuerth).handle
        recruiter.post(f"/p/{handle}/offer/", POSTED)
        response = recruiter.post(f"/p/{handle}/offer/check/")
        Offer.objects.update(state="expired")
        assert response.status_code == (302 if number < 20 else 429)
    assert Offer.objects.count() == 20


def test_form_shows_nothing_a_recruiter_may_not_know(recruiter, way, anna):
    page = recruiter.get(way).content.decode()
    for word in (anna.email, "Anna", "Gärtner"):
        assert word not in page


def test_next_offer_begins_with_the_facts_of_the_last_one(client, rita, anna, talheim, make_offer, elektro, fuerth):
    """But for the text, which was for one person."""
    make_offer(talheim, anna.profile, "no", sent_by=rita, title="Elektriker für Netze", text="Liebe Frau Karaca!")
    other = factories.make_profile(None, elektro, fuerth)
    client.force_login(rita)
    page = client.get(f"/p/{other.handle}/offer/").content.decode()
    for words in ('value="Elektriker für Netze"', "90402", 'value="22"', "Dirk Albers"):
        assert words in page
    assert "Liebe Frau Karaca" not in page


def test_first_offer_begins_where_the_firm_is(recruiter, way):
    assert 'value="90402 Nürnberg"' in recruiter.get(way).content.decode()


def test_next_search_begins_with_the_occupation_and_the_work(recruiter, way):
    recruiter.post(way, POSTED)
    sent = recruiter.post(way + "check/", follow=True).content.decode()
    assert 'href="/search/?postcode=90402&amp;occupation=elektroniker-energie-gebaeudetechnik"' in sent

"""A request on paper: whoever holds it can answer once, and not the worker."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network.ui import qr
from references import rules
from references.models import Reference, ReferenceRequest, RequestLink
from tests.references import handshakes
from tests.references.test_referee_pages import url

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(client, anna):
    client.force_login(anna)
    return client


@pytest.fixture
def slip(worker, station, statements):
    return handshakes.print_slip(worker, station, message="Hallo Monika")


@pytest.mark.parametrize("size", ["a4", "a6"])
def test_paper_holds_all_that_is_needed(worker, station, size):
    page = worker.post(reverse("references:paper", args=[station.pk]), {"size": size}).content.decode()
    token = handshakes.SLIP.findall(page)[0]
    assert f"slip--{size}" in page
    drawn = str(qr.square(f"http://testserver{url(token)}", "x")).partition("<path")[2]
    assert drawn in page  # the square says the same as the letters
    assert "Good for one answer" in page
    asked = ReferenceRequest.objects.get()
    assert asked.expires_at - asked.created_at == rules.REQUEST_LIFE
    assert RequestLink.objects.get().expires_at == asked.expires_at


def test_address_is_shown_once_and_stored_nowhere(worker, station, slip):
    assert slip not in worker.get(reverse("references:paper", args=[station.pk])).content.decode()
    assert slip not in str(RequestLink.objects.values_list())
    assert slip not in str(ReferenceRequest.objects.values_list())


def test_address_can_be_typed(slip):
    assert len(slip) == 24
    assert not set(slip) & set("aeiou01l_")


def test_size_is_asked_and_words_hold_no_address(worker, station):
    here = reverse("references:paper", args=[station.pk])
    assert "Say where it goes" in worker.post(here, {}).content.decode()
    assert "without web or mail address" in worker.post(here, {"size": "a6", "message": "www.x.de"}).content.decode()
    assert not ReferenceRequest.objects.exists()


def test_boss_reads_who_asks_and_signs(boss, slip):
    page = boss.get(url(slip)).content.decode()
    assert "Hallo Monika" in page
    assert "leave the slip for somebody else" in page
    handshakes.answer(boss, slip)
    boss.post(url(slip, "code"), {"without": "1"})
    handshakes.sign(boss, slip)
    assert Reference.objects.get().level == 1
    other = Client(headers={"accept-language": "en"})
    assert "This slip is used" in other.get(url(slip)).content.decode()


def test_nobody_who_comes_by_can_end_it(boss, slip):
    for answer in ("no", "never"):
        assert boss.post(url(slip), {"answer": answer}).status_code == 404
        assert boss.post(url(slip, answer)).status_code == 404
        assert boss.get(url(slip, answer)).status_code == 404
    assert handshakes.the_request().state == "open"


def test_second_reader_begins_anew_and_reads_nothing_of_the_first(boss, slip):
    handshakes.answer(boss, slip)
    other = Client(headers={"accept-language": "en"})
    for step in ("seen", "you", "code", "check"):
        assert other.get(url(slip, step))["Location"] == url(slip)
        assert other.post(url(slip, step), handshakes.YOU)["Location"] == url(slip)
    assert "Monika" in str(handshakes.the_request().draft)
    other.post(url(slip), {"answer": "yes"})
    assert "Monika Brandt" not in other.get(url(slip, "seen")).content.decode()
    assert "Monika Brandt" not in str(handshakes.the_request().draft)
    assert boss.get(url(slip, "check"))["Location"] == url(slip)  # the first one is told to begin anew
    handshakes.answer(boss, slip)
    assert boss.get(url(slip, "code")).status_code == 200


def test_worker_cannot_use_it(worker, slip):
    assert "This link is for your boss" in worker.get(url(slip)).content.decode()
    worker.post(url(slip), {"answer": "yes"})
    assert handshakes.the_request().draft == {}


def test_worker_takes_it_back(worker, boss, slip):
    asked = handshakes.the_request()
    here = reverse("references:request", args=[asked.public_id])
    page = worker.get(here).content.decode()
    assert "Whoever holds the slip can answer until" in page
    assert "Send the mail once more" not in page
    assert worker.post(reverse("references:remind", args=[asked.public_id])).status_code == 302
    worker.post(reverse("references:take_back", args=[asked.public_id]))
    assert "does not hold any more" in boss.get(url(slip)).content.decode()
    assert "You took it back" in worker.get(here).content.decode()


def test_old_slip_offers_no_new_link(boss, slip):
    ReferenceRequest.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    RequestLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    page = boss.get(url(slip)).content.decode()
    assert "does not hold any more" in page
    assert "Send a new link" not in page
    boss.post(url(slip, "new-link"))
    boss.post(url(slip), {"answer": "yes"})
    assert handshakes.the_request().draft == {}


def test_ten_slips_a_day(worker, station):
    here = reverse("references:paper", args=[station.pk])
    for _ in range(10):
        handshakes.print_slip(worker, station)
    assert "You have asked 10 times" in worker.post(here, {"size": "a6"}).content.decode()


def test_printing_is_limited(worker, station):
    here = reverse("references:paper", args=[station.pk])
    assert [worker.post(here, {}).status_code for _ in range(21)][-2:] == [200, 429]

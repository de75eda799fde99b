"""A code to a mailbox at the own domain, and what it does not do."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts import throttle
from network.employers import actions, presenters, throttles
from network.employers.models import Employer, EmployerProof
from tests.employers.helpers import code_in_mail, enter

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(brandt, monika) -> Employer:
    """Brandt before the desk has looked."""
    Employer.objects.filter(pk=brandt.pk).update(checked_until=None, queued_at=timezone.now())
    brandt.refresh_from_db()
    return brandt


@pytest.fixture
def url(waiting) -> str:
    return f"/employer/{waiting.public_id}/proof/"


def test_right_code_confirms_the_mailbox_and_no_more(monika, waiting, url):
    client = enter(monika)
    assert client.post(url, {"local": "info"}).url == f"{url}code/"
    assert mail.outbox[-1].to == ["info@brandt-elektro.example"]
    code = code_in_mail()
    assert client.post(f"{url}code/", {"code": f"{code[:3]} {code[3:]}"}).url == url
    waiting.refresh_from_db()
    proof = waiting.proofs.get()
    assert (proof.kind, proof.domain, proof.by) == (EmployerProof.Kind.DOMAIN_MAIL, "brandt-elektro.example", None)
    assert proof.valid_until == timezone.localdate() + timedelta(days=365)
    assert not waiting.is_checked  # only a human checks (design.md, section 4)
    assert waiting.queued_at
    page = client.get(url).content.decode()
    assert "brandt-elektro.example" in page
    assert presenters.standing(waiting, waiting.proofs.all()).level == 0


def test_wrong_code_confirms_nothing(monika, waiting, url):
    client = enter(monika)
    client.post(url, {"local": "info"})
    wrong = str((int(code_in_mail()) + 1) % 1_000_000).zfill(6)
    for _ in range(6):
        assert client.post(f"{url}code/", {"code": wrong}).context["form"].errors["code"]
    assert client.post(f"{url}code/", {"code": code_in_mail()}).context["form"].errors["code"]  # 5 tries are over
    assert not waiting.proofs.exists()


def test_code_of_another_employer_does_not_count(monika, waiting, talheim, rita):
    rita.memberships.update(is_admin=True)
    actions.send_domain_code(by=rita, employer=talheim, local="info")
    code = code_in_mail()
    result = actions.confirm_domain(by=monika, employer=waiting, mailbox="info@brandt-elektro.example", code=code)
    assert result is not actions.proofs.codes.Result.OK
    assert not waiting.proofs.exists()


def test_code_is_spent_once(monika, waiting, url):
    client = enter(monika)
    client.post(url, {"local": "info"})
    code = code_in_mail()
    box = "info@brandt-elektro.example"
    results = [actions.confirm_domain(by=monika, employer=waiting, mailbox=box, code=code).value for _ in range(2)]
    assert results == ["ok", "expired"]
    assert waiting.proofs.count() == 1


@pytest.mark.parametrize(
    "local", ["info@brandt-e1ektro.example", "monika@gmail.com", "info@brаndt-elektro.example", "", "a b"]
)
def test_mailbox_elsewhere_gets_no_code(monika, url, local):
    answer = enter(monika).post(url, {"local": local})
    assert "local" in answer.context["form"].errors
    assert not mail.outbox


def test_freemail_domain_gets_no_code_however_it_came_there(monika, waiting):
    Employer.objects.update(domain="gmx.de")
    waiting.refresh_from_db()
    with pytest.raises(actions.proofs.domains.ValidationError):
        actions.send_domain_code(by=monika, employer=waiting, local="info")
    assert not mail.outbox


def test_code_for_an_old_domain_does_not_confirm_a_new_one(monika, waiting, url):
    client = enter(monika)
    client.post(url, {"local": "info"})
    Employer.objects.update(domain="siemens.example")
    assert client.post(f"{url}code/", {"code": code_in_mail()}).context["form"].errors["code"]
    assert not waiting.proofs.exists()


def test_confirmed_mailbox_counts_only_for_its_domain_and_a_year(waiting):
    today = timezone.localdate()
    proof = EmployerProof(employer=waiting, kind="domain-mail", domain=waiting.domain, valid_until=today)
    assert presenters.confirms_mailbox(proof, waiting)
    proof.domain = "alt.example"
    assert not presenters.confirms_mailbox(proof, waiting)
    proof.domain, proof.valid_until = waiting.domain, today - timedelta(days=1)
    assert not presenters.confirms_mailbox(proof, waiting)


def test_without_domain_there_is_no_form(monika, waiting, url):
    Employer.objects.update(domain="")
    assert "local" not in enter(monika).get(url).content.decode()
    enter(monika).post(url, {"local": "info"})
    assert not mail.outbox


def test_code_page_without_a_code_goes_back(monika, url):
    assert enter(monika).get(f"{url}code/").url == url


def test_codes_are_throttled_per_employer(monika, url, monkeypatch):
    monkeypatch.setattr(throttles, "CODES", throttle.Limit("codes-test", "1/d"))
    client = enter(monika)
    assert client.post(url, {"local": "info"}).status_code == 302
    assert client.post(url, {"local": "chef"}).status_code == 429
    assert len(mail.outbox) == 1


def test_referee_gets_no_code(rita, talheim):
    with pytest.raises(PermissionDenied):
        actions.send_domain_code(by=rita, employer=talheim, local="info")


@pytest.mark.parametrize(("left", "asks"), [(None, True), (-1, True), (59, True), (300, False)])
def test_check_is_asked_for_when_there_is_none_or_it_ends_soon(monika, brandt, left, asks):
    until = None if left is None else timezone.localdate() + timedelta(days=left)
    Employer.objects.update(checked_until=until)
    enter(monika).post(f"/employer/{brandt.public_id}/proof/", {"do": "check"})
    brandt.refresh_from_db()
    assert bool(brandt.queued_at) is asks
    assert brandt.checked_until == until


def test_asking_again_keeps_the_place_in_the_queue(monika, waiting, url):
    since = waiting.queued_at
    enter(monika).post(url, {"do": "check"})
    waiting.refresh_from_db()
    assert waiting.queued_at == since

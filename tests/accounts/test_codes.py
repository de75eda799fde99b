"""Six digits to a mailbox."""

import unicodedata
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts import codes, mailbox
from accounts.codes import Result
from accounts.models import MailCode
from tests.accounts.helpers import other

SCRIPTS = [chr(number) for number in range(0x110000) if unicodedata.decimal(chr(number), None) == 0]
TO = {"purpose": "referee", "subject": "abc", "email": "Chef@Brandt.example "}


@pytest.mark.django_db
def test_code_works_once():
    code = codes.issue(**TO)
    assert codes.redeem(**TO, code=f" {code[:3]} {code[3:]} ") is Result.OK
    assert codes.redeem(**TO, code=code) is Result.EXPIRED
    assert not MailCode.objects.exists()


@pytest.mark.django_db
def test_code_is_not_stored_in_the_clear():
    code = codes.issue(**TO)
    row = MailCode.objects.values().get()
    assert code not in str(row["code_hash"])
    assert "brandt" not in str(row)


@pytest.mark.django_db
@pytest.mark.parametrize("change", [{"purpose": "domain"}, {"subject": "xyz"}, {"email": "anna@example.org"}])
def test_code_is_bound_to_purpose_subject_and_mailbox(change):
    code = codes.issue(**TO)
    assert codes.redeem(**{**TO, **change}, code=code) is Result.EXPIRED
    wrong = codes.issue(**{**TO, **change})
    assert codes.redeem(**{**TO, **change}, code=code) is (Result.OK if wrong == code else Result.WRONG)


@pytest.mark.django_db
def test_hash_of_a_code_is_worth_nothing_in_another_row():
    """Somebody who can write to the table copies the row of an own code over another one."""
    code = codes.issue(**TO)
    MailCode.objects.update(subject="other")
    assert codes.redeem(**{**TO, "subject": "other"}, code=code) is Result.WRONG


@pytest.mark.django_db
def test_code_ends_after_ten_minutes():
    code = codes.issue(**TO)
    assert MailCode.objects.get().expires_at <= timezone.now() + timedelta(minutes=10)
    MailCode.objects.update(expires_at=timezone.now())
    assert codes.redeem(**TO, code=code) is Result.EXPIRED
    assert codes.purge() == 1


@pytest.mark.django_db
def test_code_ends_after_five_wrong_tries():
    code = codes.issue(**TO)
    answers = [codes.redeem(**TO, code=other(code)) for _ in range(5)]
    assert answers == [Result.WRONG] * 4 + [Result.TOO_MANY]
    assert codes.redeem(**TO, code=code) is Result.TOO_MANY
    assert codes.redeem(**TO, code=codes.issue(**TO)) is Result.OK


@pytest.mark.django_db
def test_new_code_ends_the_older_one(monkeypatch):
    digits = iter("111111222222")
    monkeypatch.setattr("accounts.codes.secrets.choice", lambda _: next(digits))
    assert (codes.issue(**TO), codes.issue(**TO)) == ("111111", "222222")
    assert codes.redeem(**TO, code="111111") is Result.WRONG
    assert codes.redeem(**TO, code="222222") is Result.OK


@pytest.mark.django_db
def test_half_a_code_costs_no_try():
    code = codes.issue(**TO)
    for _ in range(10):
        assert codes.redeem(**TO, code=code[:5]) is Result.WRONG
    assert codes.redeem(**TO, code=code) is Result.OK


@pytest.mark.django_db
def test_code_never_sent_is_no_code():
    assert codes.redeem(**TO, code="123456") is Result.EXPIRED


@given(
    st.lists(st.integers(0, 9), min_size=6, max_size=6),
    st.sampled_from(SCRIPTS),
    st.lists(st.text(alphabet=" \t\u00a0\u2009-–.·", max_size=3), min_size=7, max_size=7),
)
def test_tidy_reads_digits_of_every_script_in_any_grouping(digits, zero, gaps):
    typed = gaps[0] + "".join(chr(ord(zero) + digit) + gap for digit, gap in zip(digits, gaps[1:], strict=True))
    assert codes.tidy(typed) == "".join(map(str, digits))


@given(st.text(max_size=40))
def test_tidy_gives_ascii_digits_or_nothing(typed):
    found = codes.tidy(typed)
    assert found == "" or (found.isascii() and found.isdigit())


@given(st.emails())
def test_mailbox_hash_ignores_case_and_space(email):
    assert mailbox.mailbox_hash(f" {email.upper()} ") == mailbox.mailbox_hash(email.upper().lower())


def test_mailbox_hash_needs_the_key_of_the_site(settings):
    before = mailbox.mailbox_hash("a@example.org")
    settings.SECRET_KEY = "another" * 10
    assert mailbox.mailbox_hash("a@example.org") != before


def test_domain_and_freemail():
    assert mailbox.domain_of("Chef@Brandt-Elektro.Example") == "brandt-elektro.example"
    assert mailbox.is_freemail("GMX.de")
    assert mailbox.is_freemail("t-online.de")
    assert not mailbox.is_freemail("brandt-elektro.example")

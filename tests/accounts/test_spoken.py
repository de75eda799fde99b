"""Digits from one screen to another."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts import actions, spoken
from accounts.models import SpokenCode

pytestmark = pytest.mark.django_db
FOR = {"purpose": "paper", "subject": "7"}


def test_digits_lead_to_their_subject_once():
    code = spoken.issue(**FOR)
    assert len(code) == 6
    assert spoken.find(purpose="paper", code=code) == "7"
    assert spoken.redeem(purpose="paper", code=spoken.spaced(code)) == "7"
    assert spoken.redeem(purpose="paper", code=code) is None


def test_looking_changes_nothing():
    code = spoken.issue(**FOR)
    for _ in range(3):
        assert spoken.find(purpose="paper", code=code) == "7"


def test_two_clicks_at_the_same_moment_both_get_digits(monkeypatch):
    """The other click has stored its digits after this one ended the older ones."""
    rival = SpokenCode(**FOR, code_hash="x" * 64, expires_at=timezone.now() + timedelta(minutes=10))
    monkeypatch.setattr(spoken, "purge", rival.save)
    code = spoken.issue(**FOR)
    assert spoken.find(purpose="paper", code=code) == "7"
    assert SpokenCode.objects.count() == 1


def test_other_purpose_finds_nothing():
    assert spoken.find(purpose="witness", code=spoken.issue(**FOR)) is None


def test_new_digits_end_the_old_ones():
    old, new = spoken.issue(**FOR), spoken.issue(**FOR)
    assert spoken.find(purpose="paper", code=old) is None or old == new
    assert spoken.find(purpose="paper", code=new) == "7"


def test_digits_are_stored_as_a_keyed_hash():
    code = spoken.issue(**FOR)
    assert code not in str(SpokenCode.objects.values_list())


def test_old_digits_are_worth_nothing_and_go():
    code = spoken.issue(**FOR)
    SpokenCode.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert spoken.redeem(purpose="paper", code=code) is None
    assert actions.purge() == 1


def test_taken_digits_are_not_given_twice(monkeypatch):
    digits = iter("111111111111222222")
    monkeypatch.setattr(spoken.secrets, "choice", lambda _: next(digits))
    assert spoken.issue(purpose="paper", subject="1") == "111111"
    assert spoken.issue(purpose="paper", subject="2") == "222222"


@given(st.text(max_size=40))
def test_whatever_is_typed_is_no_error(text):
    assert spoken.find(purpose="paper", code=text) is None


def test_wrong_digits_that_begin_alike_end_them():
    code = spoken.issue(**FOR)
    wrong = code[:3] + ("000" if code[3:] != "000" else "001")
    ended = [spoken.missed(purpose="paper", code=wrong) for _ in range(spoken.MISSES)]
    assert ended == [*[[]] * (spoken.MISSES - 1), ["7"]]
    assert spoken.find(purpose="paper", code=code) is None


def test_other_wrong_digits_and_other_purposes_count_for_nothing():
    code = spoken.issue(**FOR)
    other = f"{(int(code[:3]) + 1) % 1000:03}000"
    for _ in range(spoken.MISSES):
        assert spoken.missed(purpose="paper", code=other) == spoken.missed(purpose="witness", code=code) == []
        assert spoken.missed(purpose="paper", code="12") == []
    assert spoken.find(purpose="paper", code=code) == "7"

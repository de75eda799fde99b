"""Tests run inside one transaction that never commits: what waits for the commit happens at once."""

import pytest


def commit_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.db.transaction.on_commit", lambda callback, using=None, robust=False: callback())

"""A demonstration needs a past: what happened in March shall carry March's date."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from unittest.mock import patch

from django.utils import timezone


@contextmanager
def days_ago(days: int) -> Iterator[datetime]:
    """Actions inside act on that day, at ten past ten: they all ask django.utils.timezone.now()."""
    then = (timezone.localtime() - timedelta(days=days)).replace(hour=10, minute=10, second=0, microsecond=0)
    with patch("django.utils.timezone.now", lambda: then):
        yield then

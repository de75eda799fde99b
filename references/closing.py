"""A request ends once, and with it everything that was kept to ask: mailbox, draft, links."""

from typing import Any

from django.utils import timezone

from references.models import Asked


class Closed(Exception):
    """Too late: the request was answered, taken back or is over. The page says so, it is no error."""


class OwnDigits(Exception):
    """The worker typed the digits of the own screen."""


def close(asked: Asked, state: str, *, keep_name: bool = True, **said: Any) -> None:
    """The conditional update lets one of two clicks through; `said` is stored with it. Raises Closed for the other."""
    kind = type(asked)
    gone = {**kind.CLOSED, **({} if keep_name else kind.FORGOTTEN)}
    still_open = kind._default_manager.filter(pk=asked.pk, state=Asked.State.OPEN)
    if not still_open.update(state=state, closed_at=timezone.now(), **gone, **said):
        raise Closed
    asked.refresh_from_db()

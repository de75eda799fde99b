"""A request ends once, and with it everything that was kept to ask: mailbox, draft, links."""

from django.utils import timezone

from references.models import ReferenceRequest


class Closed(Exception):
    """Too late: the request was answered, taken back or is over. The page says so, it is no error."""


def close(request: ReferenceRequest, state: ReferenceRequest.State, *, keep_name: bool = True) -> None:
    """The conditional update lets one of two clicks through. Raises Closed for the other."""
    now = timezone.now()
    gone = {"referee_email": "", "draft": {}, **({} if keep_name else {"referee_name": "", "message": ""})}
    closed = ReferenceRequest.objects.filter(pk=request.pk, state=ReferenceRequest.State.OPEN)
    if not closed.update(state=state, closed_at=now, **gone):
        raise Closed
    request.refresh_from_db()

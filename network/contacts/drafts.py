"""What was typed on a page and stands on its check page, kept in the person's own session until it is sent."""

from django.http import HttpRequest

KEY = "contacts.drafts"
LONGEST = 1000  # of one answer; the forms allow less
MOST = 5  # the oldest goes first: a session is no store


def keep(request: HttpRequest, name: str, fields: list[str]) -> None:
    """Remember the answers to these fields, and nothing else that was posted."""
    drafts = {key: value for key, value in request.session.get(KEY, {}).items() if key != name}
    parts = {f"{field}{part}" for field in fields for part in ("", "_month", "_year", "-choice")}
    drafts[name] = {key: value[:LONGEST] for key, value in request.POST.items() if key in parts}
    request.session[KEY] = dict(list(drafts.items())[-MOST:])


def kept(request: HttpRequest, name: str) -> dict[str, str] | None:
    found: dict[str, str] | None = request.session.get(KEY, {}).get(name)
    return found


def drop(request: HttpRequest, name: str) -> None:
    if request.session.get(KEY, {}).pop(name, None) is not None:
        request.session.modified = True

"""What this room knows of a person: a draft that waits for a choice."""

from django.core.files.storage import default_storage

from accounts.models import User
from accounts.registry import Export
from accounts.rows import plain
from network.moving.models import Draft


def export(user: User) -> Export:
    """The draft, and the file with the pictures as it was brought."""
    draft = Draft.objects.filter(user=user).first()
    if draft is None:
        return Export({})
    name = draft.archive
    files = [("moving/brought.zip", lambda: default_storage.open(name))] if name else []
    return Export({"draft": plain(draft, without={"user", "archive"})}, files)

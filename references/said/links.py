"""What stands behind the secret of a voice or a witness. Reading never changes anything (law 8)."""

from typing import Any, TypeVar

from django.db.models import QuerySet

from accounts.ids import hash_token
from references.links import MOST, Standing, behind, standing
from references.models import Asked, Voice, Witness

Said = TypeVar("Said", Voice, Witness)


def find(kind: type[Said], links: QuerySet[Any], token: str) -> tuple[Said, Standing] | None:
    """None for an altered or unknown secret: both look the same."""
    name = kind._meta.model_name or ""
    link = behind(links.select_related(*[f"{name}__{each}" for each in kind.ABOUT]), token)
    if link is None:
        return None
    said: Said = getattr(link, name)
    share_profile(said)
    return said, standing(said, link)


def find_own(kind: type[Said], token: str) -> Said | None:
    """What the holder of this secret stands for or has taken back. It does not expire: taking back must always be possible."""
    if len(token) > MOST:
        return None
    own = kind.objects.exclude(manage_hash="").filter(state=Asked.State.ANSWERED).with_about()
    return own.filter(manage_hash=hash_token(token)).first()


def share_profile(said: Voice | Witness) -> None:
    """What it is about belongs to the same person: no further query."""
    for thing in (getattr(said, "station", None), said.sample):
        if thing:
            thing.profile = said.profile

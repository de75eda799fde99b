"""Voices in the archive of a worker: what stands, in words and codes. What is open or taken back is in the room's own file."""

from typing import Any

from accounts.models import User
from accounts.rows import plain
from network.profiles.models import Profile
from network.profiles.sight import Sight
from references.models import Voice
from references.voices.presenters import shown

# What the house needs to ask, whom it hangs on, secrets, and what stands below under a better name.
LEFT_OUT = {
    *("profile", "station", "sample", "user", "email", "mailbox_hash", "manage_hash", "draft"),
    *("state", "language", "message", "expires_at", "closed_at", "withdrawn_at"),
}


def rows(user: User) -> list[dict[str, Any]]:
    """Two statements."""
    found = list(Voice.objects.answered().filter(profile__user=user))
    return [_row(voice, words.sentences) for voice, words in zip(found, shown(found), strict=True)]


def said(profile: Profile, sight: Sight) -> list[tuple[str, str]]:
    """Nothing: a JSON Resume knows references alone, and voices are never mixed with them (decision 0033)."""
    return []


def _row(voice: Voice, sentences: list[str]) -> dict[str, Any]:
    about = {"station_id": voice.station_id, "sample_id": voice.sample_id}
    said_at = voice.closed_at.isoformat() if voice.closed_at else None
    return {**plain(voice, without=LEFT_OUT), **about, "sentences": sentences, "said_at": said_at}

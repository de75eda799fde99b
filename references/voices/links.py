"""What stands behind the secret of a voice. Reading never changes anything (law 8)."""

from accounts.models import User
from references.links import Standing
from references.models import Voice, VoiceLink
from references.querysets_asked import VoiceQuerySet
from references.said import links


def find(token: str) -> tuple[Voice, Standing] | None:
    return links.find(Voice, VoiceLink.objects.all(), token)


def given_by(user: User) -> VoiceQuerySet:
    """What a signed-in person stands for, newest first."""
    return Voice.objects.answered().filter(user=user).with_about()

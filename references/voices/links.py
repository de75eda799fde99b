"""What stands behind the secret of a voice. Reading never changes anything (law 8)."""

from accounts.ids import hash_token
from accounts.models import User
from references.links import MOST, Standing, behind, standing
from references.models import Voice, VoiceLink
from references.querysets_asked import VoiceQuerySet


def find(token: str) -> tuple[Voice, Standing] | None:
    """None for an altered or unknown secret: both look the same."""
    about = [f"voice__{each}" for each in Voice.ABOUT]
    link = behind(VoiceLink.objects.select_related(*about), token)
    if link is None:
        return None
    voice = link.voice
    for thing in (voice.station, voice.sample):
        if thing:
            thing.profile = voice.profile
    return voice, standing(voice, link)


def find_own(token: str) -> Voice | None:
    """What the holder of this secret stands for or has taken back. It does not expire: taking back must always be possible."""
    if len(token) > MOST:
        return None
    own = Voice.objects.exclude(manage_hash="").filter(state=Voice.State.ANSWERED).with_about()
    return own.filter(manage_hash=hash_token(token)).first()


def given_by(user: User) -> VoiceQuerySet:
    """What a signed-in person stands for, newest first."""
    return Voice.objects.answered().filter(user=user).with_about()

"""What was said from one mailbox, and the secret that leads there. Reading never changes anything (law 8)."""

from django.utils import timezone

from references.links import behind
from references.models import ManageLink, Reference, Voice, Witness
from references.querysets import ReferenceQuerySet
from references.querysets_asked import VoiceQuerySet, WitnessQuerySet


def find(token: str) -> ManageLink | None:
    """None for an altered or unknown secret: both look the same."""
    return behind(ManageLink.objects.all(), token)


def is_old(link: ManageLink) -> bool:
    return link.expires_at <= timezone.now()


def signed_from(mailbox: str) -> ReferenceQuerySet:
    """References whose signer was known by this mailbox: by a code to it, or by an account that holds it."""
    return Reference.objects.signed_from(mailbox)


def confirmed_from(mailbox: str) -> WitnessQuerySet:
    """Samples that somebody stands for who was asked at this mailbox."""
    return Witness.objects.answered().filter(mailbox_hash=mailbox, channel=Witness.Channel.MAIL)


def voices_from(mailbox: str) -> VoiceQuerySet:
    """What a colleague or customer said from there; voices know a mailbox without its tag. Who typed digits has shown none."""
    return Voice.objects.answered().exclude(how="room").to_mailbox(mailbox).with_about()


def is_known(mailbox: str) -> bool:
    """Something was said from there."""
    return any(each(mailbox).exists() for each in (signed_from, confirmed_from, voices_from))

"""What holds where nobody was named before."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from network.desk.models import Case
from network.profiles.models import Profile, Station
from references.models import ReferenceRequest
from references.rules import REQUEST_LIFE, in_person, is_own_mailbox, is_stopped

ROOM_LIFE = timedelta(days=1)  # whoever typed the digits can finish in the evening
KEPT = REQUEST_LIFE  # one that was ended, without a word about anybody: so long the desk can reach the worker about guesses
TOLD = 2 * ROOM_LIFE  # so long the worker's page says how one has ended
STATE = ReferenceRequest.State
CHANNEL = ReferenceRequest.Channel


def endings(request: ReferenceRequest) -> tuple[str, ...]:
    """Which answers that end it are offered. No mailbox was given to us that could be left alone, and a slip is left on the wall."""
    if not in_person(request):
        return ("no", "never")
    return ("no",) if request.channel == CHANNEL.ROOM else ()


def is_own_contact(worker: User, email: str, phone: str) -> bool:
    """The worker's own mailbox or phone: nobody speaks for herself."""
    if email:
        return is_own_mailbox(worker, email)
    return bool(phone) and Profile.objects.filter(user=worker, phone=phone).exists()


def is_stopped_contact(email: str) -> bool:
    """Its owner wants no mails from us, whoever types it."""
    return bool(email) and is_stopped(email)


def latest(station: Station) -> ReferenceRequest | None:
    """The newest handshake about this station, if it was not long ago. Others of the same station are over."""
    lately = station.reference_requests.filter(channel=CHANNEL.ROOM).since(timezone.now() - TOLD)
    return lately.select_related("reference").first()


def subject_of(request: ReferenceRequest) -> str:
    """How the desk calls it."""
    return f"handshake:{request.public_id}"


def was_guessed(request: ReferenceRequest) -> bool:
    """Too many wrong digits have ended it."""
    if request.state != STATE.CANCELLED:
        return False
    return Case.objects.filter(kind=Case.Kind.GUESSED, subject=subject_of(request)).exists()

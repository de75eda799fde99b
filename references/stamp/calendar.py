"""What the calendar does: opens a round twice a year, and forgets what is over its time."""

from django.db import IntegrityError, transaction
from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils import timezone

from network.employers.models import Employer
from network.profiles.models import Confirmation
from references.models import StampAnswer, StampConsent, StampRound
from references.stamp import emails, rules


def daily() -> int:
    """Opens what is due; returns how many answers and rounds were over their time.

    An answer that still confirms months stays as long as it does: without it nobody could take them off.
    """
    open_due()
    old = timezone.now() - rules.KEPT
    source = Concat(Value("stamp:"), Cast(OuterRef("pk"), CharField()))
    answers = StampAnswer.objects.filter(at__lte=old).exclude(Exists(Confirmation.objects.filter(source=source)))
    gone: int = answers.delete()[0]
    return gone + StampRound.objects.filter(opened_at__lte=old, answers=None).delete()[0]


def open_due() -> int:
    """One round for each checked firm somebody of which agreed to be asked about, and one mail to each of its admins. How many."""
    today = timezone.localdate()
    if not rules.is_time_to_ask(today):
        return 0
    half = rules.half_of(today)
    agreed = StampConsent.objects.values(firm=Coalesce("station__employer__merged_into", "station__employer"))
    due = Employer.objects.checked().filter(pk__in=agreed, stamp_stop=None).exclude(stamp_rounds__half=half)
    return sum(_open(employer, half) for employer in due.select_related("place").iterator())


def _open(employer: Employer, half: str) -> bool:
    if not rules.listed(employer).exists():  # nobody left of those who agreed
        return False
    now = timezone.now()
    try:
        with transaction.atomic():
            asked = StampRound.objects.create(employer=employer, half=half, opened_at=now, closes_at=rules.ends_at(now))
            emails.asked(asked)
    except IntegrityError:  # another run was faster
        return False
    return True

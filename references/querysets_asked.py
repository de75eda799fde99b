"""Questions to what somebody is asked about: requests, invitations, witnesses, voices."""

from datetime import datetime
from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.utils import timezone

from network.employers.viewer import Viewer
from network.profiles.models import Profile
from references.mutual import mutual

if TYPE_CHECKING:
    from references.models import (  # noqa: F401 in the base classes
        Asked,
        ReferenceRequest,
        Voice,
        Witness,
        WorkerInvitation,
    )

Row = TypeVar("Row", bound="Asked")


class AskedQuerySet(models.QuerySet[Row]):
    """Of whatever somebody is asked about."""

    def open(self) -> Self:
        return self.filter(state="open", expires_at__gt=timezone.now())

    def over(self) -> Self:
        """Nobody answered in time; the mailbox must go."""
        return self.filter(state="open", expires_at__lte=timezone.now())

    def to_mailbox(self, mailbox_hash: str) -> Self:
        return self.filter(mailbox_hash=mailbox_hash)

    def since(self, moment: datetime) -> Self:
        return self.filter(created_at__gte=moment)

    def expire(self) -> int:
        """Ends what nobody answered in time; mailbox, name and words go. How many."""
        gone = {**self.model.CLOSED, **self.model.FORGOTTEN}
        return self.over().update(state="expired", closed_at=timezone.now(), **gone)


class RequestQuerySet(AskedQuerySet["ReferenceRequest"]):
    def of_worker(self) -> Self:
        """Without corrections: those the referee has begun, and the worker hears of them once they are signed."""
        return self.filter(corrects=None)

    def by_mail(self) -> Self:
        """The worker named a mailbox."""
        return self.filter(channel="mail")


class WorkerInvitationQuerySet(AskedQuerySet["WorkerInvitation"]):
    """Invitations by a firm."""


class SaidQuerySet(AskedQuerySet[Row]):
    """Of whatever is answered in the row itself, and can be taken back whole."""

    def answered(self) -> Self:
        """Somebody stands for it: confirmed, and not taken back."""
        return self.filter(state="answered", withdrawn_at=None)

    def waiting(self) -> Self:
        """The worker has not decided yet."""
        return self.answered().filter(decided_at=None)

    def with_about(self) -> Self:
        """With all that tells what it is about."""
        return self.select_related(*self.model.ABOUT)


class WitnessQuerySet(SaidQuerySet["Witness"]):
    """Witnesses of samples."""


class VoiceQuerySet(SaidQuerySet["Voice"]):
    def shown_now(self) -> Self:
        return self.answered().filter(shown=True)

    def with_mutual(self, viewer: Viewer) -> Self:
        """And whether the two confirm each other, as far as this reader may know."""
        return self.with_about().annotate(mutual=mutual(speaker="user", worker="profile__user", viewer=viewer))

    def openable_by(self, viewer: Viewer) -> Self:
        """For the page of its own: shown, and the worker does not hide from the viewer's employers (law 4)."""
        return self.shown_now().filter(profile__in=Profile.objects.not_blocking(viewer))

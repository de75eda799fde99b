from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Subquery, When
from django.utils import timezone

from network.employers.models import Membership
from network.employers.viewer import Viewer, viewer_of
from network.profiles.models import Audience, Profile
from references.mutual import mutual
from references.writeonce import WriteOnceQuerySet

if TYPE_CHECKING:
    from accounts.models import User
    from network.employers.models import Employer
    from references.models import (  # noqa: F401 in the base classes
        Reference,
        Signal,
        StampAnswer,
        StampRound,
        Trace,
        Withdrawal,
    )


class StampRoundQuerySet(models.QuerySet["StampRound"]):
    def open(self) -> Self:
        return self.filter(closes_at__gt=timezone.now())


class StampAnswerQuerySet(models.QuerySet["StampAnswer"]):
    """What firms said on their lists."""


class TraceQuerySet(models.QuerySet["Trace"]):
    """Where steps were taken from."""


class SignalQuerySet(models.QuerySet["Signal"]):
    """What a human should look at."""


class ReferenceQuerySet(WriteOnceQuerySet["Reference"]):
    def kept(self) -> "ReferenceQuerySet":
        """Still with its words: not erased."""
        return self.exclude(payload="")

    def valid(self) -> "ReferenceQuerySet":
        return self.kept().filter(withdrawal=None)

    def standing(self) -> "ReferenceQuerySet":
        """Whoever said it stands by just these words: neither withdrawn nor corrected."""
        return self.valid().filter(correction=None)

    def shown_now(self) -> "ReferenceQuerySet":
        """Released by the worker, and somebody stands by it: the only ones a profile shows."""
        return self.standing().filter(shown=True)

    def waiting(self) -> "ReferenceQuerySet":
        """The worker has not decided yet."""
        return self.standing().filter(decided_at=None)

    def of_employer(self, employer: "Employer") -> "ReferenceQuerySet":
        """Signed in its name, or in a name that belongs to it now."""
        return self.kept().filter(Q(employer=employer) | Q(employer__merged_into=employer))

    def told_to(self, viewer: Viewer) -> "ReferenceQuerySet":
        """Without what a firm began and the viewer cannot open on the worker's page: its people must not learn who came (law 3)."""
        return self.filter(_told(viewer))

    def what_changed(self, viewer: Viewer) -> "ReferenceQuerySet":
        """With all that a sheet shows to this reader: employer, what was said later, since when the referee does not speak for the
        employer any more, and whether the two confirm each other."""
        firm = Q(employer=OuterRef("employer")) | Q(employer=OuterRef("employer__merged_into"))
        theirs = Membership.objects.filter(firm, user=OuterRef("referee_user"))
        left = theirs.exclude(until=None).order_by("-until").values("until")[:1]
        still = Exists(theirs.filter(until=None))
        known = self.select_related(
            "employer__merged_into", "withdrawal", "correction__new", "corrects__old", "objection"
        )
        return known.annotate(
            referee_left=Case(When(still, then=None), default=Subquery(left)),
            mutual=mutual(speaker="referee_user", worker="profile__user", viewer=viewer),
        )

    def openable_by(self, viewer: Viewer) -> "ReferenceQuerySet":
        """For the check page: released, and the worker does not hide from the viewer's employers (law 4).

        Whether this reader is one of those for whom it was released, network.profiles.readers says.
        """
        return self.kept().filter(shown=True, profile__in=Profile.objects.not_blocking(viewer))

    def signed_from(self, mailbox_hash: str) -> "ReferenceQuerySet":
        """Whose signer was known by this mailbox: by a code to it, or by an account that holds it. Not what a firm began."""
        by_code = Q(request__confirmed_at__isnull=False, request__confirmed_way__in=["", "mail"])
        by_account = Q(payload__contains='"how":"account"')  # quotes inside of signed texts are escaped
        known = self.kept().filter(by_code | by_account, begun_by_firm=False)
        return known.filter(request__mailbox_hash=mailbox_hash)

    def about_or_by(self, user: "User") -> "ReferenceQuerySet":
        return self.kept().filter(Q(profile__user=user) | Q(referee_user=user) & _told(viewer_of(user)))

    # The named changes. Each belongs to one ledger line, written by the action that calls it.

    def mark_decided(self, *, shown: bool, at: datetime) -> int:
        """Release or hide; returns how many changed, so that a second click finds nothing to do."""
        open_to_it = self.standing() if shown else self.kept()  # what nobody stands by can be hidden, not shown again
        return open_to_it.exclude(shown=shown, decided_at__isnull=False)._change(shown=shown, decided_at=at)

    def mark_audience(self, audience: str) -> int:
        """Other readers; returns how many changed. Not for what was withdrawn or corrected: no page shows it."""
        return self.shown_now().exclude(audience=audience)._change(audience=audience)

    def empty(self) -> int:
        """Erase the words; hash, signature and ledger stay as a shell that names nobody."""
        gone = {"profile": None, "station": None, "request": None, "referee_user": None}
        return self._change(payload="", shown=False, referee_name="", referee_salt="", **gone)

    def belong_to(self, user: "User") -> int:
        """The account of who signed them by a code to the mailbox that is now theirs."""
        return self.filter(referee_user=None)._change(referee_user=user)

    def forget_referee(self) -> int:
        return self._change(referee_user=None)

    def erase_name(self) -> int:
        """The referee's name goes, the role stays; the signature holds, it was made over a digest of the name."""
        return self._change(referee_user=None, referee_name="", referee_salt="")


def _told(viewer: Viewer) -> Q:
    audiences = [Audience.ALL, *([Audience.EMPLOYERS] if viewer.checked else [])]
    open_pages = Profile.objects.openable_by(viewer)
    return Q(begun_by_firm=False) | Q(shown=True, audience__in=audiences, profile__in=open_pages)


class WithdrawalQuerySet(WriteOnceQuerySet["Withdrawal"]):
    def forget_reason(self) -> int:
        return self._change(reason="")

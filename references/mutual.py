"""Two people who confirm each other (law 2). It is said openly, also where the other word is not shown (docs/decisions/0032)."""

from django.apps import apps
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q

from accounts.models import User
from network.employers.viewer import STRANGER, Viewer
from network.profiles.models import Profile


def mutual(*, speaker: str, worker: str, viewer: Viewer) -> ExpressionWrapper[Q]:
    """For querysets of words: does a word of this worker stand for the speaker too? `speaker` and `worker` name the users in a row.

    A firm that the speaker hides from does not learn that there is a page (law 4).
    """
    return ExpressionWrapper(_stands(OuterRef(speaker), OuterRef(worker), viewer), output_field=BooleanField())


def confirm_each_other(speaker: User, worker: User) -> bool:
    """The same before anything is signed: the speaker has a word of the worker already. One statement."""
    return User.objects.filter(_stands(speaker.pk, worker.pk, STRANGER), pk=speaker.pk).exists()


def _stands(speaker: OuterRef | int, worker: OuterRef | int, viewer: Viewer) -> Q:
    """A word that `worker` gave for `speaker`. One that was withdrawn or corrected does not count any more."""
    page = {"profile__user": speaker, "profile__in": Profile.objects.not_blocking(viewer)}
    reference, voice, witness = (apps.get_model("references", name) for name in ("Reference", "Voice", "Witness"))
    signed = reference.objects.standing().filter(**page, referee_user=worker)
    said = (each.objects.answered().filter(**page, user=worker) for each in (voice, witness))
    return Q(Exists(signed)) | Q(*map(Exists, said), _connector=Q.OR)

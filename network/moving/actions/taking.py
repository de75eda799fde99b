"""What the worker chose goes onto the page, each thing through the action of its own room and by its rules."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.moving import showing
from network.moving.actions import answers, pictures, rows
from network.moving.actions.taken import Taking
from network.moving.models import Draft
from network.profiles import actions as profiles
from network.samples import files

NEWEST_FIRST = ("station", "sample")  # so they stand in files, and the last one written stands first on a page
Take = Callable[[Taking, dict[str, Any], dict[str, Any]], None]
# In this order: papers and samples name stations.
WRITERS: dict[str, Take] = {
    "name": answers.name,
    "occupation": answers.occupation,
    "place": answers.place,
    "about": answers.about,
    "phone": answers.phone,
    "mail": answers.mail,
    "goal": answers.goal,
    "times": answers.times,
    "licences": answers.licences,
    "language": answers.language,
    "station": rows.station,
    "paper": rows.paper,
    "sample": rows.sample,
    "block": rows.block,
}


@transaction.atomic
def take(*, by: User, draft: Draft, chosen: dict[int, dict[str, Any]]) -> None:
    """`chosen`: place of the item in the draft, with the answers to what was not clear. A second click does nothing.

    What a rule of the page refuses is noted with its words; all the rest is taken. Pictures follow by a task.
    """
    locked = Draft.objects.select_for_update().filter(pk=draft.pk, user=by, taken_at=None).first()
    if locked is None:
        return
    taking = Taking(by, profiles.start(by=by), locked)
    items = locked.found["items"]
    for kind in WRITERS:
        for at in sorted(chosen, reverse=kind in NEWEST_FIRST):
            if items[at]["kind"] == kind:
                _one(taking, items[at], chosen[at])
    locked.found, locked.taken_at = {}, timezone.now()
    locked.result = {"taken": taking.counted, "refused": taking.refused, "photos": taking.photos}
    archive = locked.archive
    if not taking.photos:
        locked.archive = ""
    locked.save()
    if taking.photos:
        transaction.on_commit(lambda: pictures.bring.enqueue(locked.pk))
    elif archive:
        transaction.on_commit(lambda: files.remove([archive]))


def _one(taking: Taking, item: dict[str, Any], answers: dict[str, Any]) -> None:
    """All of an item, or nothing of it and a note."""
    try:
        with transaction.atomic():
            WRITERS[item["kind"]](taking, item["data"], answers)
    except ValidationError as error:
        taking.refused.append([showing.title(item), " ".join(error.messages)])
    else:
        taking.counted[item["kind"]] = taking.counted.get(item["kind"], 0) + 1

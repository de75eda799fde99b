"""References in the archive of a worker: as they were signed, with all that is needed to check them anywhere."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.exporting import to_json
from accounts.models import User
from accounts.registry import Document
from accounts.rows import plain
from network.employers.viewer import viewer_of
from network.profiles.models import Profile
from network.profiles.sight import Sight
from network.ui import standalone
from references.models import Reference
from references.payload import is_name_erased
from references.presenters import OBJECTED, Sheet, sheets

ALGORITHM = "Ed25519 over the UTF-8 bytes of payload (RFC 8785), base64url"
# Whom it hangs on, the secret of the referee's link, and what stands below under a better name.
LEFT_OUT = {"profile", "request", "station", "employer", "referee_user", "manage_hash", "key"}


def row(reference: Reference) -> dict[str, Any]:
    """`reference` comes with key, withdrawal, objection, correction__new and corrects__old."""
    withdrawal, correction = getattr(reference, "withdrawal", None), getattr(reference, "correction", None)
    corrects, objection = getattr(reference, "corrects", None), getattr(reference, "objection", None)
    return {
        **plain(reference, without=LEFT_OUT),
        "station_id": reference.station_id,
        "algorithm": ALGORITHM,
        "key": reference.key.kid,
        "public_key": reference.key.public_key,
        "name_erased": is_name_erased(reference),
        "objection": objection and plain(objection, without={"reference", "by"}),
        "withdrawn": withdrawal and plain(withdrawal, without={"reference"}),
        "corrected": correction and {"at": correction.at, "by": correction.new.public_id},
        "corrects": corrects and {"at": corrects.at, "reference": corrects.old.public_id},
    }


def rows(user: User) -> list[dict[str, Any]]:
    """About this person; those the person wrote for others are in the room's own file."""
    return [row(each) for each in _about(user)]


def said(profile: Profile, sight: Sight) -> list[tuple[str, str]]:
    """Who says what, of what this reader may read."""
    released = profile.references.shown_now().what_changed(sight.viewer)
    seen = [each for each in released if sight.sees(f"reference:{each.public_id}", each.audience)]
    return [(_who(sheet), _what(sheet)) for sheet in sheets(seen)]


def documents(user: User) -> Iterable[Document]:
    """For each reference the signed words, and the same to read."""
    for reference in _about(user):
        yield Document(f"references/{reference.public_id}.json", partial(_json, reference))
        yield Document(f"references/{reference.public_id}.html", partial(_page, reference))


def _about(user: User) -> Iterable[Reference]:
    about = Reference.objects.filter(profile__user=user).kept()
    return about.what_changed(viewer_of(user)).select_related("key", "profile")


def _json(reference: Reference) -> str:
    return to_json(row(reference))


def _page(reference: Reference) -> str:
    (sheet,) = sheets([reference])
    return standalone.page("references/archive.html", {"sheet": sheet, "reference": reference})


def _who(sheet: Sheet) -> str:
    return ", ".join(filter(None, (sheet.signer, sheet.firm)))


def _what(sheet: Sheet) -> str:
    sentences = [
        *_listed(pgettext("said in a reference", "Tasks"), sheet.tasks),
        *_listed(pgettext("said in a reference", "Training and instruction"), sheet.training),
        *sheet.sentences,
        sheet.text,
        pgettext("said in a reference", "Would hire again.") if sheet.again else "",
        _("Older than 3 years.") if sheet.aged else "",
        str(OBJECTED) if sheet.objected else "",
        _("These two confirm each other.") if sheet.mutual else "",
    ]
    return " ".join(filter(None, sentences))


def _listed(head: str, lines: list[str]) -> list[str]:
    return [f"{head}: {'; '.join(lines)}."] if lines else []

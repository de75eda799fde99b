"""The check page's reference, for pages and for programs: one way to it, so that neither tells more than the other."""

from dataclasses import dataclass, replace

from django.http import Http404

from network.employers.viewer import Viewer
from network.profiles import readers
from network.profiles.presenters import shown_name
from references.models import Reference
from references.presenters import Sheet, sheets


@dataclass(frozen=True)
class Readable:
    """The reference, its sheet, and the worker's name as the page shows it."""

    reference: Reference
    sheet: Sheet
    name: str


def readable(viewer: Viewer, public_id: str, passed: str = "") -> Readable:
    """Raises Http404 while the worker does not show it to this reader, and for employers she hides from (law 4)."""
    found = Reference.objects.openable_by(viewer).what_changed(viewer).select_related("key", "profile")
    reference = found.filter(public_id=public_id).first()
    if reference is None or reference.profile is None:
        raise Http404
    key = reference.key_of_item
    read = readers.reads(viewer, reference.profile, key, reference.audience)
    if not (read or readers.holds_pass(viewer, reference.profile, key, passed)):
        raise Http404
    (sheet,) = sheets([reference])
    return Readable(reference, replace(sheet, passed="" if read else passed), shown_name(reference.profile))

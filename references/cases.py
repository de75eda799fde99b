"""How the desk reads a reference, and ends it. What the worker does not show stays hidden from the desk, too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from accounts.models import User
from network.desk import asking
from network.desk.models import Case, CaseQuestion
from network.desk.registry import Matter, Side, Subject, Who, split
from network.employers.models import Employer
from network.employers.viewer import STRANGER, Viewer, viewer_of
from network.profiles import readers
from network.profiles.presenters import shown_name
from network.ui.templatetags.ui import day
from references import actions, rules
from references.models import Objection, Reference
from references.payload import said_in
from references.presenters import how, sheet


def load(name: str) -> Matter | None:
    """Who signed, in which role, when, and how that was checked. The words themselves only by the address where everybody reads them."""
    found = Reference.objects.kept().filter(public_id=name).what_changed(STRANGER).select_related("profile").first()
    if found is None or found.profile is None:
        return None
    public = _everybody_reads(found)
    words = sheet(found, {})  # without its sentences
    nobody = pgettext(
        "to desk", "The person does not show this reference to everybody. Name and words stay hidden from you, too."
    )
    lines = [
        (pgettext("to desk", "About whom"), shown_name(found.profile) if public else nobody),

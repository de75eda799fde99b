"""What the desk reads where somebody tried many digits: nothing about the worker or the firm. It is over already, nothing is to be ended."""

from collections.abc import Sequence

from django.utils.translation import pgettext, pgettext_lazy

from network.desk.registry import Matter, Side, Subject, Who
from network.employers.viewer import Viewer
from network.ui.templatetags.ui import day
from references.models import ReferenceRequest


def load(name: str) -> Matter | None:
    asked = ReferenceRequest.objects.filter(public_id=name).first()
    if asked is None:
        return None
    lines = [
        (pgettext("to desk", "Shown on"), day(asked.created_at)),
        (
            pgettext("to desk", "What happened"),
            pgettext("to desk", "15 wrong digits began like these. They were ended by themselves, and nobody got in."),
        ),
        (
            pgettext("to desk", "Usually harmless"),
            pgettext("to desk", "Somebody misread them again and again, or typed older ones."),
        ),
    ]
    return Matter(pgettext("to desk", "Digits for a handshake"), lines)


def told(name: str) -> list[Side]:
    """The worker alone. The firm must not learn that somebody asked there."""
    asked = ReferenceRequest.objects.filter(public_id=name).select_related("profile__user").first()
    return [Side(Who.WORKER, pgettext("to desk", "The person it is about"), [asked.profile.user])] if asked else []


def told_firm(viewer: Viewer, names: Sequence[str]) -> set[str]:
    return set()


SUBJECT = Subject(
    load=load, end=None, told=told, label=pgettext_lazy("to desk", "Digits of a handshake"), told_firm=told_firm
)

"""How the desk reads a voice, and ends it. What the worker does not show to everybody stays hidden from the desk, too."""

from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from accounts.models import User
from network.desk.registry import Matter, Side, Subject, Who
from network.employers.viewer import STRANGER
from network.profiles.models import Profile
from network.profiles.presenters import shown_name
from network.profiles.sight import Sight
from network.ui.templatetags.ui import day
from references.models import Voice
from references.voices import ending, presenters
from references.voices.knowing import how


def load(name: str) -> Matter | None:
    """Who spoke, how that was checked, when. The words themselves only by the address where everybody reads them."""
    voice = Voice.objects.filter(public_id=name, state=Voice.State.ANSWERED).with_about().first()
    if voice is None:
        return None
    when, public = day(timezone.localdate(voice.closed_at)), _everybody_reads(voice)
    hidden = pgettext(
        "to desk", "The person does not show this voice to everybody. Name and words stay hidden from you, too."
    )
    colleague = voice.kind == Voice.Kind.COLLEAGUE
    lines = [
        (pgettext("to desk", "About whom"), shown_name(voice.profile) if public else hidden),
        (pgettext("to desk", "What it stands for"), presenters.plate(voice.level, voice.kind, voice.how)),
        (pgettext("to desk", "How it was checked"), how(voice)),
    ]
    if voice.name:
        lines.insert(1, (pgettext("to desk", "Who said it"), voice.name))
    if voice.instead:
        three = pgettext(
            "to desk", "One of three colleagues in the place of a boss, because the firm no longer exists."
        )
        lines.append((pgettext("to desk", "What for"), three))
    if voice.withdrawn_at:
        lines.append((pgettext("to desk", "Taken back"), day(timezone.localdate(voice.withdrawn_at))))
    words = _("Voice of a colleague, said on %(day)s") if colleague else _("Voice of a customer, said on %(day)s")
    url = presenters.shown([voice])[0].how_url if public else ""
    return Matter(words % {"day": when}, lines, url)


def end(*, by: User, name: str, reason: str) -> None:
    ending.end_by_desk(voice=Voice.objects.select_related("station").get(public_id=name), reason=reason)


def told(name: str) -> list[Side]:
    """The worker, and who said it, if an account of theirs is known."""
    voice = Voice.objects.filter(public_id=name).select_related("profile__user", "user").first()
    if voice is None:
        return []
    words = pgettext("to desk", "%(name)s, who said it") % {"name": voice.name}
    return [
        Side(Who.WORKER, pgettext("to desk", "The person it is about"), [voice.profile.user]),
        Side(
            Who.REFEREE, words if voice.name else pgettext("to desk", "Who said it"), [voice.user] if voice.user else []
        ),
    ]


def behind(user: User) -> Iterable[str]:
    return Voice.objects.answered().filter(user=user).values_list("public_id", flat=True)


def said(user: User) -> QuerySet[Any, Any]:
    """The same as whole subjects."""
    spoken = Voice.objects.answered().filter(user=user)
    return spoken.annotate(subject=Concat(Value("voice:"), "public_id", output_field=CharField())).values("subject")


def _everybody_reads(voice: Voice) -> bool:
    shown = Voice.objects.openable_by(STRANGER).filter(pk=voice.pk).exists()
    opens = Profile.objects.openable_by(STRANGER).filter(pk=voice.profile_id).exists()
    return shown and opens and presenters.is_seen(voice, Sight(STRANGER))


SUBJECT = Subject(
    load=load, end=end, told=told, label=pgettext_lazy("to desk", "Voice"), behind=behind, mine=said, said=said
)

"""How the desk reads a confirmation of a work sample, and ends it. Words that the worker does not show stay hidden from it, too."""

from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from accounts.models import User
from network.desk.registry import Matter, Side, Subject, Who
from network.samples import witnessing
from network.ui.templatetags.ui import day
from references.models import Witness
from references.witness import answering


def load(name: str) -> Matter | None:
    """How it was checked, and when. No name and no word: who has seen the page of the worker finds both there."""
    witness = Witness.objects.filter(public_id=name, state=Witness.State.ANSWERED).select_related("sample").first()
    if witness is None:
        return None
    when = day(timezone.localdate(witness.closed_at))
    lines = [
        (pgettext("to desk", "Who said it"), witness.get_role_display()),
        (pgettext("to desk", "What it stands for"), witnessing.plate(witness.level, witness.role)),
        (pgettext("to desk", "How it was checked"), witnessing.how(witness.how)),
    ]
    if witness.withdrawn_at:
        lines.append((pgettext("to desk", "Taken back"), day(timezone.localdate(witness.withdrawn_at))))
    title = _("Confirmation of a work, said on %(day)s") % {"day": when}
    return Matter(title, lines, "", witness.user_id or 0)


def end(*, by: User, name: str, reason: str) -> None:
    """As if it had been taken back. The reason stands with the case."""
    answering.end_by_desk(witness=Witness.objects.select_related("sample").get(public_id=name))


def told(name: str) -> list[Side]:
    """The worker, and who said it, if an account of theirs is known."""
    witness = Witness.objects.filter(public_id=name).select_related("profile__user", "user").first()
    if witness is None:
        return []
    speaker = [witness.user] if witness.user else []
    return [
        Side(Who.WORKER, pgettext("to desk", "The person it is about"), [witness.profile.user]),
        Side(Who.REFEREE, pgettext("to desk", "Who said it"), speaker),
    ]


def behind(user: User) -> Iterable[str]:
    return Witness.objects.answered().filter(user=user).values_list("public_id", flat=True)


def said(user: User) -> QuerySet[Any, Any]:
    """The same as whole subjects."""
    spoken = Witness.objects.answered().filter(user=user)
    return spoken.annotate(subject=Concat(Value("witness:"), "public_id", output_field=CharField())).values("subject")


SUBJECT = Subject(
    load=load,
    end=end,
    told=told,
    label=pgettext_lazy("to desk", "Confirmation of a work"),
    behind=behind,
    mine=said,
    said=said,
)

"""How do we know? One voice with all that stands behind it, for the page that references use too (law 2)."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from network.ui.templatetags.ui import day
from references.knowing import Knowing, common_time
from references.models import Voice
from references.voices.about import context_of, of_voice
from references.voices.presenters import Shown, about_words


def of_voice_shown(voice: Voice, shown: Shown, name: str, said_together: str) -> Knowing:
    """`name` is the worker's as the own page shows it; `said_together`: the sentence about three colleagues, or ""."""
    return Knowing(
        who=[
            (pgettext("how do we know", "Who says it"), shown.who),
            (pgettext("how do we know", "In which role"), _role(voice)),
            (_where(voice), shown.about),
            (pgettext("how do we know", "About whom"), name),
            (pgettext("how do we know", "Said on"), day(shown.said)),
        ],
        person=[how(voice), *common_time(shown.level)],
        employer=[each for each in (said_together, _gone(voice)) if each],
        together=shown.span,
        level=shown.level,
        since=_since(voice),
        mutual=shown.mutual,
        aged=shown.aged,
    )


def _role(voice: Voice) -> str:
    if voice.kind == Voice.Kind.COLLEAGUE:
        return pgettext("how do we know", "colleague")
    return pgettext("how do we know", "customer")


def _where(voice: Voice) -> str:
    if voice.kind == Voice.Kind.COLLEAGUE:
        return pgettext("how do we know", "Where")
    return pgettext("how do we know", "About which work")


def how(voice: Voice) -> str:
    """How it was known who speaks, on the day of the answer."""
    return {
        "account": _("Whoever spoke was signed in, with a confirmed mailbox."),
        "code": _("A code to the mailbox of whoever spoke was entered correctly."),
        "link": _("Whoever opened the link of the mail has answered."),
        "room": _("Said in the same room. Who it was, nobody checked further."),
    }[voice.how]


def _gone(voice: Voice) -> str:
    return (
        _("That the firm no longer exists, worker and colleagues say. Nobody else has checked it.")
        if voice.instead
        else ""
    )


def _since(voice: Voice) -> list[str]:
    """The worker can describe a work differently; the voice stays with what stood there."""
    now = about_words(context_of(of_voice(voice)))
    if voice.sample and now != about_words(voice.context):
        return [_("The work is described differently today: %(now)s.") % {"now": now}]
    return []

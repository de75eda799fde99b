"""What these pages hand down."""

from django.utils.translation import ngettext, pgettext

from accounts.models import User
from accounts.registry import Wish
from references.managing.erasing import erase_every_name, signed_by
from references.models import Reference
from references.payload import is_name_erased


def wish(user: User) -> Wish | None:
    """Asked when the account is closed: shall the name go from the references too? What a firm began is not counted (law 3)."""
    named = [each for each in Reference.objects.kept().filter(referee_user=user) if not is_name_erased(each)]
    if not named:
        return None
    known = signed_by(user).count()
    count = ngettext(
        "You have signed %(count)s reference for somebody else.",
        "You have signed %(count)s references for others.",
        known,
    )
    hint = pgettext(
        "to referee",
        "Without the tick your name stays there. With it your role stands in its place, and nobody can prove any more that it was you. In an"
        " old form the name is one of the signed words; such a reference is deleted. The people it is about learn it by mail.",
    )
    return Wish(
        label=pgettext("to referee", "Delete my name from what I have signed for others too"),
        hint=" ".join(filter(None, [count % {"count": known} if known else "", hint])),
        grant=lambda user: erase_every_name(by=user),
    )

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.places import lookup
from network.ui.choosing import Candidate, ChoosingField

SIMILAR = 8  # offered when nothing fits exactly


class PlaceField(ChoosingField):
    """A postcode or a town in, a Place out. Namesakes and half words ask which one is meant."""

    default_error_messages = {
        "required": _("Enter a postcode or a town"),
        "several": pgettext_lazy("place", "Which one do you mean?"),
        "unknown": _("We do not know this place. Type a postcode or a town in Germany."),
        "max_length": _("We do not know this place. Type a postcode or a town in Germany."),
    }
    suggest = "places:suggest"
    all_link = ("places:find", _("Find a postcode"))

    def candidates(self, text: str) -> list[Candidate]:
        meaning = lookup.understand(text)
        if len(meaning.sure) == 1:
            (only,) = meaning.sure
            return [Candidate(only.place.postcode, f"{only.place.postcode} {only.name}", only.place)]
        sure = bool(meaning.sure)
        offered = meaning.sure or meaning.similar[:SIMILAR]
        return [Candidate(each.place.postcode, each.label, each.place, sure) for each in offered]

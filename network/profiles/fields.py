"""A firm, typed: one that is registered here, or just its name."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.employers import lookup, naming
from network.employers.models import Employer
from network.profiles.naming import tidy
from network.ui.choosing import Candidate, ChoosingField
from network.ui.fields import LineField
from network.ui.text import holds_address

OTHER = "other"


class OwnWordsField(LineField):
    """A name or a few words as they will stand on the page: nothing invisible, no address."""

    def to_python(self, value: Any) -> str:
        return tidy(super().to_python(value))

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if text and not any(c.isalnum() for c in text):
            raise ValidationError(_("Write it in words"), code="words")
        if holds_address(text):
            raise ValidationError(_("Write this without web or mail address"), code="address")
        return text


class FirmField(ChoosingField):
    """Text in; out comes an Employer where the person says "yes, this one", else the name as typed.

    `similar`: also offers registered firms that only sound like it.
    """

    default_error_messages = {
        "required": gettext_lazy("Enter the name of the firm"),
        "unknown": gettext_lazy("Enter the name of the firm"),
        "several": gettext_lazy("A firm with this name is registered here. Is it this one?"),
    }
    suggest = "employers:suggest"

    def __init__(self, *, similar: bool = False, **kwargs: Any) -> None:
        self.similar = similar
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        return tidy(super().to_python(value))

    def candidates(self, text: str) -> list[Candidate]:
        """Name and town together are sure; a name alone asks, for another firm may be called the same."""
        wanted = naming.stem(text)
        if not wanted:  # from other letters nothing folds, and nobody registers with them
            return [Candidate(OTHER, text, text)] if any(c.isalnum() for c in text) else []
        found = lookup.find(text)
        exact = [firm for firm in found if naming.stem(lookup.label(firm)) == wanted]
        if len(exact) == 1:
            return [self._candidate(exact[0], sure=True)]
        meant = found if self.similar else [firm for firm in found if naming.stem(firm.name) == wanted or firm in exact]
        if not meant:
            return [Candidate(OTHER, text, text)]
        other = Candidate(OTHER, _("Another firm: %(name)s") % {"name": text}, text, sure=False)
        return [*(self._candidate(firm, sure=False) for firm in meant), other]

    def _candidate(self, firm: Employer, *, sure: bool) -> Candidate:
        return Candidate(firm.public_id, lookup.label(firm), firm, sure)

    def label_of(self, found: object) -> str:
        return lookup.label(found) if isinstance(found, Employer) else str(found)

from django.utils.translation import gettext_lazy as _

from network.employers import lookup, naming
from network.employers.models import Employer
from network.ui.choosing import Candidate, ChoosingField


class EmployerField(ChoosingField):
    """A registered employer by name: text in, Employer out."""

    default_error_messages = {
        "required": _("The name of the employer is missing"),
        "several": _("Several employers match. Which one is it?"),
        "unknown": _("We do not know an employer of this name."),
    }
    suggest = "employers:suggest"

    def candidates(self, text: str) -> list[Candidate]:
        found = lookup.find(text)
        wanted = naming.stem(text)
        return [Candidate(e.public_id, lookup.label(e), e, wanted in _spellings(e)) for e in found]

    def label_of(self, found: Employer) -> str:
        return lookup.label(found)


def _spellings(employer: Employer) -> set[str]:
    return {naming.stem(employer.name), naming.stem(lookup.label(employer))}

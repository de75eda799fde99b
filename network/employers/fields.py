from django.utils.translation import gettext_lazy as _

from network.employers import lookup, naming
from network.employers.models import Employer
from network.ui.choosing import Candidate, ChoosingField


class EmployerField(ChoosingField):
    """A registered employer by name: text in, Employer out. An old name means the firm that it belongs to now."""

    default_error_messages = {
        "required": _("The name of the employer is missing"),
        "several": _("Several employers match. Which one is it?"),
        "unknown": _("We do not know an employer of this name."),
    }
    suggest = "employers:suggest"

    def candidates(self, text: str) -> list[Candidate]:
        found = lookup.find(text)
        wanted = naming.stem(text)
        meant: dict[Employer, bool] = {}
        for each in found:
            meant[each.heir] = meant.get(each.heir, False) or wanted in _spellings(each)
        return [Candidate(e.public_id, lookup.label(e), e, sure) for e, sure in meant.items()]

    def label_of(self, found: Employer) -> str:
        return lookup.label(found)


def _spellings(employer: Employer) -> set[str]:
    return {naming.stem(employer.name), naming.stem(lookup.label(employer))}

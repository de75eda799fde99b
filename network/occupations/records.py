from dataclasses import dataclass, field

from network.occupations.models import Field, Occupation, QualificationKind, Statement


@dataclass
class Catalogue:
    """Unsaved records. Occupations carry their field's slug in `field_of`, terms wait in `words`."""

    fields: list[Field] = field(default_factory=list)
    occupations: list[Occupation] = field(default_factory=list)
    field_of: dict[str, str] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)
    kinds: list[QualificationKind] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

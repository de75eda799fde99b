"""Where people of a field live, as one number: so the search index holds those of one field beside each other, and a region of them
is a few pages of it (docs/decisions/0055). Expressions that Django has no words for, for the one statement that must be fast."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import BigIntegerField, F, Func, Lookup, Value
from django.db.models.expressions import Combinable, ExpressionList

APART = 65536  # more than there are postcodes. Were there more, the index would only be slower: the place is compared as well
Term = TypeVar("Term", int, Combinable)


def spot(field: Term, place: Term) -> Term:
    """The number of a field in a place: of their ids, or of columns that hold them."""
    return field * APART + place


class InOneOf(Lookup[Any]):
    """True for people whose spot is that of one of these fields (ids) in the neighbouring place.

    Compared with one value where one is asked. PostgreSQL searches an index for IN only where the list holds no columns; for an array, always.
    A lookup: anything else that is true or false may be compared with True once more, and no index knows the answer to that.
    """

    def __init__(self, fields: Iterable[int]) -> None:
        values = (NearPlace() + Value(field * APART, BigIntegerField()) for field in fields)
        super().__init__(F("spot"), ExpressionList(*values))

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        column, before = self.process_lhs(compiler, connection)
        values, after = compiler.compile(self.rhs)
        several = "= ANY(ARRAY[%s])" if connection.vendor == "postgresql" else "IN (%s)"
        compared = ("= %s" if len(self.rhs.source_expressions) == 1 else several) % values
        return f"{column} {compared}", [*before, *after]


class NearPlace(F):
    """The place as the neighbours name it. Django would read F("near__place") from the profile: it is the same, but known too late."""

    def __init__(self) -> None:
        super().__init__("near__km")

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Any:
        km: Any = super().resolve_expression(*args, **kwargs)
        return km.target.model._meta.get_field("place").get_col(km.alias)


class Reach(Func):
    """The smallest own radius that reaches so many km. PostgreSQL finds in an index only what has the type of the column."""

    template = "CEIL(%(expressions)s)::smallint"

    def as_sqlite(self, compiler: Any, connection: Any, **_more: Any) -> Any:
        return super().as_sql(compiler, connection, template="%(expressions)s")

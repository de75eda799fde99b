"""How PostgreSQL is spoken to."""

from typing import Any

from psycopg import adapters
from psycopg.types import numeric

# All statements are short and read what is in memory: compiling them, or keeping rows of a join at hand, costs more than it brings. What
# was asked five times is planned once for the connection: planning takes as long as most of them (docs/decisions/0055).
OPTIONS: dict[str, Any] = {
    "options": "-c jit=off -c random_page_cost=1.1 -c enable_memoize=off",
    "server_side_binding": True,
    "prepare_threshold": 5,
}


def options(said: dict[str, Any]) -> dict[str, Any]:
    """Those of the connection; `said` stands in DATABASE_URL and comes first.

    Numbers go out as digits. Django binds each as the type of its field, and the binary form that psycopg prefers cuts off what is
    too large for it without a word: a search for the 43rd paper would be one for no paper. As digits it is an error.
    """
    for kind in ("Int2", "Int4", "Int8"):
        adapters.register_dumper(getattr(numeric, kind), getattr(numeric, f"{kind}Dumper"))
    return OPTIONS | said

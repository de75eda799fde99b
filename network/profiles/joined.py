"""Rows of another table read in the same statement: a page has 8 statements for everything (design.md, section 8)."""

from typing import TypeVar

from django.db import models
from django.db.models import F

Row = TypeVar("Row", bound=models.Model)


def columns(model: type[models.Model], path: str) -> dict[str, F]:
    """What annotate() needs to read all columns of `model`, which stands behind `path`."""
    return {_name(path, field): F(f"{path}__{field.attname}") for field in model._meta.concrete_fields}


def built(model: type[Row], path: str, row: models.Model) -> Row | None:
    """The object in those columns. None where the outer join found nothing."""
    values = {field.attname: getattr(row, _name(path, field)) for field in model._meta.concrete_fields}
    if values[model._meta.pk.attname] is None:
        return None
    made = model(**values)
    made._state.adding = False
    return made


def _name(path: str, field: "models.Field[object, object]") -> str:
    return f"joined_{path}_{field.attname}"


def keep(parent: models.Model, relation: str, rows: list[Row]) -> None:
    """The rows as what `parent.<relation>.all()` gives, as prefetch_related() leaves them."""
    found = getattr(parent, relation).all()
    found._result_cache = rows
    vars(parent).setdefault("_prefetched_objects_cache", {})[relation] = found

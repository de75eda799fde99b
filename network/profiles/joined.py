"""Rows of another table read in the same statement: a page has 8 statements for everything (design.md, section 8)."""

from functools import cache
from typing import TypeVar

from django.db import models
from django.db.models import F

Row = TypeVar("Row", bound=models.Model)


def columns(model: type[models.Model], path: str) -> dict[str, F]:
    """What annotate() needs to read all columns of `model`, which stands behind `path`."""
    return {_name(path, name): F(f"{path}__{name}") for name in _all(model)}


def built(model: type[Row], path: str, row: models.Model) -> Row | None:
    """The object in those columns. None where the outer join found nothing."""
    read = _all(model)
    values = [getattr(row, _name(path, name)) for name in read]
    if values[read.index(model._meta.pk.attname)] is None:
        return None
    return model.from_db(row._state.db or "default", list(read), values)


@cache
def _all(model: type[models.Model]) -> tuple[str, ...]:
    return tuple(field.attname for field in model._meta.concrete_fields)


@cache
def _name(path: str, name: str) -> str:
    return f"joined_{path}_{name}"


def keep(parent: models.Model, relation: str, rows: list[Row]) -> None:
    """The rows as what `parent.<relation>.all()` gives, as prefetch_related() leaves them."""
    found = getattr(parent, relation).all()
    found._result_cache = rows
    vars(parent).setdefault("_prefetched_objects_cache", {})[relation] = found

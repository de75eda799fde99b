"""A row of any table in plain values, so that an export forgets no column."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Model
from django.db.models.fields.files import FieldFile


def plain(row: Model, *, without: Collection[str] = ()) -> dict[str, Any]:
    """Every column: days as ISO 8601, what it points to by its words. Ask for the rows with what they point to.

    `without`: secrets, and whom the row hangs on anyway.
    """
    columns = [field for field in row._meta.concrete_fields if field.name not in {"id", *without}]
    return {field.name: _plain(getattr(row, field.name)) for field in columns}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, bool | int | float | str | list | dict):
        return value
    return str(value.name or "") if isinstance(value, FieldFile) else str(value)

"""Rows that are written once (law 6). What may still happen to them has a name in querysets.py; everything else is refused."""

from typing import Any, NoReturn, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class WrittenOnce(Exception):
    """Somebody tried to change or delete what was signed or logged."""


class WriteOnceQuerySet(models.QuerySet[Row]):
    def update(self, **values: Any) -> NoReturn:
        raise WrittenOnce(f"{self.model.__name__} rows are not changed")

    def delete(self) -> NoReturn:
        raise WrittenOnce(f"{self.model.__name__} rows are not deleted")

    def bulk_update(self, *args: Any, **options: Any) -> NoReturn:
        raise WrittenOnce(f"{self.model.__name__} rows are not changed")

    def bulk_create(self, objs: Any, *args: Any, **options: Any) -> list[Row]:
        if options.get("update_conflicts"):
            raise WrittenOnce(f"{self.model.__name__} rows are not changed")
        return super().bulk_create(objs, *args, **options)

    def _change(self, **values: Any) -> int:
        """For the named changes of a subclass alone."""
        return super().update(**values)


class WriteOnce(models.Model):
    """Can be created, and then neither saved again nor deleted."""

    class Meta:
        abstract = True

    def save(self, **options: Any) -> None:
        if not self._state.adding:
            raise WrittenOnce(f"{self} is not changed")
        super().save(**{**options, "force_insert": True})  # a row with this key must not be overwritten

    def delete(self, *args: Any, **options: Any) -> NoReturn:
        raise WrittenOnce(f"{self} is not deleted")

"""Law 6: an issued reference never changes, a ledger line neither, by no route of the ORM."""

import pytest
from django.utils import timezone

from references import heads
from references.models import Correction, LedgerEntry, Reference, SignedHead, Withdrawal
from references.writeonce import WriteOnce, WrittenOnce
from tests.references import helpers

MODELS = [Reference, LedgerEntry, Withdrawal, Correction, SignedHead]
FIELD = {Reference: "level", LedgerEntry: "kind", Withdrawal: "reason", Correction: "at", SignedHead: "seq"}


@pytest.fixture(autouse=True)
def rows(reference, anna, statements):
    Withdrawal.objects.create(reference=reference, at=timezone.now())
    heads.publish()
    Correction.objects.create(old=reference, new=helpers.reference_for(anna).reference)


def test_list_of_write_once_models():
    assert set(WriteOnce.__subclasses__()) == set(MODELS)


ROUTES = {
    "save": lambda row, field: row.save(),
    "save some": lambda row, field: row.save(update_fields=[field]),
    "force": lambda row, field: row.save(force_update=True),
    "delete": lambda row, field: row.delete(),
    "update": lambda row, field: type(row).objects.filter(pk=row.pk).update(**{field: getattr(row, field)}),
    "update all": lambda row, field: type(row).objects.update(**{field: getattr(row, field)}),
    "delete many": lambda row, field: type(row).objects.all().delete(),
    "bulk update": lambda row, field: type(row).objects.bulk_update([row], [field]),
    "update or create": lambda row, field: type(row).objects.update_or_create(
        pk=row.pk, defaults={field: getattr(row, field)}
    ),
    "upsert": lambda row, field: type(row).objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["id"], update_fields=[field]
    ),
}


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("route", ROUTES.values(), ids=ROUTES.keys())
def test_written_once(model, route):
    before = list(model.objects.values())
    with pytest.raises(WrittenOnce):
        route(model.objects.get(pk=model.objects.first().pk), FIELD[model])
    assert list(model.objects.values()) == before


@pytest.mark.parametrize("model", MODELS)
def test_new_row_with_an_old_key_does_not_overwrite(model):
    from django.db import IntegrityError, transaction

    before = list(model.objects.values())
    twin = model(**before[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()
    assert list(model.objects.values()) == before

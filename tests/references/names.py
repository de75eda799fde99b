"""Short ways to references whose name was erased, and to those of the old form."""

import json

from django.db import connection

from references import ledger
from references.audit import verify
from references.canonical import canonical, digest
from references.models import LedgerEntry, Reference
from references.signing import sign

NAME = "Monika Brandt"


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def old_form(reference: Reference, name: str = NAME) -> Reference:
    """As it was signed before names stood beside the words: version 1, with its ledger line."""
    said = json.loads(reference.payload)
    del said["referee"]["name_digest"]
    said |= {"version": 1}
    said["referee"]["name"] = name
    payload = canonical(said)
    values = (payload.decode(), digest(payload), sign(payload, reference.key), reference.pk)
    sql(
        "UPDATE references_reference SET payload = %s, payload_hash = %s, signature = %s, referee_name = '', referee_salt = ''"
        " WHERE id = %s",
        *values,
    )
    previous = ledger.START
    for line in LedgerEntry.objects.order_by("seq"):
        hashed = ledger.hash_of(line.seq, line.at, line.kind, line.subject, values[1], previous)
        sql(
            "UPDATE references_ledgerentry SET payload_hash = %s, previous = %s, hash = %s WHERE id = %s",
            *(values[1], previous, hashed, line.pk),
        )
        previous = hashed
    sql("UPDATE references_ledgerhead SET hash = %s", previous)
    reference.refresh_from_db()
    assert verify() is None
    return reference

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from references.audit import verify
from references.models import LedgerHead


class Command(BaseCommand):
    help = "Checks the whole ledger and all references. Exit code 1 and the name of the row when something was changed."

    def handle(self, *args: Any, **options: Any) -> None:
        problem = verify()
        if problem:
            raise CommandError(f"The ledger is broken. {problem}.")
        head = LedgerHead.objects.filter(pk=1).first()
        end = f"{head.seq} lines, last hash {head.hash}" if head else "no lines yet"
        self.stdout.write(f"The ledger is whole: {end}.")

import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from references import heads
from references.audit import verify
from references.chain import BEGINNING, Head, stored_head


class Command(BaseCommand):
    help = "Checks the ledger and all references. Exit code 1 and the name of the row when something was changed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--since",
            metavar="HEAD",
            help='a head that was kept, "293:9f86d0..." or a file with /ledger/head.json: it must still be part of the chain,'
            " and only what came after it is read",
        )
        parser.add_argument(
            "--processes",
            type=int,
            default=os.cpu_count() or 1,
            metavar="N",
            help="how many share the references of a large house; 1 leaves the processors to others",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        since = _kept(options["since"]) if options["since"] else BEGINNING
        problem = verify(since, processes=options["processes"])
        if problem:
            raise CommandError(f"The ledger is broken. {problem}.")
        head = stored_head()
        end = f"{head.seq} lines, last hash {head.hash}" if head.seq else "no lines yet"
        after = f" The head that was kept is part of it; {head.seq - since.seq} lines came after." if since.seq else ""
        self.stdout.write(f"The ledger is whole: {end}.{after}")


def _kept(text: str) -> Head:
    file = Path(text)
    try:
        return heads.kept(file.read_text() if ":" not in text and file.is_file() else text)
    except (heads.NoHead, OSError, UnicodeDecodeError) as problem:
        raise CommandError(str(problem)) from problem

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from network.occupations import actions
from network.occupations.catalogue import CatalogueError


class Command(BaseCommand):
    help = "Bring fields, occupations, qualifications and statements to what the data files say. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = actions.sync()
        except CatalogueError as wrong:
            raise CommandError("Nothing was changed. The data files are wrong:\n" + str(wrong)) from wrong
        self.stdout.write(
            f"{done.fields} fields, {done.occupations} occupations with {done.words} words, {done.kinds} qualifications, "
            f"{done.statements} statements; {done.retired} retired."
        )

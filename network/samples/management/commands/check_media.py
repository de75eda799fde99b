"""`manage.py check_media`: reads all photos in the storage and compares them with the database. Ends with 1 if anything is wrong."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from network.samples import media
from network.samples.models import Photo


class Command(BaseCommand):
    help = "Compare the stored photos with the database: rows without files, files without rows, files with metadata."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--minutes",
            type=int,
            default=int(media.UNDER_WAY.total_seconds() // 60),
            help="files younger than this may belong to an upload that is under way (default: %(default)s)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for finding in media.check(timedelta(minutes=options["minutes"])):
            found += 1
            self.stdout.write(str(finding))
        if found:
            raise CommandError(f"{found} wrong", returncode=1)
        self.stdout.write(f"{Photo.objects.count()} photos, all in order")

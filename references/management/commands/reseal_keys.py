from typing import Any

from django.core.management.base import BaseCommand

from references.keys import reseal


class Command(BaseCommand):
    help = "Seals all signing keys again with the first key of HANDSCHLAG_KEKS. Authenticator apps stay sealed with the older ones."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{reseal()} keys sealed again.")

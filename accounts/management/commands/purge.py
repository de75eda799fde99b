"""`manage.py purge`: deletes what is over its time. Run it once a day (deploy/handschlag-purge.timer)."""

from typing import Any

from django.core.management.base import BaseCommand

from accounts import registry


class Command(BaseCommand):
    help = "Delete what is over its time, room by room."

    def handle(self, *args: Any, **options: Any) -> None:
        for name, purge in registry.purgers.items():
            self.stdout.write(f"{name}: {purge()}")

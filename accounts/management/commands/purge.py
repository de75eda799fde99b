"""`manage.py purge`: deletes what is over its time. Run it once a day (deploy/handschlag-purge.timer)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts import registry
from accounts.trouble import OperatorNeeded


class Command(BaseCommand):
    help = "Delete what is over its time, room by room."

    def handle(self, *args: Any, **options: Any) -> None:
        stuck = []
        for name, purge in registry.purgers.items():
            try:
                self.stdout.write(f"{name}: {purge()}")
            except OperatorNeeded as problem:  # the other rooms still get their turn
                stuck.append(f"{name}: {problem}")
        if stuck:
            raise CommandError("\n".join(stuck))

from typing import Any

from django.core.management.base import BaseCommand

from network.places import actions


class Command(BaseCommand):
    help = "Loads the German postcodes. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        done = actions.load()
        self.stdout.write(f"Places: {done.created} new, {done.changed} changed, {done.same} as before.")
        if done.unknown:
            self.stdout.write(f"{done.unknown} are not in the file and stay.")

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from references import actions


class Command(BaseCommand):
    help = "Somebody wrote from ADDRESS and wants to be asked again after all. Only for who writes from that mailbox."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")

    def handle(self, *args: Any, **options: Any) -> None:
        if not actions.lift_stop(options["address"]):
            raise CommandError("This mailbox has not objected.")
        self.stdout.write("Requests can reach this mailbox again.")

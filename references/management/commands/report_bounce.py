from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from accounts.mailbox import mailbox_hash
from references import actions
from references.models import ReferenceRequest


class Command(BaseCommand):
    help = "For the mail server: a mail to ADDRESS came back. Open requests to it end, and the workers see that it did not arrive."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")

    def handle(self, *args: Any, **options: Any) -> None:
        requests = list(ReferenceRequest.objects.open().to_mailbox(mailbox_hash(options["address"])))
        for request in requests:
            actions.mark_bounced(request)
        self.stdout.write(f"{len(requests)} requests ended.")

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from accounts.mailbox import mailbox_hash
from references import actions
from references.inviting import actions as inviting
from references.models import ReferenceRequest, Voice, Witness, WorkerInvitation
from references.said.answering import mark_bounced
from references.voices.rules import mailbox_of


class Command(BaseCommand):
    help = "For the mail server: a mail to ADDRESS came back. Open requests to it end, and the workers see that it did not arrive."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")

    def handle(self, *args: Any, **options: Any) -> None:
        mailbox = mailbox_hash(options["address"])
        requests = list(ReferenceRequest.objects.open().to_mailbox(mailbox))
        for request in requests:
            actions.mark_bounced(request)
        questions = list(Witness.objects.open().to_mailbox(mailbox))
        for witness in questions:
            mark_bounced(witness)
        invitations = list(WorkerInvitation.objects.open().to_mailbox(mailbox))
        for invitation in invitations:
            inviting.mark_bounced(invitation)
        voices = list(Voice.objects.open().to_mailbox(mailbox_of(options["address"])))
        for voice in voices:
            mark_bounced(voice)
        self.stdout.write(f"{len(requests) + len(questions) + len(invitations) + len(voices)} requests ended.")

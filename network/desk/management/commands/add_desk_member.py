from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User
from network.desk import actions


class Command(BaseCommand):
    help = "Make somebody who has an account a contact person of the desk: add_desk_member petra@example.org 'Petra Hofmann'"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email__iexact=options["email"].strip()).first()
        if user is None:
            raise CommandError(
                f"Nobody with the address {options['email']} has an account here. Sign up with it first."
            )
        member = actions.add_member(by=None, user=user, name=options["name"])
        self.stdout.write(
            f"{member.name} belongs to the desk now. At the next visit an authenticator app is asked for."
        )

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from network.employers.models import Employer
from references.keys import rotate


class Command(BaseCommand):
    help = "Retires the signing key of an employer and makes a new one. What was signed before stays valid; the old private half is deleted."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("employer", help='ten characters from the address of its page, or "house"')

    def handle(self, *args: Any, **options: Any) -> None:
        employer = None
        if options["employer"] != "house":
            employer = Employer.objects.filter(public_id=options["employer"]).first()
            if employer is None:
                raise CommandError(f"There is no employer {options['employer']}.")
        self.stdout.write(f"{rotate(employer).kid} signs from now on.")

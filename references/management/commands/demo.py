"""`manage.py demo`: migrate, load places and catalogue, seed a believable region, say whom to sign in as, serve."""

import os
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User
from references.demo.cast import SIGN_IN
from references.demo.seed import seed


class Command(BaseCommand):
    help = "Try Handschlag with a made-up region."
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--no-serve", action="store_true", help="prepare everything, but do not serve")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demonstration fills the database with made-up people. It runs in demo mode only.")
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        self.stdout.write("Filling the region around Nürnberg ...")
        if not seed():
            self.stdout.write(f"It is there already: {User.objects.filter(is_demo=True).count()} made-up people.")
        self._say(options["port"])
        if not options["no_serve"]:
            self._serve(options["port"])

    def _say(self, port: int) -> None:
        address = f"http://localhost:{port}"
        self.stdout.write(f"\n  {address}/                 the start page")
        self.stdout.write(f"  {address}/dev/outbox/      sent mail: six digits and links; codes of authenticator apps")
        self.stdout.write(f"  {address}/search/?postcode=90762&radius=25&field=haustechnik-elektro\n\nSign in as")
        for mailbox, who in SIGN_IN:
            self.stdout.write(f"  {mailbox:<34} {who}")
        self.stdout.write("")

    def _serve(self, port: int) -> None:
        """The web process and the worker that prepares photos; both end together."""
        environment = {**os.environ, "HANDSCHLAG_MODE": "demo", "HANDSCHLAG_URL": f"http://localhost:{port}"}
        worker = subprocess.Popen([sys.executable, "manage.py", "db_worker", "--no-reload"], env=environment)
        try:
            command = [
                sys.executable,
                "-m",
                "gunicorn",
                "network.wsgi",
                "--bind",
                f"127.0.0.1:{port}",
                "--threads",
                "8",
            ]
            subprocess.run(command, env=environment, check=False)  # noqa: S603
        except KeyboardInterrupt:
            self.stdout.write("\nBye.")
        finally:
            worker.terminate()

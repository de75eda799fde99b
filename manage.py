#!/usr/bin/env python3
"""Django's command line. `manage.py demo` runs in demo mode without further settings."""

import os
import sys


def main() -> None:
    if sys.argv[1:2] == ["demo"]:
        os.environ.setdefault("HANDSCHLAG_MODE", "demo")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "network.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()

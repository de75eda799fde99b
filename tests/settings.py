"""Test mode first, then the one settings file."""

import os

os.environ["HANDSCHLAG_MODE"] = "test"

from network.settings import *  # noqa: F403

if _name := os.environ.get("HANDSCHLAG_TEST_DB"):  # several runs beside each other on one server
    DATABASES["default"].setdefault("TEST", {})["NAME"] = f"test_handschlag_{_name}"  # noqa: F405

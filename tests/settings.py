"""Test mode first, then the one settings file."""

import os
import tempfile

os.environ["HANDSCHLAG_MODE"] = "test"

from network.settings import *  # noqa: F403

_test = DATABASES["default"].setdefault("TEST", {})  # noqa: F405
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # A file, as in life: threads get connections of their own, and WAL and IMMEDIATE are what is tested.
    _test["NAME"] = os.path.join(tempfile.gettempdir(), f"handschlag-test-{os.getpid()}.sqlite3")
elif _name := os.environ.get("HANDSCHLAG_TEST_DB"):  # several runs beside each other on one server
    _test["NAME"] = f"test_handschlag_{_name}"

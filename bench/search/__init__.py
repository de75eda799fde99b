"""Whoever measures a part of the search starts here: the settings stand before anything of the house is read."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "network.settings")
os.environ.setdefault("HANDSCHLAG_MODE", "demo")

import django

django.setup()

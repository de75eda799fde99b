"""Notices: a checked employer says to everybody whom it looks for. Here its own pages, those for everybody, and the worker's answer."""

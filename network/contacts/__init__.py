"""Offers to workers and their answers."""

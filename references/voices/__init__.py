"""Voices: a colleague of one station, or a customer of one work sample, confirms sentences of their own set.

By mail or by six digits in the same room. Never mixed with references, unsigned and in no ledger (docs/decisions/0033). Three
colleagues together can stand for a station whose firm is gone (together.py). Asking, closing, stop list and links are the house's.
"""

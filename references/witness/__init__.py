"""Witnesses of work samples: a boss, colleague or customer confirms title, place, month and own share.

By mail or by six digits in the same room; both end at one link, and the pages behind it are the same. Asking, closing, stop list and
links are those of the house; nothing here is signed (docs/decisions/0022).
"""

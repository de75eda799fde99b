"""Region search: one form, one honest order."""

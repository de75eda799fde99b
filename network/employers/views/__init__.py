"""Pages by goal."""

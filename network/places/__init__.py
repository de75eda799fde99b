"""Postcodes with coordinates, the neighbours of each by distance, and the field that understands what people type."""

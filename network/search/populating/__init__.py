"""Synthetic people for measuring: as many as wanted, believable in what the search asks for, marked as made up."""

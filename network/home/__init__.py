"""Start pages, the own area, pages every operator owes, health."""

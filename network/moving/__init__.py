"""Take along and bring along: the archive of a page for people and other programs, and the way back in."""

"""What a human at the desk should look at: where steps were taken from, and what is unusual about it."""

"""A believable region for trying out: made-up people and employers, created through the same actions a person would trigger."""

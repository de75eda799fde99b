"""People who sign in: user, codes, passkeys, sessions, throttles; registries for open tasks, export and erasure."""

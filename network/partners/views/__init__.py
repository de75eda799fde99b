"""programs: what programs ask · keys: pages of an employer's administrators · about: for people who write programs."""

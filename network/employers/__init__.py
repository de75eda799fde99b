"""Organisations, their parents and branches, members with roles, and proofs of who they are, mergers."""

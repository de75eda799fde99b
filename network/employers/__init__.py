"""Organisations, their parents and branches, members with roles, proofs of who they are, and mergers."""

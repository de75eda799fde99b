"""Saved searches: a mail that a recruiter has ordered, when somebody new fits (decision 0043)."""

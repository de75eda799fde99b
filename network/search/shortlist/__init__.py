"""The list of a firm: people whom its recruiters want to remember, side by side and on paper (decision 0043)."""

"""The contact persons: employer checks with reasons."""

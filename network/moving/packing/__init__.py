"""What is taken along: one module for each file of the archive. What they hold is told in docs/export.md."""

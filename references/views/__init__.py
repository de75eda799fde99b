"""Pages of this house, by who reads them: worker, referee, employer, and whoever holds the paper."""

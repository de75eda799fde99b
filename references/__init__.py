"""Requests, issuing, signing, the ledger, withdrawal, the check page. Nothing imports this package."""

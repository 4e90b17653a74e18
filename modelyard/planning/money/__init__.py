"""Prices, the ledger of what was spent, and what electricity adds."""

"""Layer 4: the report of a run, `report.html` and `card.md`."""

"""Layer 4: fairness, privacy, the data behind a model, and the safety of its files."""

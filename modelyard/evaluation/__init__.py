"""Layer 4: what a model is worth: figures with intervals, beside its baselines, and the rows it gets wrong."""

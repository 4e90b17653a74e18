"""Layer 2: one file a task: how rows become examples, a loss, and answers."""

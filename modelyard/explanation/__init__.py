"""Layer 4: what an answer rests on, and how far an explanation of it can be trusted."""

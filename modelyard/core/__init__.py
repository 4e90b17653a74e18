"""Layer 0: what everything else is made of. Imports neither torch nor transformers."""

"""Layer 1: one file a model family; the file name is the name in a recipe."""

"""The training stage: one loop for every network family, and the choice of what ships."""

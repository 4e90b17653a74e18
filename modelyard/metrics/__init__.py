"""Layer 1: metrics, their intervals, and tests of differences. Numpy only."""

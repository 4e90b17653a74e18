"""Fitted transforms: what turns rows into features. Numpy only, the same code in training and serving."""

"""How good a model will be: published scaling laws, and a data set's own learning curve."""

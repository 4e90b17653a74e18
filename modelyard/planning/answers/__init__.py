"""What it costs to serve a model: the speed of an answer, and the arithmetic of a service."""

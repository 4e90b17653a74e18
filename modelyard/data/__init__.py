"""Layer 1: from files to rows, from rows to a verdict, from rows to features."""

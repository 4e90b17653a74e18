"""Stage: the shipped model made smaller and faster, its loss measured and bounded."""

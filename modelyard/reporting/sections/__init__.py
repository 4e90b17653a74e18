"""What each part of the report shows, computed from the evidence: a module a part, for the templates to lay out."""

"""Documents for those who must be shown: filled from the evidence of a run, what is missing said plainly."""

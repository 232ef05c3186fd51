"""A relabelling made a rule for its source, with a preview of what it would change."""

"""Level 1: claims against sources."""

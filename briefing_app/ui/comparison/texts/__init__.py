"""Level 2: the articles side by side, what answers what joined by ribbons."""

"""Level 3: the passages of one row, word by word."""

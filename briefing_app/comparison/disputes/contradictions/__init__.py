"""What one article tells and another takes back: a deed, a position, a state, a denial, a deed done once that is told otherwise."""

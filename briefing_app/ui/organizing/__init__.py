"""Small boxes in which tags, cases and searches are chosen and named."""

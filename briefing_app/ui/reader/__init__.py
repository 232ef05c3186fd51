"""The reader: one article, its evidence, its zones and its notes."""

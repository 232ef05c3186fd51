"""What the comparison knows of a sentence: its words and their marks, its clauses, which figures are years."""

"""What the analyst has ruled, as inputs of the analyses: who says it, which clauses make a row, which disputes count, what a row is."""

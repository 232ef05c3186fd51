"""The comparison in three levels that zoom into each other: matrix, texts, words."""

"""What words mean: shipped tables of near and opposite words and of vectors, read lazily."""

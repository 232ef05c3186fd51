"""Writing a note to words of an article."""

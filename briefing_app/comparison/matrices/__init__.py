"""Rows of numbers and their products; hides which way of keeping and multiplying them is quickest."""

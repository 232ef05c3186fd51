"""Searching: the field and what it finds."""

"""Drag and drop with other programs: files, pages and text come in, articles, passages and briefings go out."""

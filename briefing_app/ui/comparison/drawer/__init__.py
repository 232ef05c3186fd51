"""Beside the levels: quotations, sourcing, labels, timeline, coverage."""

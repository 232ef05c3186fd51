"""Numbers of two articles that cannot both be right: counts, bounds, places in an order; and what they need to be held together."""

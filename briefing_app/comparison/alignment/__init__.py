"""Aligns the sentences of different articles: features, two looks, a bar, and what surely belongs together."""

"""The versions of one article: which there are, what changed from one to the next, and parting them."""

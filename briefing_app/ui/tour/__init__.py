"""The two-minute tour: a quiet card beside the real window; each step goes on by doing what it says."""

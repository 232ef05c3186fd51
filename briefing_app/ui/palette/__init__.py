"""The command palette: one field for everything that can be done or opened. No other package knows how it finds things."""

"""The library pane: what is new, what belongs together, what can be trusted."""

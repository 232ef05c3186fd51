"""The briefing: blocks on the left, the typeset page on the right."""

"""The analyst's edits in plain words, newest first, and the way back to any of them."""

"""What a stretch of a sentence claims: its cues and deeds, what turns it round or narrows it, the words that matter."""

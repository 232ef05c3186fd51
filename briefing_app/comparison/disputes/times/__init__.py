"""Days and times of the day that two articles give one thing."""

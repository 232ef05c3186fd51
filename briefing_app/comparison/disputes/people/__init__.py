"""What two articles tell otherwise of one person: an age, an injury, a part in what happened, an office."""

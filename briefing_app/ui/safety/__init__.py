"""The list of backups, and the question before one takes the library's place."""

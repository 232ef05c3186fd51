"""How far one thing has come in one article and in the other: planned and done, sought and found, silent and spoken."""

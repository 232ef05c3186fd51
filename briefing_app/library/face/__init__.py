"""The public face of a library, a file a theme; ``Library`` is all of them together."""

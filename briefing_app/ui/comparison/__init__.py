"""The matrix: claims against sources."""

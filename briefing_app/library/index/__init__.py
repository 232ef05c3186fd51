"""Full-text search over the library's articles; the only package that knows Whoosh. ``Index`` is its whole public face."""

from __future__ import annotations

from briefing_app.library.index.index import Index

__all__ = ["Index"]

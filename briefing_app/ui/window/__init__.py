"""The window: its edges, its menu, and the panes between them. ``Window`` is the face."""

from __future__ import annotations

from briefing_app.ui.window.window import Window

__all__ = ["Window"]

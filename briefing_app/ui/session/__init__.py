"""What is being looked at in one window, and what can be done with it; no widgets. ``Session`` is the face, its parts hang on it."""

from __future__ import annotations

from briefing_app.ui.session.session import Pane, Session

__all__ = ["Pane", "Session"]

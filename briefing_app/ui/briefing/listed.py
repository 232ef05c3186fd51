"""How the lists of the briefing pane and its dialogs look."""

from __future__ import annotations

from briefing_app.ui.theme import SIDE_ROW, Look


def row_style(look: Look) -> str:
    """The style sheet of their rows: as high as those of the sidebar, a ring around the one with the focus."""
    px = look.px
    return (
        f"QListView::item {{ height: {px(SIDE_ROW)}px; padding-left: {px(8)}px; border-radius: {px(6)}px; color: {look.colours.ink}; }}"
        f"QListView::item:selected {{ background: {look.colours.selection}; }}"
        f"QListView::item:focus {{ border: {px(2)}px solid {look.colours.accent}; }}"
    )

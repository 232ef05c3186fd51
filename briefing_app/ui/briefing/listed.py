"""How the lists of the briefing pane and its dialogs look."""

from __future__ import annotations

from briefing_app.ui.theme import SIDE_ROW, Look


def row_style(look: Look, *, wrapped: bool = False) -> str:
    """The style sheet of their rows: as high as those of the sidebar, or as their words need; a ring around the one with the focus."""
    px = look.px
    height = f"padding: {px(4)}px {px(8)}px;" if wrapped else f"height: {px(SIDE_ROW)}px; padding-left: {px(8)}px;"
    return (
        f"QListView::item {{ {height} border-radius: {px(6)}px; color: {look.colours.ink}; }}"
        f"QListView::item:selected {{ background: {look.colours.selection}; }}"
        f"QListView::item:focus {{ border: {px(2)}px solid {look.colours.accent}; }}"
    )

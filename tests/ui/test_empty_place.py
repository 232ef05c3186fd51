"""What a pane says while it has nothing to show."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefing_app.ui.empty_place import EmptyPlace
from briefing_app.ui.theme import Look


def test_what_there_is_not_stands_above_what_would_help(qtbot: QtBot) -> None:
    place = EmptyPlace(Look())
    qtbot.addWidget(place)
    place.resize(600, 400)
    place.show()
    place.say("Nothing to compare yet.\n\nImport reports (Ctrl+O).")
    assert place.text() == "Nothing to compare yet.\n\nImport reports (Ctrl+O)."
    assert place._head.isVisible()
    place.say("Comparing …")
    assert (place.text(), place._head.isVisible()) == ("Comparing …", False)

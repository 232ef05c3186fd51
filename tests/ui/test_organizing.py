"""Keeping order in a real window: tags, cases, trash, saved searches and orders, by keys, by mouse and by undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from briefing_app.model.edit import TagArticles
from briefing_app.model.ids import ArticleId, CaseId, Noun
from briefing_app.model.shelf import ListOrder, Shelf, ShelfKind
from briefing_app.pipeline import Workbench
from briefing_app.ui.actions import ACTIONS
from briefing_app.ui.actions.organizing import open_shelf
from briefing_app.ui.library.carried import carry
from briefing_app.ui.organizing.choices import ChoicePopover
from briefing_app.ui.organizing.naming import NamePopover
from briefing_app.ui.session import Pane, Session
from briefing_app.ui.session.organizing import articles_as_things
from briefing_app.ui.shelves.entries import SearchEntry, SectionKind, ShelfEntry
from briefing_app.ui.shelves.model import Role as ShelfRole
from briefing_app.ui.theme import Look
from briefing_app.ui.window import Window
from briefing_app.ui.window.menu import article_menu, order_menu, shelf_menu
from tests.ui.test_main_job import CONTROL, open_headline, press, wait_for

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def until(qtbot: QtBot, true: Callable[[], bool]) -> None:
    qtbot.waitUntil(true)


def said(window: Window) -> str:
    return window.status._said


def rows(window: Window) -> dict[str, str]:
    """The sidebar's rows with their counts as they are shown."""
    model = window.library_pane.shelf_model
    found = {}
    for row in range(model.rowCount()):
        entry = model.index(row).data(ShelfRole.ENTRY)
        if isinstance(entry, (ShelfEntry, SearchEntry)):
            found[entry.name] = f"{entry.count} new {entry.new}" if isinstance(entry, SearchEntry) and entry.new else str(entry.count)
    return found


def names(window: Window) -> list[str]:
    """All rows of the sidebar."""
    model = window.library_pane.shelf_model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def listed(window: Window) -> list[int]:
    """The articles of the list from above."""
    model = window.library_pane.list_model
    return [number for row in range(model.rowCount()) if (number := model.article_at(row)) is not None]


def popover(qtbot: QtBot, window: Window, kind: type[ChoicePopover] | type[NamePopover]) -> ChoicePopover | NamePopover:
    """The box that asks, once it has the focus."""
    until(qtbot, lambda: any(one.isVisible() and one.field.hasFocus() for one in window.findChildren(kind)))
    return next(one for one in window.findChildren(kind) if one.isVisible())


def type_in(qtbot: QtBot, words: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, words)
    press(qtbot, KEY.Key_Return)


# Tags


def test_articles_are_tagged_by_keys_alone(qtbot: QtBot, full: Window) -> None:
    open_headline(qtbot, full, "Lindow harbour open")
    press(qtbot, KEY.Key_Down, SHIFT)
    chosen = full.list.list.chosen()
    assert len(chosen) == 2
    press(qtbot, KEY.Key_T)
    popover(qtbot, full, ChoicePopover)
    type_in(qtbot, "cold storage")
    until(qtbot, lambda: rows(full).get("cold storage") == "2")
    assert said(full) == "Tagged “cold storage”."
    press(qtbot, KEY.Key_Escape)
    assert full.list.list.hasFocus()
    library = full.session.workbench.library
    assert library.tags_of(chosen) == {"cold storage": 2}
    press(qtbot, KEY.Key_Z, CONTROL)
    until(qtbot, lambda: "cold storage" not in rows(full))
    assert said(full) == "Undone: tag “cold storage” on 2 articles"


def test_a_tag_that_some_have_is_shown_so_and_ticked_for_all(qtbot: QtBot, full: Window) -> None:
    full.session.editing.apply(TagArticles((ArticleId(1),), "ships", True))
    until(qtbot, lambda: rows(full).get("ships") == "1")
    full.list.list.setFocus()
    full.list.list.choose([ArticleId(1), ArticleId(2)])
    press(qtbot, KEY.Key_T)
    asked = popover(qtbot, full, ChoicePopover)
    assert isinstance(asked, ChoicePopover)
    assert asked.model.index(0).data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.PartiallyChecked
    press(qtbot, KEY.Key_Down)
    press(qtbot, KEY.Key_Return)
    until(qtbot, lambda: rows(full)["ships"] == "2")
    press(qtbot, KEY.Key_Return)
    until(qtbot, lambda: "ships" not in rows(full))


def test_the_tag_s_shelf_shows_its_articles_and_follows_its_name(qtbot: QtBot, full: Window) -> None:
    full.session.editing.apply(TagArticles((ArticleId(1), ArticleId(3)), "ships", True))
    until(qtbot, lambda: "ships" in rows(full))
    press(qtbot, KEY.Key_G)
    press(qtbot, KEY.Key_S)
    assert full.sidebar.hasFocus()
    full.sidebar.setCurrentIndex(full.library_pane.shelf_model.index_of(Shelf(ShelfKind.TAG, tag="ships")))
    until(qtbot, lambda: sorted(listed(full)) == [1, 3])
    press(qtbot, KEY.Key_F2)
    popover(qtbot, full, NamePopover)
    type_in(qtbot, "boats")
    until(qtbot, lambda: "boats" in rows(full) and sorted(listed(full)) == [1, 3])
    assert full.session.following.shelf == Shelf(ShelfKind.TAG, tag="boats")
    full.sidebar.setFocus()
    full.sidebar.setCurrentIndex(full.library_pane.shelf_model.index_of(Shelf(ShelfKind.TAG, tag="boats")))
    press(qtbot, KEY.Key_Delete)
    until(qtbot, lambda: "boats" not in rows(full) and len(listed(full)) == 4)
    press(qtbot, KEY.Key_Z, CONTROL)
    until(qtbot, lambda: rows(full).get("boats") == "2")


def test_the_reader_names_the_tags_and_opens_their_box(qtbot: QtBot, full: Window) -> None:
    open_headline(qtbot, full, "Council of Varde")
    number = full.session.reading.article.id  # type: ignore[union-attr]
    full.session.editing.apply(TagArticles((number,), "bridges", True))
    until(qtbot, lambda: full.session.reading is not None and full.session.reading.tags == ("bridges",))
    assert full.reader.head.accessibleName().endswith("tagged bridges")
    full.reader.head.grab()
    at = (full.reader.head._tag_box.center() * full.look.scale).toPoint()
    QTest.mouseClick(full.reader.head, Qt.MouseButton.LeftButton, pos=at)
    asked = popover(qtbot, full, ChoicePopover)
    assert isinstance(asked, ChoicePopover)
    assert asked.model.index(0).data() == "bridges"


# The trash


def test_delete_puts_into_the_trash_and_opens_what_stands_next(qtbot: QtBot, full: Window) -> None:
    open_headline(qtbot, full, "Lindow harbour open")
    before = listed(full)
    gone = full.session.reading.article.id  # type: ignore[union-attr]
    following = full.list.list.after([gone])
    assert following is not None
    press(qtbot, KEY.Key_Delete)
    wait_for(qtbot, full, following)
    until(qtbot, lambda: gone not in listed(full) and rows(full)["Trash"] == "1")
    assert full.list.list.chosen() == (following,)
    assert "moved to the trash" in said(full)
    until(qtbot, lambda: not full.session.workbench.library.events() and not full.session.long_jobs.busy)
    press(qtbot, KEY.Key_Z, CONTROL)
    until(qtbot, lambda: set(listed(full)) == set(before))
    until(qtbot, lambda: bool(full.session.workbench.library.events()))  # the followers have seen it, too


def test_what_lies_in_the_trash_comes_back_by_key(qtbot: QtBot, full: Window) -> None:
    full.session.organizing.trash([ArticleId(1), ArticleId(3)])
    until(qtbot, lambda: rows(full)["Trash"] == "2")
    QTest.mouseClick(full.sidebar.viewport(), Qt.MouseButton.LeftButton, pos=place(full, Shelf(ShelfKind.TRASH)))
    until(qtbot, lambda: sorted(listed(full)) == [1, 3])
    full.list.list.setFocus()
    full.list.list.choose([ArticleId(1)])
    press(qtbot, KEY.Key_Delete)
    assert said(full) == "These lie in the trash already."
    press(qtbot, KEY.Key_Backspace, CONTROL)
    until(qtbot, lambda: listed(full) == [3])
    menu = shelf_menu(full, entry(full, Shelf(ShelfKind.TRASH)))
    menu.actions()[0].trigger()
    until(qtbot, lambda: listed(full) == [] and rows(full)["Trash"] == "0")
    assert full.list._empty.text().startswith("The trash is empty.")


def test_a_trashed_article_is_no_longer_among_the_hits(qtbot: QtBot, full: Window) -> None:
    full.top.field.setText("harbour")
    until(qtbot, lambda: full.session.searching.found is not None and full.session.searching.found.result.total == 2)
    full.hits.list.setFocus()
    full.hits.step(0)
    wait_for(qtbot, full, full.session.searching.found.result.hits[0].article)  # type: ignore[union-attr]
    press(qtbot, KEY.Key_Delete)
    until(qtbot, lambda: full.session.searching.found.result.total == 1)  # type: ignore[union-attr]


# Cases


def test_a_case_is_made_filled_named_and_dissolved(qtbot: QtBot, full: Window) -> None:
    open_headline(qtbot, full, "Council of Varde")
    press(qtbot, KEY.Key_F)
    popover(qtbot, full, ChoicePopover)
    type_in(qtbot, "Bridges")
    until(qtbot, lambda: rows(full).get("Bridges") == "1")
    press(qtbot, KEY.Key_Escape)
    press(qtbot, KEY.Key_H)
    full.list.list.setCurrentIndex(full.library_pane.list_model.index_of_event(full.session.workbench.library.events()[0].id))
    press(qtbot, KEY.Key_F)  # the event's line is all that is chosen: the event is filed
    popover(qtbot, full, ChoicePopover)
    press(qtbot, KEY.Key_Down)
    press(qtbot, KEY.Key_Return)
    library = full.session.workbench.library
    until(qtbot, lambda: len(library.filed(CaseId(1))) == 2)
    assert {thing.noun for thing in library.filed(CaseId(1))} == {Noun.ARTICLE, Noun.EVENT}
    press(qtbot, KEY.Key_Escape)
    full.session.following.choose(Shelf(ShelfKind.CASE, case=CaseId(1)))
    until(qtbot, lambda: len(listed(full)) == 3)
    press(qtbot, KEY.Key_F2)
    popover(qtbot, full, NamePopover)
    type_in(qtbot, "Bridges and ports")
    until(qtbot, lambda: "Bridges and ports" in rows(full))
    full.sidebar.setFocus()
    full.sidebar.setCurrentIndex(full.library_pane.shelf_model.index_of(Shelf(ShelfKind.CASE, case=CaseId(1))))
    press(qtbot, KEY.Key_Delete)
    until(qtbot, lambda: library.cases() == () and full.session.following.shelf == Shelf())
    press(qtbot, KEY.Key_Z, CONTROL)
    until(qtbot, lambda: len(library.filed(CaseId(1))) == 2 if library.cases() else False)


def test_the_event_that_is_compared_and_the_briefing_are_filed(qtbot: QtBot, full: Window) -> None:
    library = full.session.workbench.library
    full.session.organizing.new_case("Harbour")
    until(qtbot, lambda: bool(library.cases()))
    full.session.go(Pane.COMPARE)
    until(qtbot, lambda: full.session.comparing.compared is not None)
    for pane, noun in ((Pane.COMPARE, Noun.EVENT), (Pane.BRIEFING, Noun.BRIEFING)):
        if pane is Pane.BRIEFING:
            full.session.go(pane)
            until(qtbot, lambda: full.session.desk.briefing is not None and not full.session.desk.drafting)
            full.session.desk.change(title="Harbour")
            until(qtbot, lambda: bool(full.session.desk.briefing and full.session.desk.briefing.id))
        full.do(next(row for row in ACTIONS if row.id == "file_in_case"))
        popover(qtbot, full, ChoicePopover)
        press(qtbot, KEY.Key_Down)
        press(qtbot, KEY.Key_Return)
        until(qtbot, lambda noun=noun: noun in {thing.noun for thing in library.filed(CaseId(1))})
        press(qtbot, KEY.Key_Escape)
    full.session.go(Pane.LIBRARY)
    open_shelf(full, Shelf(ShelfKind.CASE, case=CaseId(1)))
    until(qtbot, lambda: len(listed(full)) == 2 and names(full).count("Harbour") == 2)
    full.sidebar.setFocus()
    full.sidebar.setCurrentIndex(full.library_pane.shelf_model.index(names(full).index("Harbour", names(full).index("Harbour") + 1)))
    press(qtbot, KEY.Key_Return)
    assert full.session.pane is Pane.BRIEFING
    assert full.session.desk.briefing is not None


def test_articles_dropped_on_the_sidebar_are_filed_tagged_starred_and_trashed(qtbot: QtBot, full: Window) -> None:
    library = full.session.workbench.library
    full.session.organizing.new_case("Bridges")
    full.session.editing.apply(TagArticles((ArticleId(1),), "ships", True))
    until(qtbot, lambda: {"Bridges", "ships"} <= set(rows(full)))
    for shelf in (
        Shelf(ShelfKind.CASE, case=CaseId(1)),
        Shelf(ShelfKind.TAG, tag="ships"),
        Shelf(ShelfKind.STARRED),
        Shelf(ShelfKind.TRASH),
    ):
        drop(full, place(full, shelf), ArticleId(3))
    until(qtbot, lambda: rows(full)["Trash"] == "1")
    row = library.rows([ArticleId(3)])[0]
    assert (row.tags, row.starred, row.trashed) == (("ships",), True, True)
    full.session.following.choose(Shelf(ShelfKind.TRASH))
    until(qtbot, lambda: listed(full) == [3])
    drop(full, place(full, Shelf()), ArticleId(3))
    until(qtbot, lambda: rows(full)["Trash"] == "0")
    assert [thing.number for thing in library.filed(CaseId(1))] == [3]


def test_a_second_case_of_one_name_is_refused_with_a_word(qtbot: QtBot, full: Window) -> None:
    full.session.organizing.new_case("Bridges")
    until(qtbot, lambda: "Bridges" in rows(full))
    press(qtbot, KEY.Key_C, CONTROL | Qt.KeyboardModifier.AltModifier)
    popover(qtbot, full, NamePopover)
    type_in(qtbot, "bridges")
    until(qtbot, full.trouble.isVisible)
    assert len(full.session.workbench.library.cases()) == 1


def test_what_is_ticked_at_once_lies_in_one_case(qtbot: QtBot, full: Window) -> None:
    library, organizing = full.session.workbench.library, full.session.organizing
    organizing.file_under("Bridges", articles_as_things([ArticleId(3)]), True)
    organizing.file_under("bridges", articles_as_things([ArticleId(4)]), True)
    organizing.file_under("Bridges", articles_as_things([ArticleId(3)]), False)
    organizing.file_under("Ports", articles_as_things([ArticleId(3)]), False)
    until(qtbot, lambda: bool(library.cases()) and [thing.number for thing in library.filed(CaseId(1))] == [4])
    assert [count.case.name for count in library.cases()] == ["Bridges"]
    assert not full.trouble.isVisible()


# Searches


def test_a_search_is_saved_opened_and_tells_what_is_new(qtbot: QtBot, full: Window) -> None:
    library = full.session.workbench.library
    full.list.list.setFocus()
    full.top.field.setText("crane")
    until(qtbot, lambda: full.searching)
    assert full.hits.list.hasFocus()  # it was in the middle, and is there
    assert not full.hits._manner._save.isHidden()
    press(qtbot, KEY.Key_S, CONTROL)
    popover(qtbot, full, NamePopover)
    type_in(qtbot, "Cranes")
    until(qtbot, lambda: rows(full).get("Cranes") == "2")
    full.top.field.clear()
    until(qtbot, lambda: not full.searching)
    assert full.sidebar._delegate.chosen == Shelf()
    library.add(library.article(ArticleId(1)).document, b"once more", "again.txt")
    full.session.following.look()
    full.session.long_jobs.catch_up()
    until(qtbot, lambda: rows(full)["Cranes"] == "3 new 1")
    index = full.library_pane.shelf_model.index_of_search(library.searches()[0].id)
    QTest.mouseClick(full.sidebar.viewport(), Qt.MouseButton.LeftButton, pos=full.sidebar.visualRect(index).center())
    until(qtbot, lambda: full.searching and rows(full)["Cranes"] == "3")
    assert full.sidebar._delegate.chosen == library.searches()[0].id
    assert full.hits._manner._save.isHidden()
    QTest.mouseClick(full.sidebar.viewport(), Qt.MouseButton.LeftButton, pos=place(full, Shelf()))
    until(qtbot, lambda: not full.searching)


# The list


def test_the_list_stands_in_other_orders_and_remembers(qtbot: QtBot, full: Window, workbench: Workbench) -> None:
    menu = order_menu(full)
    actions = {action.text(): action for action in menu.actions()}
    assert [name for name, action in actions.items() if action.isChecked()] == ["Newest first", "Grouped by event"]
    actions["Grouped by event"].trigger()
    until(qtbot, lambda: full.library_pane.list_model.rowCount() == 4)
    assert full.list.order.text() == "newest"
    actions["Added last first"].trigger()
    until(qtbot, lambda: listed(full) == [4, 3, 2, 1])
    kept = full.settings.read()
    assert (kept.order, kept.grouped) == (ListOrder.ADDED, False)
    second = Session(workbench)
    again = Window(second, Look(), full.settings)
    qtbot.addWidget(again)
    second.start()
    until(qtbot, lambda: listed(again) == [4, 3, 2, 1])
    second.close()


def test_another_shelf_opens_its_first_article_unless_it_holds_the_open_one(qtbot: QtBot, full: Window) -> None:
    session = full.session
    event = session.workbench.library.events()[0]
    open_headline(qtbot, full, "Council of Varde")
    alone = session.reading
    assert alone is not None
    full.sidebar.setFocus()
    full.sidebar.setCurrentIndex(full.library_pane.shelf_model.index_of(Shelf(ShelfKind.EVENT, event.id)))
    until(qtbot, lambda: session.reading is not None and session.reading.article.id in event.group.articles)
    assert session.reading is not None
    assert full.list.list.chosen() == (session.reading.article.id,) == (listed(full)[0],)
    open_shelf(full, Shelf())
    until(qtbot, lambda: len(listed(full)) == 4)
    assert session.reading.article.id == full.list.list.chosen()[0] != alone.article.id
    open_shelf(full, Shelf(ShelfKind.STARRED))
    until(qtbot, lambda: not listed(full))
    assert session.reading.article.id in event.group.articles


def test_folded_heads_stay_folded(full: Window) -> None:
    full.sidebar.fold(SectionKind.SOURCES, True)
    assert full.settings.read().folded == {"sources"}


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_the_menu_offers_what_can_be_done(full: Window) -> None:
    view = full.list.list
    at = view.visualRect(full.library_pane.list_model.index_of(ArticleId(3))).center()
    assert view.chosen() != (ArticleId(3),)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at)))
    assert view.chosen() == (ArticleId(3),)
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    opened.close()
    names = [action.text() for action in article_menu(full).actions() if action.text()]
    assert names == [
        "Star",
        "Read or unread",
        "Tags …",
        "File in a case …",
        "Compare the selected articles",
        "Brief on this event",
        "Merge events …",
        "Split the event: these articles apart",
        "Move to another event …",
        "Name the event …",
        "Lock the event, or unlock it",
        "Move to the trash",
    ]
    full.session.following.choose(Shelf(ShelfKind.TRASH))
    names = [action.text() for action in article_menu(full).actions() if action.text()]
    assert names[-1] == "Bring back from the trash"


@pytest.mark.parametrize("kind", [ShelfKind.ALL, ShelfKind.UNREAD])
def test_a_shelf_that_nobody_named_has_no_menu_and_no_other_name(full: Window, kind: ShelfKind) -> None:
    assert shelf_menu(full, entry(full, Shelf(kind))).isEmpty()


def entry(window: Window, shelf: Shelf) -> ShelfEntry:
    found = window.library_pane.shelf_model.entry_of(shelf)
    assert found is not None
    return found


def place(window: Window, shelf: Shelf) -> QPoint:
    index = window.library_pane.shelf_model.index_of(shelf)
    window.sidebar.scrollTo(index)
    return window.sidebar.visualRect(index).center()


def drop(window: Window, at: QPoint, *articles: ArticleId) -> None:
    data = carry(articles)  # an event does not keep what it carries
    event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.sidebar.dropEvent(event)


@pytest.mark.parametrize("sure", [True, False])
def test_emptying_the_trash_asks_and_says_that_the_history_ends(qtbot: QtBot, full: Window, sure: bool) -> None:
    full.session.organizing.trash((ArticleId(1),))
    until(qtbot, lambda: full.session.following.counts.trashed == 1)

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(50, answer)
            return
        words.append(box.informativeText())
        words.append(box.defaultButton().text())
        wanted = "Delete for good" if sure else "Keep them"
        next(button for button in box.buttons() if button.text() == wanted).click()

    words: list[str] = []
    QTimer.singleShot(0, answer)
    full.do(next(row for row in ACTIONS if row.id == "empty_trash"))
    assert "cannot be undone" in words[0]
    assert words[1] == "Keep them"
    if sure:
        until(qtbot, lambda: full.session.following.counts.trashed == 0)
        assert said(full).startswith("1 article deleted for good.")
        assert full.session.workbench.library.history(9) == ()
        assert not next(row for row in ACTIONS if row.id == "empty_trash").possible(full)
    else:
        assert full.session.workbench.library.article_ids(trashed=True) == (1,)

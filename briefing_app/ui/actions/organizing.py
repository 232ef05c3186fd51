"""Tags, trash, cases, saved searches, and how the list stands: what the analyst does to keep order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from briefing_app.model.ids import ArticleId, Noun
from briefing_app.model.shelf import ListOrder, Shelf, ShelfKind
from briefing_app.ui.actions.article import at_hand, markable
from briefing_app.ui.actions.conditions import writable
from briefing_app.ui.actions.events import drop_on_event
from briefing_app.ui.actions.naming import ask_name
from briefing_app.ui.actions.row import ActionRow, Menu, Where, tr
from briefing_app.ui.session import Pane
from briefing_app.ui.session.organizing import Held, articles_as_things
from briefing_app.ui.shelves.entries import Entry, SearchEntry, ShelfEntry

if TYPE_CHECKING:
    from briefing_app.model.case import Thing
    from briefing_app.model.search import SavedSearch
    from briefing_app.ui.organizing.choices import ChoicePopover
    from briefing_app.ui.window import Window

# Tags


def edit_tags(window: Window) -> None:
    """Tick the tags of the articles at hand."""
    _edit_tags(window, at_hand(window))


def edit_tags_of_open(window: Window) -> None:
    """Tick the tags of the article that is read."""
    if window.session.reading is not None:
        _edit_tags(window, (window.session.reading.article.id,))


def _edit_tags(window: Window, articles: tuple[ArticleId, ...]) -> None:
    def ask(held: tuple[Held, ...]) -> None:
        popover = _choices(window, tr("Tags of %Ln article(s)", len(articles)), tr("Type a tag …"), held, len(articles))
        popover.ticked.connect(lambda tag, ticked: window.session.organizing.tag(articles, tag, ticked))
        popover.open_near(_beside_list(window))

    if articles:
        window.session.organizing.ask_tags(articles, ask)


# Cases


def file_in_case(window: Window) -> None:
    """Tick the cases in which the things at hand lie."""
    things, organizing = things_at_hand(window), window.session.organizing

    def ask(held: tuple[Held, ...]) -> None:
        popover = _choices(window, _filing(things), tr("Type the name of a case …"), held, len(things))
        popover.ticked.connect(lambda name, filed: organizing.file_under(name, things, filed))
        popover.open_near(_beside_list(window))

    if things:
        organizing.ask_cases(things, ask)


def new_case(window: Window, articles: tuple[ArticleId, ...] = ()) -> None:
    """Ask for the name of a case and make it, with some articles in it from the start."""
    title = tr("A new case with %Ln article(s)", len(articles)) if articles else tr("A new case")
    asked = ask_name(window, title, note="")
    asked.named.connect(lambda name, note: window.session.organizing.new_case(name, articles_as_things(articles), note))
    asked.open_near(_in_sidebar(window))


def things_at_hand(window: Window) -> tuple[Thing, ...]:
    """What a case would take: the briefing or the event that is open, the note at the cursor, an event whose line is chosen, articles."""
    from briefing_app.model.case import Thing

    session = window.session
    if session.pane is Pane.BRIEFING:
        briefing = session.desk.briefing
        return (Thing(Noun.BRIEFING, briefing.id),) if briefing is not None and briefing.id else ()
    if session.pane is Pane.COMPARE:
        event = session.comparing.compared.event if session.comparing.compared else None
        return (Thing(Noun.EVENT, event.id),) if event is not None else ()
    note = window.reader.note_here() if window.reader.text.hasFocus() else None
    if note is not None:
        return (Thing(Noun.ANNOTATION, note.id),)
    chosen = window.list.list.chosen_event() if not window.searching else None
    return (Thing(Noun.EVENT, chosen),) if chosen is not None else articles_as_things(at_hand(window))


# The trash


def remove(window: Window) -> None:
    """Put the articles at hand into the trash; in the sidebar, remove the case, tag or search at the cursor."""
    entry = window.sidebar.entry_here() if window.sidebar.hasFocus() else None
    if entry is not None:
        remove_entry(window, entry)
    elif _in_trash(window):
        window.status.say(tr("These lie in the trash already."))
    else:
        _move(window, trashed=True)


def restore(window: Window) -> None:
    """Bring the articles at hand back from the trash."""
    _move(window, trashed=False)


def empty_trash(window: Window) -> None:
    """Ask, then delete for good what lies in the trash; the history of edits ends with it."""
    from PySide6.QtWidgets import QMessageBox

    count = window.session.following.counts.trashed
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(tr("Delete %Ln article(s) for good, with their notes and originals?", count))
    words = tr("This cannot be undone, nor can anything that was done before it: the history of edits ends here.")
    box.setInformativeText(f"{words} {tr('Backups made until now keep all of it.')}")
    yes = box.addButton(tr("Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(tr("Keep them"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    if box.clickedButton() is yes:
        window.session.organizing.empty_trash()


def _move(window: Window, *, trashed: bool) -> None:
    """Into the trash or out of it; the article that stands next is opened."""
    articles = at_hand(window)
    if not articles:
        return
    following = None if window.searching else window.list.list.after(articles)
    (window.session.organizing.trash if trashed else window.session.organizing.restore)(articles)
    if following is not None:
        window.list.list.choose([following])
        window.session.open_article(following)
    else:
        window.session.close_article()


# Saved searches


def save_search(window: Window) -> None:
    """Ask for a name and keep what is searched for."""
    query = window.session.searching.query.strip()
    if not query:
        window.status.say(tr("Search for something first; then it can be saved."))
        return
    asked = ask_name(window, tr("Save this search as"), query)
    asked.named.connect(lambda name, _note: window.session.organizing.save_search(name, query))
    asked.open_near(window.hits.mapTo(window, QPoint(window.look.px(12), window.look.px(36))))


def open_search(window: Window, search: SavedSearch) -> None:
    """Search for what was saved; nothing that it finds is new from now on."""
    window.session.go(Pane.LIBRARY)
    window.top.field.setText(search.query)
    window.session.organizing.look_at(search)


# The sidebar


def open_shelf(window: Window, shelf: Shelf) -> None:
    """Narrow the list to a shelf; what was searched for is let go."""
    window.top.field.clear()
    window.session.following.choose(shelf)


def rename_here(window: Window) -> None:
    """Another name for the case, tag or search at the sidebar's cursor, else for the one that the list shows."""
    shown = window.library_pane.shelf_model.entry_of(window.session.following.shelf)
    entry = window.sidebar.entry_here() if window.sidebar.hasFocus() else shown
    if entry is None or not rename_entry(window, entry):
        window.status.say(tr("Cases, tags and saved searches have names of yours; choose one in the sidebar."))


def rename_entry(window: Window, entry: Entry) -> bool:
    """Ask for another name; False when the analyst has not named it."""
    organizing = window.session.organizing
    match entry:
        case SearchEntry(search):
            asked = ask_name(window, tr("Rename the search"), search.name)
            asked.named.connect(lambda name, _note: organizing.rename_search(search, name))
        case ShelfEntry(Shelf(ShelfKind.TAG, tag=tag)):
            asked = ask_name(window, tr("Rename the tag"), tag)
            asked.named.connect(lambda name, _note: organizing.rename_tag(tag, name))
        case ShelfEntry(Shelf(ShelfKind.CASE, case=number)) if (count := organizing.known.case(number)) is not None:
            case = count.case
            asked = ask_name(window, tr("The case"), case.name, case.note)
            asked.named.connect(lambda name, note: organizing.change_case(case, name, note))
        case _:
            return False
    asked.open_near(_in_sidebar(window))
    return True


def remove_entry(window: Window, entry: Entry) -> None:
    """Remove the case, tag or search; Ctrl+Z brings it back."""
    organizing = window.session.organizing
    match entry:
        case SearchEntry(search):
            organizing.remove_search(search)
        case ShelfEntry(Shelf(ShelfKind.TAG, tag=tag)):
            organizing.remove_tag(tag)
        case ShelfEntry(Shelf(ShelfKind.CASE, case=number)) if (count := organizing.known.case(number)) is not None:
            organizing.remove_case(count.case)
        case _:
            window.status.say(tr("Only cases, tags and saved searches can be removed here."))


def drop(window: Window, shelf: Shelf, articles: tuple[ArticleId, ...]) -> None:
    """Do what dropping articles on a shelf says."""
    session = window.session
    match shelf.kind:
        case ShelfKind.CASE if (count := session.organizing.known.case(shelf.case)) is not None:
            session.organizing.file(count.case, articles_as_things(articles), True)
        case ShelfKind.EVENT if shelf.event is not None:
            drop_on_event(window, shelf.event, articles)
        case ShelfKind.TAG:
            session.organizing.tag(articles, shelf.tag, True)
        case ShelfKind.STARRED:
            session.marking.star(articles)
        case ShelfKind.UNREAD:
            session.marking.mark_unread(articles)
        case ShelfKind.TRASH:
            session.organizing.trash(articles)
        case ShelfKind.ALL if _in_trash(window):
            session.organizing.restore(articles)


def focus_shelves(window: Window) -> None:
    """Go to the sidebar; bring it when it is hidden."""
    if window.session.pane is not Pane.LIBRARY:
        window.session.go(Pane.LIBRARY)
    if window.sidebar.isHidden():
        window.library_pane.toggle_sidebar()
    window.sidebar.setFocus()


# The list


def choose_order(window: Window) -> None:
    """Open the menu of orders; while searching, take the next one."""
    if window.searching:
        window.session.searching.next_order()
    else:
        window.open_order_menu()


def order_by(window: Window, order: ListOrder) -> None:
    """Another order."""
    _arrange(window, order=order)


def group(window: Window, grouped: bool) -> None:
    """Keep the articles of an event together, or let each stand where it belongs."""
    _arrange(window, grouped=grouped)


def _arrange(window: Window, **how: object) -> None:
    arrangement = replace(window.session.following.arrangement, **how)  # type: ignore[arg-type]
    window.session.following.arrange(arrangement)
    window.remember(order=arrangement.order, grouped=arrangement.grouped)


# What they share


def _choices(window: Window, title: str, placeholder: str, held: tuple[Held, ...], asked: int) -> ChoicePopover:
    from briefing_app.ui.organizing.choices import Choice, ChoicePopover, Share

    choices = [Choice(one.name, Share.of(one.chosen, asked), one.all) for one in held]
    return ChoicePopover(window.look, window, title, placeholder, choices)


def _filing(things: tuple[Thing, ...]) -> str:
    return {
        Noun.EVENT: tr("File the event in a case"),
        Noun.ANNOTATION: tr("File the note in a case"),
        Noun.BRIEFING: tr("File the briefing in a case"),
    }.get(things[0].noun) or tr("File %Ln article(s) in a case", len(things))


def _beside_list(window: Window) -> QPoint:
    """Right of the list, at its current row; in the other panes near the top."""
    px, view = window.look.px, window.list.list
    if window.session.pane is not Pane.LIBRARY or not view.isVisible():
        return QPoint(px(240), px(80))
    row = view.visualRect(view.currentIndex())
    return view.viewport().mapTo(window, QPoint(view.viewport().width() + px(8), max(0, row.top())))


def _in_sidebar(window: Window) -> QPoint:
    """At the sidebar's current row."""
    px, sidebar = window.look.px, window.sidebar
    if not sidebar.isVisible():
        return QPoint(px(12), px(60))
    return sidebar.viewport().mapTo(window, QPoint(0, max(0, sidebar.visualRect(sidebar.currentIndex()).bottom() + px(4))))


def _in_trash(window: Window) -> bool:
    return window.session.following.shelf.kind is ShelfKind.TRASH and not window.searching


def _emptiable(window: Window) -> bool:
    return writable(window) and window.session.following.counts.trashed > 0


def _restorable(window: Window) -> bool:
    return writable(window) and _in_trash(window)


def _searching(window: Window) -> bool:
    return writable(window) and bool(window.session.searching.query.strip())


_A, _L = Menu.ARTICLE, Where.LIBRARY

ROWS = (
    ActionRow("tags", _A, "Tags …", ("T",), edit_tags, _L, icon="tag", hint="tags", enabled=markable),
    ActionRow("file_in_case", _A, "File in a case …", ("F",), file_in_case, icon="case", hint="file in case", enabled=writable),
    ActionRow("trash", _A, "Move to the trash", ("Delete",), remove, _L, icon="trash", enabled=writable),
    ActionRow("restore", _A, "Bring back from the trash", ("Ctrl+Backspace",), restore, _L, enabled=_restorable),
    ActionRow("empty_trash", _A, "Empty the trash …", (), empty_trash, icon="trash", enabled=_emptiable),
    ActionRow("new_case", Menu.FILE, "New case …", ("Ctrl+Alt+C",), new_case, icon="case", enabled=writable),
    ActionRow("save_search", Menu.FILE, "Save the search …", ("Ctrl+S",), save_search, _L, icon="search", hint="save", enabled=_searching),
    ActionRow("rename", Menu.EDIT, "Rename case, tag or search …", ("F2",), rename_here, _L, enabled=writable),
    ActionRow("shelves", Menu.GO, "Shelves", ("G, S",), focus_shelves),
    ActionRow("list_order", Menu.VIEW, "Order of the list …", ("O",), choose_order, _L, icon="sort"),
)

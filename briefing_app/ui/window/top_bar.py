"""The window's upper edge: menu, panes, search field, text size, theme, help."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QWidget

from briefing_app.ui.icon_button import LARGE_BUTTON, IconButton
from briefing_app.ui.keys import Keymap
from briefing_app.ui.painting import begin, ring
from briefing_app.ui.search.field import SearchField
from briefing_app.ui.session import Pane
from briefing_app.ui.theme import TOP_BAR, Look, Type

_SIDE, _MENU_GAP = 8, 8
_WIDEST_FIELD, _FIELD, _NARROW_FIELD, _GLASS = 456, 180, 96, 44


class PaneButton(QAbstractButton):
    """A word in the top bar; the open pane's is underlined."""

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """The word and 24 beside it."""
        width = QFontMetricsF(self._look.plain.font(Type.UI_BOLD)).horizontalAdvance(self.text()) + 24
        return QSize(self._look.px(width), self._look.px(TOP_BAR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The word, the line below it."""
        painter, area = begin(self, self._look)
        look = self._look.plain
        chosen = self.isChecked()
        painter.setFont(look.font(Type.UI_BOLD if chosen else Type.UI_STRONG))
        painter.setPen(look.color("ink" if chosen or self.underMouse() else "muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        if chosen:
            painter.fillRect(QRectF(12, area.bottom() - 2, area.width() - 24, 2), look.color("accent"))
        if self.hasFocus():
            ring(painter, look, area.adjusted(4, 8, -4, -8), 6)


class TopBar(QWidget):
    """Menu, panes, search field, text size, theme, help."""

    accessible_role = QAccessible.Role.ToolBar

    pane_chosen = Signal(object)
    menu_pressed = Signal()
    size_pressed = Signal()
    theme_pressed = Signal()
    help_pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.menu = IconButton(look, "menu", self.tr("Menu"), large=True)
        self.field = SearchField(look)
        size = self._size = IconButton(look, "text-size", self.tr("Larger reading text"), large=True)
        theme = self._theme = IconButton(look, "theme", self.tr("Light, dark, sepia"), large=True)
        help_button = self._help = IconButton(look, "help", self.tr("All keys"), large=True)
        names = {Pane.LIBRARY: self.tr("Library"), Pane.COMPARE: self.tr("Compare"), Pane.BRIEFING: self.tr("Briefing")}
        self._panes = {pane: PaneButton(look, words) for pane, words in names.items()}
        line = self._line = QHBoxLayout(self)
        line.setSpacing(0)
        line.addWidget(self.menu)
        line.addSpacing(_MENU_GAP)
        for pane, button in self._panes.items():
            line.addWidget(button)
            button.clicked.connect(lambda _on, pane=pane: self.pane_chosen.emit(pane))
        line.addStretch(2)
        line.addWidget(self.field, 6)
        line.addStretch(3)
        self._extras = (size, theme, help_button)
        self._more = IconButton(look, "more", self.tr("Text size, theme and keys"), large=True)
        for extra in (*self._extras, self._more):
            line.addWidget(extra)
        self.menu.clicked.connect(self.menu_pressed)
        size.clicked.connect(self.size_pressed)
        theme.clicked.connect(self.theme_pressed)
        help_button.clicked.connect(self.help_pressed)
        self._more.clicked.connect(self._open_more)
        self.field.focus_changed.connect(self._fit)
        look.changed.connect(self._dress)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has less room gives way."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow window the buttons at the right become one with a menu; then the field shrinks to its glass, and takes the place
        of the panes while somebody writes in it.
        """
        px = self._look.px
        panes = sum(button.sizeHint().width() for button in self._panes.values())
        room = self.width() - px(_SIDE + LARGE_BUTTON + _MENU_GAP + _SIDE) - panes
        extras = len(self._extras) * px(LARGE_BUTTON)
        whole = room - extras >= px(_FIELD)
        for extra in self._extras:
            extra.setVisible(whole)
        self._more.setVisible(not whole)
        room -= 0 if whole else px(LARGE_BUTTON)
        tight = room < px(_NARROW_FIELD)
        self.field.setMinimumWidth(max(px(_GLASS), min(px(_FIELD), room)))
        for button in self._panes.values():
            button.setVisible(not (tight and self.field.hasFocus()))

    def more_menu(self) -> QMenu:
        """What has no room in the bar, in words."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self._extras:
            menu.addAction(button.toolTip()).triggered.connect(button.click)
        return menu

    def _open_more(self) -> None:
        self.more_menu().popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))

    @property
    def last(self) -> QWidget:
        """What the tab key comes to last."""
        return self._more

    def show_pane(self, pane: Pane) -> None:
        """Underline the open pane."""
        self._panes[pane].setChecked(True)

    def show_keys(self, keymap: Keymap) -> None:
        """Name the keys that are now."""
        for button, name in ((self._size, "larger"), (self._theme, "theme"), (self._help, "keys")):
            button.setToolTip(keymap.with_key(button.accessibleName(), name))
        self.field.key = keymap.shown("search")
        self.field.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline below."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.color("line"))

    def _dress(self) -> None:
        px = self._look.px
        self.setFixedHeight(px(TOP_BAR))
        self._line.setContentsMargins(px(_SIDE), 0, px(_SIDE), 0)
        self.field.setMaximumWidth(px(_WIDEST_FIELD))
        for button in self._panes.values():
            button.updateGeometry()
        self._fit()
        self.update()

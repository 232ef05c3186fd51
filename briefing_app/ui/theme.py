"""The only place that names a colour, a size or a font."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from briefing_app import paths
from briefing_app.model.note_kinds import Tint

RADIUS = 6
BAR = 3
TOP_BAR, STATUS_BAR, HEAD = 44, 24, 40
SIDEBAR, LIST = 208, 380
EVENT_ROW, ARTICLE_ROW, COPY_ROW, SIDE_ROW, SECTION_ROW = 52, 92, 28, 28, 28
READER_LEFT, READER_LEFT_WITH_NOTES, READER_TOP, GUTTER, MARGIN_FROM, MARGIN_GAP, MARGIN_NOTE = 80, 48, 24, 32, 880, 64, 240
MEASURE = 504
"""Width of 66 characters of the reading type at 17 px."""
EDGE = 12
POPOVER = 344
PALETTE, PALETTE_ROW = 680, 32
CLAIM_COLUMN, SOURCE_COLUMN, SOURCE_HEAD, GROUP_ROW, WHY_BAR, COMPARE_HEAD = 300, 326, 48, 24, 72, 56
TEXT_COLUMN, TEXT_GUTTER, FOLD_LINE, DRAWER, LEGEND = 300, 30, 20, 320, 24
OUTLINE, PAGE, PAGE_HEAD, PROVENANCE = 220, 420, 36, 40
BADGE, ICON = 16, 16
READING_SCALES = (0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
"""By how much the reading type can be made smaller or larger."""
INTERFACE_SCALES = (1.0, 1.25, 1.5, 2.0)
"""By how much the whole interface can be enlarged: type, icons, rows and spaces together; the reading type on top of it."""


def claim_column(width: float) -> int:
    """How wide the claims stand in a matrix of that width, both in pixels of 100 %."""
    return CLAIM_COLUMN if width >= 1060 else 220


class ThemeName(StrEnum):
    """The looks that the window can take."""

    LIGHT = "light"
    DARK = "dark"
    SEPIA = "sepia"


class Colours(NamedTuple):
    """Every colour of one theme, as ``#rrggbb``. ``bars`` are the strong forms of the tints, for note bars and edge marks."""

    paper: str
    surface: str
    ink: str
    muted: str
    line: str
    hatch: str
    accent: str
    selection: str
    conflict: str
    caution: str
    chip: str
    popover_line: str
    tints: dict[Tint, str]
    bars: dict[Tint, str]
    black_badge: str
    on_black_badge: str
    dark: bool


_LIGHT_TINTS = {Tint.SUN: "#FBEFB8", Tint.LEAF: "#D6EFD9", Tint.SKY: "#D6E8F7", Tint.ROSE: "#FBE0DE", Tint.CLAY: "#F1E1CF"}
_LIGHT_BARS = {Tint.SUN: "#C9A400", Tint.LEAF: "#4E9A5B", Tint.SKY: "#3D84C0", Tint.ROSE: "#C4615B", Tint.CLAY: "#A97B43"}
_DARK_TINTS = {Tint.SUN: "#3F381B", Tint.LEAF: "#213B2F", Tint.SKY: "#20374C", Tint.ROSE: "#4E2D2A", Tint.CLAY: "#423426"}
_DARK_BARS = {Tint.SUN: "#D9BC45", Tint.LEAF: "#7CC492", Tint.SKY: "#6FB0E8", Tint.ROSE: "#E08A80", Tint.CLAY: "#CFA06A"}

COLOURS: dict[ThemeName, Colours] = {
    ThemeName.LIGHT: Colours(
        paper="#FBFAF7", surface="#FFFFFF", ink="#1D1D1B", muted="#65655F", line="#E3E1DB", hatch="#D9D6CE", accent="#2A5B8C",
        selection="#DCE8F4", conflict="#A63A1E", caution="#805300", chip="#EFEDE7", popover_line="#D9D6CE", tints=_LIGHT_TINTS,
        bars=_LIGHT_BARS, black_badge="#000000", on_black_badge="#FFFFFF", dark=False,
    ),
    ThemeName.DARK: Colours(
        paper="#1B1C1E", surface="#232427", ink="#E9E7E2", muted="#A3A19B", line="#36383C", hatch="#3B3D42", accent="#8DB7EA",
        selection="#26384C", conflict="#F2937C", caution="#E3B55A", chip="#2E3034", popover_line="#4A4D52", tints=_DARK_TINTS,
        bars=_DARK_BARS, black_badge="#E9E7E2", on_black_badge="#111111", dark=True,
    ),
    ThemeName.SEPIA: Colours(
        paper="#F5EDDA", surface="#FBF5E6", ink="#3A2F22", muted="#665941", line="#E2D6BC", hatch="#D6C8AA", accent="#2A5B8C",
        selection="#E3DFC9", conflict="#A63A1E", caution="#744B00", chip="#EBE0C6", popover_line="#D6C8AA", tints=_LIGHT_TINTS,
        bars=_LIGHT_BARS, black_badge="#000000", on_black_badge="#FFFFFF", dark=False,
    ),
}  # fmt: skip

_HUES = ("#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#F0E442", "")
"""Okabe and Ito's palette; the eighth follows the theme."""


class Type(Enum):
    """The kinds of type: pixels, line height, weight, serif."""

    UI = (13.0, 20, 400, False)
    UI_STRONG = (13.0, 20, 500, False)
    UI_BOLD = (13.0, 20, 600, False)
    SMALL = (11.5, 16, 400, False)
    SMALL_BOLD = (11.5, 16, 600, False)
    HINT = (10.5, 16, 500, False)
    BADGE = (11.0, 16, 600, False)
    HEADING = (15.0, 20, 600, False)
    BRIEFING_TITLE = (24.0, 30, 600, False)
    WRITING = (14.0, 24, 400, False)
    READING = (17.0, 27, 400, True)
    TITLE = (24.0, 30, 600, True)
    SECTION = (19.0, 26, 600, True)
    SUBSECTION = (17.0, 24, 600, True)
    ZONE = (15.0, 22, 400, True)
    ZONE_BOLD = (15.0, 22, 600, True)
    DENSE = (14.0, 20, 400, True)


class Look(QObject):
    """The theme that one program shows now: colours, fonts, and a signal when they change.

    Every measure of this file is meant at 100 %. Widgets that Qt lays out ask ``px`` for it at the interface's own scale; what is
    painted by hand is painted in the pixels of 100 % with ``plain``, under a painter that is scaled (see ``painting``).
    """

    changed = Signal()

    def __init__(
        self, name: ThemeName = ThemeName.LIGHT, reading_scale: float = 1.0, scale: float = 1.0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._reading_scale = reading_scale
        self._scale = scale
        self._plain: Look | None = None
        self._fonts: dict[tuple[Type, bool], QFont] = {}

    @property
    def name(self) -> ThemeName:
        """Which theme it is."""
        return self._name

    @property
    def colours(self) -> Colours:
        """The colours of the theme."""
        return COLOURS[self._name]

    @property
    def reading_scale(self) -> float:
        """By how much the reading type is enlarged; 1.0 is 17 px."""
        return self._reading_scale

    @property
    def scale(self) -> float:
        """By how much the whole interface is enlarged; 1.0 is what this file says."""
        return self._scale

    @property
    def plain(self) -> Look:
        """The same look at 100 %, whatever the scale: for what is painted under a scaled painter. Always the same object."""
        if self._plain is None:
            self._plain = Look(self._name, self._reading_scale, parent=self)
        return self._plain

    def px(self, pixels: float) -> int:
        """A measure of 100 % in pixels of the screen."""
        return round(pixels * self._scale)

    def reading_px(self, pixels: float) -> int:
        """A measure that grows with the reading type, in pixels of the screen."""
        return round(pixels * self._scale_of(True))

    def choose(self, name: ThemeName | None = None, reading_scale: float | None = None, scale: float | None = None) -> None:
        """Take another theme, another size of the reading type or of the whole interface."""
        self._name = name or self._name
        self._reading_scale = reading_scale or self._reading_scale
        self._scale = scale or self._scale
        self._fonts.clear()
        if self._plain is not None:
            self._plain.choose(name, reading_scale)
        self.changed.emit()

    def color(self, token: str) -> QColor:
        """The colour of a token, e.g. ``color("ink")``."""
        return QColor(str(getattr(self.colours, token)))

    def between(self, one: str, other: str) -> QColor:
        """The colour half way between two tokens, for lines that should be seen but not noticed."""
        a, b = self.color(one), self.color(other)
        return QColor((a.red() + b.red()) // 2, (a.green() + b.green()) // 2, (a.blue() + b.blue()) // 2)

    def tint(self, tint: Tint) -> QColor:
        """The ground of a highlight."""
        return QColor(self.colours.tints[tint])

    def bar(self, tint: Tint) -> QColor:
        """The strong form of a highlight's tint."""
        return QColor(self.colours.bars[tint])

    def font(self, kind: Type, *, italic: bool = False) -> QFont:
        """The font of a kind of type; reading type follows the reading scale, digits are tabular in the UI."""
        made = self._fonts.get((kind, italic))
        if made is None:
            made = self._fonts[kind, italic] = self._make_font(kind, italic)
        return QFont(made)

    def _make_font(self, kind: Type, italic: bool) -> QFont:
        pixels, _line, weight, serif = kind.value
        font = QFont(["Source Serif Pro", "Noto Serif"] if serif else ["Inter", "Noto Sans"])
        font.setPointSizeF(_points(pixels * self._scale_of(serif)))
        font.setWeight(QFont.Weight(weight))
        font.setItalic(italic)
        if not serif:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _scale_of(self, serif: bool) -> float:
        return self._scale * (self._reading_scale if serif else 1.0)

    def line_height(self, kind: Type) -> int:
        """The distance of base lines of a kind of type, in logical pixels."""
        _pixels, line, _weight, serif = kind.value
        return round(line * self._scale_of(serif))

    @property
    def measure(self) -> int:
        """The width of the reading column: 66 characters."""
        return round(MEASURE * self._scale_of(True))

    def hue(self, house: int) -> QColor | None:
        """The hue of a letter's house (``Letter.house``, 0 is A); None from the ninth on."""
        if not 0 <= house < len(_HUES):
            return None
        return QColor(_HUES[house] or self.colours.black_badge)

    def on_hue(self, house: int) -> QColor:
        """The colour of the letter on its hue."""
        if not 0 <= house < len(_HUES):
            return self.color("ink")
        return QColor("#FFFFFF" if house == 0 else self.colours.on_black_badge if house == len(_HUES) - 1 else "#111111")

    def palette(self) -> QPalette:
        """The palette for Qt's own widgets."""
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "paper", QPalette.ColorRole.Base: "paper", QPalette.ColorRole.AlternateBase: "surface",
            QPalette.ColorRole.WindowText: "ink", QPalette.ColorRole.Text: "ink", QPalette.ColorRole.Button: "surface",
            QPalette.ColorRole.ButtonText: "ink", QPalette.ColorRole.Highlight: "selection", QPalette.ColorRole.HighlightedText: "ink",
            QPalette.ColorRole.PlaceholderText: "muted", QPalette.ColorRole.ToolTipBase: "surface", QPalette.ColorRole.ToolTipText: "ink",
            QPalette.ColorRole.Mid: "line", QPalette.ColorRole.Dark: "line", QPalette.ColorRole.Light: "surface",
            QPalette.ColorRole.Midlight: "line", QPalette.ColorRole.Shadow: "line", QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.Accent: "accent",
        }  # fmt: skip
        for role, token in roles.items():
            palette.setColor(role, self.color(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("muted"))
        return palette

    def dress(self, app: QApplication) -> None:
        """Give the application this look; what it has already is left alone, because Qt would polish every widget anew."""
        if app.font() != self.font(Type.UI):
            app.setFont(self.font(Type.UI))
        if app.palette() != self.palette():
            app.setPalette(self.palette())
        sheet = self.style_sheet()
        if app.styleSheet() != sheet:
            app.setStyleSheet(sheet)

    def style_sheet(self) -> str:
        """What Fusion cannot be told by a palette."""
        return "".join((self._menus(), self._fields(), self._buttons(), self._areas(), self._bars()))

    def _thicker(self) -> int:
        """What the ring of the focus takes, padding gives, so that nothing moves."""
        return self.px(2) - 1

    def _menus(self) -> str:
        c, px = self.colours, self.px
        return f"""
        QToolTip {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.popover_line}; padding: {px(6)}px; }}
        QMenu {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.popover_line}; padding: {px(4)}px; }}
        QMenu::item {{ padding: {px(5)}px {px(24)}px {px(5)}px {px(12)}px; border-radius: {px(4)}px; }}
        QMenu::item:selected {{ background: {c.selection}; }}
        QMenu::item:disabled {{ color: {c.muted}; }}
        QMenu::separator {{ height: 1px; background: {c.line}; margin: {px(4)}px {px(8)}px; }}
        """

    def _fields(self) -> str:
        c, px, thicker = self.colours, self.px, self._thicker()
        return f"""
        QLineEdit, QPlainTextEdit#field {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.line};
            border-radius: {px(RADIUS)}px; padding: 0 {px(8)}px; selection-background-color: {c.selection}; selection-color: {c.ink};
            placeholder-text-color: {c.muted}; }}
        QLineEdit:focus, QPlainTextEdit#field:focus {{ border: {px(2)}px solid {c.accent}; padding: 0 {px(8) - thicker}px; }}
        QComboBox {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.line}; border-radius: {px(RADIUS)}px;
            padding: {px(3)}px {px(8)}px; }}
        QComboBox:focus {{ border: {px(2)}px solid {c.accent}; padding: {px(3) - thicker}px {px(8) - thicker}px; }}
        QCheckBox::indicator:unchecked, QListView::indicator:unchecked {{ width: {px(14)}px; height: {px(14)}px;
            border: 1px solid {c.muted}; border-radius: {px(3)}px; background: {c.surface}; }}
        QComboBox::drop-down {{ border: none; width: {px(20)}px; }}
        """

    def _buttons(self) -> str:
        c, px, thicker = self.colours, self.px, self._thicker()
        return f"""
        QPushButton {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.line}; border-radius: {px(RADIUS)}px;
            padding: {px(4)}px {px(12)}px; }}
        QPushButton:focus {{ border: {px(2)}px solid {c.accent}; padding: {px(4) - thicker}px {px(12) - thicker}px; }}
        QPushButton:hover {{ border-color: {c.muted}; }}
        QPushButton:disabled {{ color: {c.muted}; }}
        QPushButton[flat="true"] {{ background: transparent; border: 1px solid transparent; }}
        QPushButton[flat="true"]:hover {{ background: {c.chip}; }}
        QPushButton[flat="true"]:focus {{ border: {px(2)}px solid {c.accent}; }}
        QPushButton[open="true"] {{ background: {c.selection}; border-color: {c.selection}; }}
        """

    def _areas(self) -> str:
        c, px = self.colours, self.px
        return f"""
        QAbstractScrollArea {{ border: none; background: {c.paper}; }}
        QScrollArea#ringed {{ border: {px(2)}px solid transparent; }}
        QScrollArea#ringed:focus {{ border: {px(2)}px solid {c.accent}; }}
        QTableCornerButton::section {{ background: {c.paper}; border: none; }}
        QDialog QHeaderView::section {{ background: {c.paper}; color: {c.muted}; border: none; border-bottom: 1px solid {c.line};
            padding: {px(4)}px {px(6)}px; }}
        QSplitter::handle {{ background: {c.line}; }}
        """

    def _bars(self) -> str:
        c, px = self.colours, self.px
        return f"""
        QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 0; }}
        QScrollBar:horizontal {{ background: transparent; height: {px(10)}px; margin: 0; }}
        QScrollBar::handle {{ background: {c.hatch}; border-radius: {px(3)}px; margin: {px(2)}px; }}
        QScrollBar::handle:vertical {{ min-height: {px(32)}px; }}
        QScrollBar::handle:horizontal {{ min-width: {px(32)}px; }}
        QScrollBar::handle:disabled {{ background: transparent; }}
        QScrollBar::handle:hover {{ background: {c.muted}; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
        """


def fitting_scale(pixels: float) -> float:
    """The largest scale of the interface at which its type is not larger than the system's, which is ``pixels`` high (100 % at least)."""
    return max((scale for scale in INTERFACE_SCALES if scale * Type.UI.value[0] <= pixels + 1), default=1.0)


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; call once, after the application exists and before anything is painted."""
    for file in sorted(paths.resource("fonts").glob("*/*.?tf")):
        QFontDatabase.addApplicationFont(str(file))


def pixels_of(font: QFont) -> float:
    """How high a font's type is in logical pixels; the font itself is not looked for, which would take as long as all else of a theme."""
    return font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() * _per_inch() / 72.0


def _points(pixels: float) -> float:
    return pixels * 72.0 / _per_inch()


def _per_inch() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInch() if screen else 96.0

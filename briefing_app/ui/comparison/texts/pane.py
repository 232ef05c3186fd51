"""Level 2: which passage answers which, what is only here, and where is a source silent?"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.model.span import Span
from briefing_app.ui.comparison.marks import marked_cells
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.standing import Standing
from briefing_app.ui.comparison.texts.arrangement import Box, claims_of
from briefing_app.ui.comparison.texts.canvas import Canvas
from briefing_app.ui.comparison.texts.flow import Fold, Passage
from briefing_app.ui.comparison.texts.margin import WhyMargin
from briefing_app.ui.comparison.texts.page import Page, Wanted, widest_page
from briefing_app.ui.theme import Look

_BAR = 16
"""What a scroll bar takes beside the page."""


class TextsPane(QWidget):
    """Moves in the page, unfolds, brings the others to a passage; the page is made when it is first seen and at another width."""

    sentence_wanted = Signal(object, object)  # ArticleId, Span

    def __init__(self, look: Look, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._standing = look, standing
        self._compared: Compared | None = None
        self._opened: set[tuple[int, Span]] = set()
        self._wanted: Wanted | None = None
        self._current: int | None = None
        self._made_for = 0
        self.canvas = Canvas(look)
        self.margin = WhyMargin(look, standing)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.canvas, 1)
        beside.addWidget(self.margin)
        self.setFocusProxy(self.canvas)
        self.canvas.installEventFilter(self)
        self.canvas.pressed.connect(self._press)
        self.canvas.double_pressed.connect(self._open_in_article)
        self.canvas.resized.connect(self._fit)
        standing.moved.connect(self._go_where_it_stands)
        look.changed.connect(self._make_room)
        look.changed.connect(self._remake)

    def show_compared(self, compared: Compared) -> None:
        """Take another comparison; of the same articles, what is unfolded stays."""
        if self._compared is None or self._compared.comparison.articles != compared.comparison.articles:
            self._opened.clear()
        self._compared, self._wanted = compared, None
        self.margin.show_compared(compared)
        self._make_room()
        self._remake()

    def anchor(self) -> QRect:
        """Where the chosen passage stands in this pane."""
        rect = self.canvas.rect_of(self._current) if self._current is not None else QRect()
        return QRect(self.canvas.viewport().mapTo(self, rect.topLeft()), rect.size())

    @property
    def current(self) -> int | None:
        """The box with the ring."""
        return self._current

    # Moving

    def step(self, down: int, right: int) -> None:
        """Down and up through a text, left and right along the row."""
        page = self.canvas.page
        if page is None or self._current is None:
            return
        box = page.arranged.boxes[self._current]
        if right:
            target = self._beside(page, box, box.column + right)
        else:
            here = page.columns[box.column]
            at = here.index(self._current) + down
            target = here[at] if 0 <= at < len(here) else None
        if target is not None:
            self._choose(target)

    def walk(self, step: int) -> None:
        """Go to the next or previous box with a mark, by height and then from left to right."""
        page = self.canvas.page
        if page is None or self._compared is None:
            return
        marked = marked_cells(self._compared.comparison)
        boxes = page.arranged.boxes
        places = sorted(
            (box.top, box.column, at) for at, box in enumerate(boxes) if any((claim, box.column) in marked for claim in claims_of(box.item))
        )
        now = boxes[self._current] if self._current is not None else None
        here = (now.top, now.column, self._current) if now is not None else (-1.0, -1, -1)
        ahead = [place for place in places if (place > here if step > 0 else place < here)]
        if ahead:
            self._choose(ahead[0][2] if step > 0 else ahead[-1][2])

    def _beside(self, page: Page, box: Box, column: int) -> int | None:
        """The box of another column that answers this one, else the one nearest in height."""
        there = page.columns.get(column, ())
        for claim in claims_of(box.item):
            answers = page.arranged.of_claim(claim, column)
            if answers:
                return min(answers, key=lambda at: abs(page.arranged.boxes[at].top - box.top))
        return min(there, key=lambda at: abs(page.arranged.boxes[at].top - box.top), default=None)

    # Opening

    def open_here(self) -> None:
        """Unfold or fold; bring the others to the passage; when they stand there already, open it in its article."""
        page = self.canvas.page
        if page is None or self._current is None:
            return
        item = page.arranged.boxes[self._current].item
        if isinstance(item, Fold):
            self._toggle(self._current)
        elif isinstance(item, Passage) and not page.level(self._current):
            self._bring(self._current)
        else:
            self._open_in_article(self._current)

    def _press(self, at: int) -> None:
        page = self.canvas.page
        self.canvas.setFocus()
        if page is None:
            return
        self._choose(at, scroll=False)
        if isinstance(page.arranged.boxes[at].item, Fold):
            self._toggle(at)
        elif not page.level(at):
            self._bring(at)

    def _bring(self, at: int) -> None:
        """Lay the page out anew so that the others of the row stand beside this passage, which stays where it is on the screen."""
        page = self.canvas.page
        assert page is not None
        box, height = page.arranged.boxes[at], self.canvas.height_of(at)
        if isinstance(box.item, Passage):
            self._wanted = Wanted(box.item.claims[0], box.column, box.item.span.start)
            self._remake(box, height)

    def _toggle(self, at: int) -> None:
        page = self.canvas.page
        assert page is not None
        box, height = page.arranged.boxes[at], self.canvas.height_of(at)
        if isinstance(box.item, Fold):
            self._opened ^= {(box.column, box.item.span)}
            self._remake(box, height)

    def _open_in_article(self, at: int) -> None:
        page = self.canvas.page
        if page is None or self._compared is None:
            return
        box = page.arranged.boxes[at]
        article = self._compared.articles[box.column].id
        if isinstance(box.item, Passage):
            self.sentence_wanted.emit(article, box.item.core[0])
        elif isinstance(box.item, Fold):
            self.sentence_wanted.emit(article, box.item.span)
        else:
            nearest = self._compared.cell(box.item.claim, box.column).nearest
            if nearest is not None:
                self.sentence_wanted.emit(article, nearest.span)

    # Where it stands

    def _choose(self, at: int, *, scroll: bool = True) -> None:
        """Put the ring there and tell the other levels."""
        page = self.canvas.page
        assert page is not None
        self._current = at
        self.canvas.choose(at)
        if scroll:
            self.canvas.show_box(at)
        place = self._place_of(page.arranged.boxes[at])
        if place is not None:
            self._standing.stand(*place)

    def _place_of(self, box: Box) -> tuple[int, int, int] | None:
        """Row, column and passage that a box stands for; None for a fold in which no row begins."""
        compared = self._compared
        if compared is None:
            return None
        if isinstance(box.item, Fold):
            lone = (
                (index, box.column, 0)
                for index, claim in enumerate(compared.comparison.claims)
                for span in compared.cell(index, box.column).spans
                if box.item.span.overlap(span) and claim.cells
            )
            return next(lone, None)
        claims = claims_of(box.item)
        claim = self._standing.claim if self._standing.claim in claims else claims[0]
        assert claim is not None
        spans = sorted(compared.cell(claim, box.column).spans)
        passage = next((at for at, span in enumerate(spans) if isinstance(box.item, Passage) and box.item.span.overlap(span)), 0)
        return (claim, box.column, passage)

    def _go_where_it_stands(self) -> None:
        """Another level moved: choose the same passage here."""
        page = self.canvas.page
        if page is None or self._compared is None or self._standing.claim is None:
            return
        if self._current is not None:
            here = self._place_of(page.arranged.boxes[self._current])
            if here == (self._standing.claim, self._standing.place, self._standing.passage):
                return
        at = self._box_of_standing(page)
        if at is not None:
            self._current = at
            self.canvas.choose(at)
            self.canvas.show_box(at)

    def _box_of_standing(self, page: Page) -> int | None:
        """The box of the chosen cell; for a silent one without a place of its own, that of the nearest source that carries the row."""
        claim, place, compared = self._standing.claim, self._standing.place, self._compared
        if claim is None or compared is None:
            return None
        columns = sorted(page.columns, key=lambda column: abs(column - place))
        for column in columns:
            boxes = page.arranged.of_claim(claim, column)
            if boxes:
                wanted = sorted(compared.cell(claim, column).spans)[self._standing.passage :][:1] if column == place else []
                hit = [at for at in boxes if any(page.arranged.boxes[at].item.span.overlap(span) for span in wanted)]  # type: ignore[union-attr]
                return (hit or list(boxes))[0]
        return self._fold_of(page, claim)

    def _fold_of(self, page: Page, claim: int) -> int | None:
        """The fold that holds a row of one source alone."""
        assert self._compared is not None
        for at, box in enumerate(page.arranged.boxes):
            spans = self._compared.cell(claim, box.column).spans
            if isinstance(box.item, Fold) and any(box.item.span.overlap(span) for span in spans):
                return at
        return None

    # The page

    def _make_room(self) -> None:
        """What the widest page leaves of the pane goes to the reasons of the chosen row."""
        if self._compared is not None:
            self.margin.fit(self.width() / self._look.scale - _BAR - widest_page(self._look.plain, len(self._compared.articles)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide pane has room for more than the texts."""
        super().resizeEvent(event)
        self._make_room()

    def _fit(self) -> None:
        page = self.canvas.page
        if page is None or self.canvas.viewport().width() != self._made_for:
            self._remake()

    def _remake(self, box: Box | None = None, height: float | None = None) -> None:
        """Lay the page out; ``box`` keeps its height on the screen, or what was chosen stays in sight."""
        if self._compared is None or not self.isVisible():
            self.canvas.show_page(None)
            return
        self._made_for = self.canvas.viewport().width()
        page = Page(self._look.plain, self._compared, round(self._made_for / self._look.scale), self._opened, self._wanted)
        self._current = None
        self.canvas.show_page(page)
        same = next((at for at, one in enumerate(page.arranged.boxes) if box and (one.column, one.item) == (box.column, box.item)), None)
        if same is not None and height is not None:
            self._current = same
            self.canvas.choose(same)
            self.canvas.keep_height(same, height)
            return
        self._go_where_it_stands()
        if self._current is None and page.arranged.boxes:
            self._choose(0)

    def showEvent(self, event: object) -> None:
        """Seen for the first time, or at another size: lay the page out."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self.canvas.page is None:
            self._remake()
        else:
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter."""
        if watched is self.canvas and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}
            key = Qt.Key(event.key())
            if key in steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.step(*steps[key])
                return True
        return super().eventFilter(watched, event)

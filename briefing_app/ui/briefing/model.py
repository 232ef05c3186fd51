"""The blocks of a briefing as cards: a title, and what the block holds in lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from briefing_app import briefing as briefings
from briefing_app.briefing import Material
from briefing_app.briefing import tree as trees
from briefing_app.model.briefing import (
    Briefing,
    BriefingBlock,
    ComparisonBlock,
    CoverageBlock,
    ExcerptBlock,
    HeadingBlock,
    JudgementBlock,
    ProvenanceBlock,
    QuotationBlock,
    SourceBlock,
    SourcingBlock,
    SummaryBlock,
    TextBlock,
    TimelineBlock,
)
from briefing_app.model.letters import Letter

Index = QModelIndex | QPersistentModelIndex
_PLACE = "application/x-briefing-block"
_MARKS = re.compile(r"\[@[^\]]*\]|[#*_>`]")
MOST_LINES = 40
"""How many lines of a block the card shows; the page shows all."""


class Role(IntEnum):
    """Where the model keeps its own things."""

    CARD = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line. ``letter`` makes it the badge of an article."""

    text: str
    strong: bool = False
    muted: bool = False
    italic: bool = False
    letter: Letter | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a card; ``indent`` counts steps."""

    pieces: tuple[Piece, ...]
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """A block as it is shown. ``markdown`` is None for blocks that the program writes; ``more`` lines are left out."""

    title: str
    block: BriefingBlock
    markdown: str | None
    lines: tuple[Line, ...] = ()
    more: int = 0
    sourced: bool = True


def cards_of(briefing: Briefing, material: Material) -> tuple[Card, ...]:
    """Every block of the briefing as a card."""
    return tuple(_card(briefing, block, material) for block in briefing.blocks)


def block_title(block: BriefingBlock) -> str:
    """What a block is called in the outline."""
    match block:
        case TextBlock():
            lines = (_MARKS.sub("", line).strip() for line in block.markdown.splitlines())
            return next((line for line in lines if line), "")[:60] or _tr("Text")
        case SummaryBlock():
            return _tr("Summary")
        case ComparisonBlock():
            return _tr("Comparison")
        case ExcerptBlock():
            return _tr("Excerpts with your notes") if block.notes else _tr("Excerpts")
        case QuotationBlock():
            return _tr("Quotations")
        case SourceBlock():
            return _tr("Sources")
        case HeadingBlock():
            return block.words.strip()[:60] or _tr("Heading")
        case JudgementBlock():
            return _tr("Key judgements")
        case SourcingBlock():
            return _tr("Who has it from whom")
        case TimelineBlock():
            return _tr("Timeline")
        case CoverageBlock():
            return _tr("Coverage")
        case ProvenanceBlock():
            return _tr("Provenance")


def written_words(block: BriefingBlock) -> str | None:
    """What the analyst types into a block; None for blocks that the program writes."""
    match block:
        case HeadingBlock():
            return block.words
        case TextBlock() | JudgementBlock():
            return block.markdown
    return None


def with_words(block: BriefingBlock, words: str) -> BriefingBlock:
    """The block with other words typed into it; unchanged when nothing can be typed there."""
    match block:
        case HeadingBlock():
            return HeadingBlock(" ".join(words.split()))
        case TextBlock():
            return TextBlock(words)
        case JudgementBlock():
            return JudgementBlock(words)
    return block


def _card(briefing: Briefing, block: BriefingBlock, material: Material) -> Card:
    title = block_title(block)
    written = written_words(block)
    if written is not None:
        return Card(title, block, written, sourced=False)
    lines = tuple(line for made in briefings.compose_block(briefing, block, material) for line in _lines(made) if line.pieces)
    return Card(title, block, None, lines[:MOST_LINES], max(0, len(lines) - MOST_LINES))


def _lines(block: trees.Block, indent: int = 0) -> Iterator[Line]:
    match block:
        case trees.Heading():
            if block.level > 1:
                yield Line(_pieces(block.inlines, strong=True), indent)
        case trees.Paragraph():
            yield Line(_pieces(block.inlines), indent)
        case trees.Items():
            for item in block.items:
                for part in item:
                    yield from _lines(part, indent + 1)
        case trees.Quote():
            for part in block.blocks:
                yield from _lines(part, indent + 1)
        case trees.Code():
            yield Line((Piece(block.text),), indent)
        case trees.Table():
            yield from _table_lines(block, indent)
        case trees.Timeline():
            for group in block.groups:
                yield Line(_pieces(group.head), indent)
                yield from (Line(_pieces(row.line), indent + 1) for row in group.rows)
        case trees.Graph():
            yield from (Line(_pieces(step), indent) for step in block.steps)
        case _:
            return


def _table_lines(table: trees.Table, indent: int) -> Iterator[Line]:
    heads = [_pieces(line)[:1] for cell in table.head for line in cell.lines[:1]]
    for group in table.groups:
        yield Line(_pieces(group.head, strong=True), indent)
        for row in group.rows:
            for column, cell in enumerate(row):
                head = heads[column] if 0 < column < len(heads) else ()
                for number, line in enumerate(cell.lines[:1]):
                    pieces = _pieces(line)
                    lead = head if number == 0 and column else ()
                    yield Line((*lead, *((Piece("  "),) if lead else ()), *pieces), indent + (1 if column else 0))


def _pieces(inlines: Iterable[trees.Inline], *, strong: bool = False) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for inline in inlines:
        match inline:
            case trees.Text():
                muted = inline.voice in (trees.Voice.MUTED, trees.Voice.UNKNOWN, trees.Voice.INFERRED)
                italic = inline.emphasis or inline.voice is trees.Voice.UNKNOWN
                found.append(Piece(inline.words, strong or inline.strong, muted, italic))
            case trees.Badge():
                found.append(Piece(str(inline.letter), letter=inline.letter))
            case trees.Break():
                found.append(Piece(" "))
            case _:
                pass
    return tuple(found)


class CardModel(QAbstractListModel):
    """The briefing's blocks in order; one that is dragged tells where to, and the desk moves it."""

    moved = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()

    def show(self, cards: tuple[Card, ...]) -> None:
        """Take other blocks; what keeps its place only changes its data."""
        if len(cards) == len(self._cards) and cards:
            self._cards = cards
            self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many blocks there are."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card or its title."""
        if not index.isValid() or index.row() >= len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == Role.CARD:
            return card
        return card.title if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Blocks are dragged, and dropped between others."""
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:
        """Dragging moves."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """A place in this list; nothing that means anything elsewhere."""
        return [_PLACE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The place of the block that is dragged."""
        carried = QMimeData()
        carried.setData(_PLACE, str(indexes[0].row()).encode())
        return carried

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """Tell where the block goes. The list itself changes when the briefing has."""
        if data.hasFormat(_PLACE):
            to = row if row >= 0 else parent.row() if parent.isValid() else len(self._cards)
            self.moved.emit(int(data.data(_PLACE).toStdString()), to)
        return False


def _tr(words: str) -> str:
    return QCoreApplication.translate("briefing", words)

"""One passage of a row as it is laid out and painted: who, the sentence with what differs underlined and named, and why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from briefing_app.model.comparison import DifferenceKind
from briefing_app.ui.certainty import shown_date, shown_source
from briefing_app.ui.comparison.kinds import kind_token, kind_words
from briefing_app.ui.comparison.listing import Fact, Listing
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.prose import Prose, Style, outside
from briefing_app.ui.comparison.words.strands import Clash, Meeting, Named, Strand
from briefing_app.ui.painting import paint_badge_before, paint_shown, paint_words
from briefing_app.ui.theme import Look, Type

LEFT, HEAD, FOOT = 48.0, 24.0, 12.0
_MEASURE = 600.0
_SIDE, _SIDE_GAP, _SIDE_LEAST = 340.0, 32.0, 240.0
_GLOSS, _GLOSS_GAP = 14, 6.0
_QUIET = frozenset({DifferenceKind.WORDING})
_NAMED = (DifferenceKind.CONTRADICTION, DifferenceKind.ATTRIBUTION)
"""The commonest of the long names: with room for them the reasons of all passages stand in line."""
_BEGUN = 40
"""Code points that tell which passage of the row is meant."""


class Block:
    """Laid out once for a width, in pixels of 100 %."""

    def __init__(
        self,
        look: Look,
        compared: Compared,
        strand: Strand,
        named: tuple[Named, ...],
        width: float,
        meeting: Meeting | None = None,
        kind: Type = Type.READING,
    ) -> None:
        self.strand = strand
        self._look, self._compared, self._named = look, compared, named
        self._score = meeting.score if meeting else None
        beside = width - LEFT - 16 >= _MEASURE * 0.8 + _SIDE_GAP + _SIDE_LEAST
        text_width = min(_MEASURE, width - LEFT - 16 - (_SIDE_GAP + _SIDE_LEAST if beside else 0))
        text = compared.articles[strand.place].text
        styles = [*outside(strand.sentence, [strand.span]), *(Style(key, strong=True) for key in strand.keys)]
        styles += [Style(one.span, line=kind_token(one.kind), faint=one.kind in _QUIET) for one in named]
        glossed = [one.span for one in named if one.kind not in _QUIET]
        self._width = width
        self._text = Prose(look, text, strand.sentence, text_width, styles, kind=kind, glossed=glossed, gloss=_GLOSS)
        self._line = look.line_height(kind)
        self._side = LEFT + text_width + _SIDE_GAP if beside else LEFT
        self._side_width = min(_SIDE, width - self._side - 16) if beside else text_width
        facts = [Fact("", own)] if (own := compared.translation(strand.place, strand.span)) else []
        names = map(kind_words, _NAMED) if beside else ()
        self._listing = Listing(look, facts + (facts_of(compared, meeting) if meeting else []), self._side_width, names)
        self._side_top = HEAD if beside else HEAD + self._text.height + 4
        self.height = max(HEAD + self._text.height, self._side_top + self._listing.height) + FOOT

    def paint(self, painter: QPainter, top: float) -> None:
        """Head line, sentence, names below the words, reasons."""
        look = self._look
        self._paint_head(painter, top)
        at = QPointF(LEFT, top + HEAD)
        self._text.paint(painter, at, look.color("ink"))
        self._paint_names(painter, at)
        self._listing.paint(painter, QPointF(self._side, top + self._side_top))

    def _paint_head(self, painter: QPainter, top: float) -> None:
        """Letter, source, date, who tells it, and how sure the pair is."""
        look, document = self._look, self._compared.articles[self.strand.place].document
        paint_badge_before(painter, look, self._compared.letter(self.strand.place), QPointF(LEFT - 8, top + 2))
        line = QRectF(LEFT, top, self._width - LEFT - 16, 20)
        line.setLeft(line.left() + paint_shown(painter, look, shown_source(document.source), line, kind=Type.UI) + 12)
        line.setLeft(line.left() + paint_shown(painter, look, shown_date(document.date), line) + 12)
        told = " → ".join(self.strand.chain)
        words = _tr("told by %1").replace("%1", told) if told else _tr("in its own voice")
        if self._score is not None:
            words += " · " + _tr("%1 % sure that both say one thing").replace("%1", str(round(100 * self._score)))
        paint_words(painter, words, line, look.font(Type.SMALL), look.color("muted"))

    def _paint_names(self, painter: QPainter, at: QPointF) -> None:
        """What a difference is called, below its first word; a name that would run into the last one is left to the list."""
        look, font = self._look, self._look.font(Type.HINT)
        metrics = QFontMetricsF(font)
        taken: dict[float, float] = {}
        for one in self._named:
            places = self._text.places(one.span) if one.kind not in _QUIET else []
            if not places:
                continue
            width = metrics.horizontalAdvance(kind_words(one.kind))
            left = min(at.x() + places[0].left(), self._width - 4 - width)  # a name below the last word of a line moves in
            box = QRectF(left, at.y() + places[0].top() + self._line - 3, width + 1, _GLOSS)
            if box.left() >= taken.get(box.top(), -1.0):
                paint_words(painter, kind_words(one.kind), box, font, look.color(kind_token(one.kind)))
                taken[box.top()] = box.right() + _GLOSS_GAP


def facts_of(compared: Compared, meeting: Meeting) -> list[Fact]:
    """What both share, what other passages of the row say against it, then the differences with their reasons, the weightiest first."""
    shared = [Fact(_tr("shared"), ", ".join(meeting.shared))] if meeting.shared else []
    differences = [Fact(kind_words(one.kind), _flat(one.why), kind_token(one.kind)) for one in meeting.differences]
    clashes = [_clash_fact(compared, one) for one in meeting.clashes]
    marks = [Fact(kind_words(mark.kind), _flat(mark.words), kind_token(mark.kind)) for mark in meeting.marks]
    return [*shared, *clashes, *marks, *differences]


def _clash_fact(compared: Compared, clash: Clash) -> Fact:
    other, kind = clash.other, clash.difference.kind
    words = _tr("%1 (%2: “%3”)").replace("%1", _flat(clash.difference.why)).replace("%2", str(compared.letter(other.place)))
    return Fact(kind_words(kind), words.replace("%3", _begun(other.span.of(compared.articles[other.place].text))), kind_token(kind))


def _begun(words: str) -> str:
    """The first few of many words."""
    flat = _flat(words)
    return flat if len(flat) <= _BEGUN else flat[:_BEGUN].rpartition(" ")[0] + " …"


def _flat(words: str) -> str:
    return " ".join(words.split())


def _tr(words: str) -> str:
    return QCoreApplication.translate("comparison", words)

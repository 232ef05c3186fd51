"""What a card shows of the chosen cell: its words beside another source's, or why its row stands where it stands."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from briefing_app.model.comparison import ClaimStatus, Relation
from briefing_app.ui.comparison.listing import Listing
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.reasons import why_of
from briefing_app.ui.comparison.standing import Standing
from briefing_app.ui.comparison.why_words import status_question, why_facts
from briefing_app.ui.comparison.words.block import Block
from briefing_app.ui.comparison.words.strands import Strand, meet, strands_of
from briefing_app.ui.painting import paint_words
from briefing_app.ui.theme import Look, Type

WIDE, NARROW = 900.0, 460.0
_HEAD = 24.0
_INDENT = 24.0


class WordsCard:
    """The chosen passage and the one that it differs from most, word by word."""

    def __init__(self, look: Look, compared: Compared, here: Strand, there: Strand | None, width: float) -> None:
        meeting = meet(compared, here, there) if there else None
        self._blocks = [Block(look, compared, here, meeting.here if meeting else (), width, kind=Type.ZONE)]
        if there is not None and meeting is not None:
            self._blocks.append(Block(look, compared, there, meeting.there, width, meeting, Type.ZONE))
        self.height = sum(block.height for block in self._blocks)
        texts = [(block.strand.place, block.strand.span.of(compared.articles[block.strand.place].text)) for block in self._blocks]
        self.spoken = ". ".join(f"{compared.letter(place)}: {' '.join(words.split())}" for place, words in texts)

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """One above the other."""
        painter.save()
        painter.translate(at.x() - _INDENT, at.y())
        top = 0.0
        for block in self._blocks:
            block.paint(painter, top)
            top += block.height
        painter.restore()


class WhyCard:
    """Everything that a row's status rests on."""

    def __init__(self, look: Look, compared: Compared, claim: int, place: int, width: float) -> None:
        self._look = look
        why = why_of(compared, claim, place)
        self._status = why.claim.status
        facts = why_facts(why)
        self._listing = Listing(look, facts, width)
        self.height = _HEAD + self._listing.height
        self.spoken = ". ".join(f"{fact.name}: {fact.words}" for fact in facts)

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """The question, then the facts."""
        look = self._look
        color = look.color("conflict" if self._status is ClaimStatus.CONFLICT else "ink")
        paint_words(painter, status_question(self._status), QRectF(at.x(), at.y(), 300, 20), look.font(Type.UI_BOLD), color)
        self._listing.paint(painter, at + QPointF(0, _HEAD))


def words_card(look: Look, compared: Compared, standing: Standing, width: float) -> WordsCard | None:
    """The peek at the chosen cell, None when its row has no passage."""
    if standing.claim is None:
        return None
    strands = strands_of(compared, standing.claim)
    if not strands:
        return None
    here = min(strands, key=lambda one: (abs(one.place - standing.place), abs(one.passage - standing.passage)))
    return WordsCard(look, compared, here, counterpart(compared, standing.claim, here, strands), width)


def counterpart(compared: Compared, claim: int, here: Strand, strands: tuple[Strand, ...]) -> Strand | None:
    """With whom a passage is best compared: who contradicts it, else whose words stand for the row, else the next source."""
    others = [one for one in strands if one.place != here.place] or [one for one in strands if one is not here]
    if not others:
        return None
    row = compared.comparison.claims[claim]
    spoken_for = compared.place(row.statement_from.article)

    def order(one: Strand) -> tuple[bool, bool, int]:
        against = {compared.cell(claim, at.place).relation for at in (one, here)}
        return (Relation.CONTRADICTS not in against or len(against) == 1, one.place != spoken_for, one.place)

    return min(others, key=order)

"""What stands in a cell of the matrix: which passages, cut around the words that matter, and who says them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from briefing_app.model.annotation import Translation
from briefing_app.model.article import Article
from briefing_app.model.comparison import Cell, Claim, ClaimStatus, Comparison, DifferenceKind, Mark, Relation
from briefing_app.model.event import Event, events_reported
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.model.letters import Letter
from briefing_app.model.ruling import Ruling
from briefing_app.model.span import Span
from briefing_app.ui.comparison.cutting import AFTER, NEAR, disputed_pieces, flat, pieces_of
from briefing_app.ui.comparison.disputed import disputed_in, without_repeats
from briefing_app.ui.comparison.kinds import kind_words

_ELLIPSIS = " … "
_LINE = re.compile(r"\S[^\n]*")
_LIKELY = 0.5
"""Score from which a passage more likely than not says what the claim says."""
_BOTH_SIDES = (ClaimStatus.CONFLICT, ClaimStatus.PROGRESSION)
"""Where every passage of a cell is shown: an article may carry both sides."""


@dataclass(frozen=True)
class Compared:
    """What the compare pane shows: the comparison with its articles in column order, and the event when there is one."""

    comparison: Comparison
    articles: tuple[Article, ...]
    event: Event | None = None
    sentences: tuple[tuple[Span, ...], ...] = ()
    """The told sentences of each article, as far as they are known."""
    rulings: tuple[Ruling, ...] = ()
    """What the analyst has ruled of the words of these articles, in the order in which it was made."""
    translations: tuple[tuple[Translation, ...], ...] = ()
    """What analysts have given for words of each article that are in another language."""
    gone: bool = False
    """Whether the event, or one of the chosen articles, is no more."""
    homes: tuple[EventId | None, ...] = ()
    """The event that each article belongs to, in column order; None for one that stands alone."""

    def article(self, number: ArticleId) -> Article:
        """One of the compared articles."""
        return next(article for article in self.articles if article.id == number)

    def place(self, number: ArticleId) -> int:
        """An article's place in column order."""
        return self.comparison.articles.index(number)

    def letter(self, place: int) -> Letter:
        """What the article at a place goes by."""
        return self.comparison.letter_at(place)

    def translation(self, place: int, span: Span) -> str:
        """What an analyst gives for a passage, said to be theirs; empty for none."""
        told = self.translations[place] if place < len(self.translations) else ()
        return "  ·  ".join(_translated(one) for one in told if one.span.overlap(span))

    def cell(self, claim: int, place: int) -> Cell:
        """What the article at ``place`` has for a claim."""
        number = self.articles[place].id
        return self._cells.get((claim, number)) or Cell(number, Relation.ABSENT)

    @cached_property
    def _cells(self) -> dict[tuple[int, ArticleId], Cell]:
        return {(index, cell.article): cell for index, claim in enumerate(self.comparison.claims) for cell in claim.cells}

    def is_left_out(self, claim: int) -> bool:
        """Whether some source's silence on a row is an omission."""
        return any(index == claim for index, _ in self._omissions)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The language of each article, empty where it is not known."""
        return tuple(article.document.language.value or "" for article in self.articles)

    @cached_property
    def events(self) -> int:
        """How many events articles of one language report, as far as that is known; 1 for those of one event."""
        return 1 if self.event else events_reported(zip(self.homes, self.languages, strict=False))

    def is_foreign(self, claim: Claim, place: int) -> bool:
        """Whether a claim stands in no article of the language of another one, so that its silence says nothing."""
        languages = {article.id: language for article, language in zip(self.articles, self.languages, strict=True)}
        return self.articles[place].id in claim.not_compared(languages)

    def left_out(self, claim: int, place: int) -> str:
        """Why a source's silence on a row is an omission, empty when it is none."""
        return self._omissions.get((claim, self.articles[place].id), "")

    def is_elsewhere(self, claim: int, place: int) -> bool:
        """Whether what comes near to a claim in an article that is not in its row, likely enough to be the same, stands in another row."""
        cell = self.cell(claim, place)
        near = cell.nearest
        if cell.spans or near is None or near.likely or near.score < _LIKELY:
            return False
        return any(near.span.overlap(span) for span in self._standing[cell.article])

    @cached_property
    def _standing(self) -> dict[ArticleId, list[Span]]:
        """The passages of each article that stand in a row."""
        found: dict[ArticleId, list[Span]] = {article.id: [] for article in self.articles}
        for (_, number), cell in self._cells.items():
            found[number] += cell.spans
        return found

    @cached_property
    def _omissions(self) -> dict[tuple[int, ArticleId], str]:
        return {(omission.claim, omission.article): omission.why for omission in self.comparison.omissions}

    def told(self, place: int) -> tuple[Span, ...]:
        """The told sentences of an article; its told lines while nobody has read it for sentences."""
        if place < len(self.sentences) and self.sentences[place]:
            return self.sentences[place]
        document = self.articles[place].document
        return tuple(
            Span(zone.span.start + found.start(), zone.span.start + found.end())
            for zone in document.told()
            for found in _LINE.finditer(zone.span.of(document.text))
        )


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim, its index in the comparison, and the place of the article whose wording it is in.

    ``alone`` when it stands under no head of its status; ``noted`` says in a few words what the analyst ruled of it;
    ``left_out`` when some source leaves out what most others carry.
    """

    index: int
    claim: Claim
    place: int
    alone: bool = False
    noted: str = ""
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage of a cell in pieces (text, strong), and who says it: the chain from its origin, empty for the outlet itself.

    ``remark`` is what is to be said of it, ``hedged`` whether that is, among other things, that it is said with less certainty.
    ``translation`` is an analyst's, and says so.
    """

    pieces: tuple[tuple[str, bool], ...]
    teller: str = ""
    remark: str = ""
    hedged: bool = False
    translation: str = ""


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell as it is painted: its passages, a ``note`` on all of it, how many ``more`` passages it has, and whether it is silent.

    ``left_out`` says why the silence is an omission, empty otherwise; ``whole`` is the verbatim passage. ``perhaps``: nothing surely
    says it, but ``whole`` may; ``elsewhere``: it may, and stands in another row. ``foreign``: the claim stands in another language,
    with which nothing is compared.
    """

    passages: tuple[PassageView, ...]
    absent: bool
    left_out: str = ""
    whole: str = ""
    note: str = ""
    more: int = 0
    perhaps: bool = False
    foreign: bool = False
    elsewhere: bool = False

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The words of all passages."""
        return tuple(piece for passage in self.passages for piece in passage.pieces)


def cell_view(compared: Compared, row: ClaimRow, place: int) -> CellView:
    """What stands in a cell."""
    article = compared.articles[place]
    cell = compared.cell(row.index, place)
    if not cell.spans:
        left_out = compared.left_out(row.index, place)
        nearest = cell.nearest.span.of(article.text) if cell.nearest else ""
        perhaps = cell.nearest is not None and cell.nearest.likely and not left_out
        foreign = not left_out and compared.is_foreign(row.claim, place)
        elsewhere = not (left_out or foreign) and compared.is_elsewhere(row.index, place)
        return CellView((), True, left_out, " ".join(nearest.split()), perhaps=perhaps, foreign=foreign, elsewhere=elsewhere)
    both_sides = row.claim.status in _BOTH_SIDES
    shown = sorted(cell.spans) if both_sides else [_fullest(cell)]
    passages = tuple(_passage(compared, article, cell, span, shown, row.claim if both_sides else None) for span in shown)
    whole = _ELLIPSIS.join(flat(span.of(article.text)) for span in sorted(cell.spans))
    return CellView(passages, False, whole=whole, more=len(cell.spans) - len(shown))


def _fullest(cell: Cell) -> Span:
    """The passage that holds most of the words that matter; the first of equals."""
    return max(sorted(cell.spans), key=lambda span: sum(len(key) for key in cell.key_spans if span.holds(key)))


def _passage(compared: Compared, article: Article, cell: Cell, span: Span, shown: Sequence[Span], disputing: Claim | None) -> PassageView:
    """One passage; ``disputing`` is its claim where sources stand against each other in it."""
    place = compared.place(article.id)
    found = disputed_in(article.text, span, disputing, compared.told(place)) if disputing else ()
    disputed = [one for one in found if span.holds(one) or not any(other.overlap(one) for other in shown)]
    keys = [key for key in cell.key_spans if span.holds(key)]
    pieces = (
        disputed_pieces(article.text, span, keys, disputed)
        if disputed
        else pieces_of(article.text, span, keys, AFTER if disputing else NEAR)
    )
    last = span == shown[-1]
    marks = [mark for mark in cell.marks if _stands_at(mark, shown) == span]
    hedged = any(mark.kind is DifferenceKind.HEDGE for mark in marks) or (last and cell.relation is Relation.WEAKER)
    teller = " → ".join(compared.comparison.chain_of(cell, span))
    told = [mark for mark in marks if not (teller and mark.kind is DifferenceKind.ATTRIBUTION)]  # who says it stands before them
    said = remark(cell.relation if last else None, told, against=any(mark.kind is DifferenceKind.CONTRADICTION for mark in cell.marks))
    return PassageView(tuple(pieces), teller, said, hedged, compared.translation(place, span))


def _translated(one: Translation) -> str:
    whose = _tr("translation by %1").replace("%1", one.author) if one.author else _tr("your translation")
    return f"{whose}: {one.words}"


def _stands_at(mark: Mark, shown: Sequence[Span]) -> Span:
    """The passage that a mark is about; the last one when it is about none of them alone."""
    about = mark.span
    if about is None or not any(span.overlap(about) for span in shown):
        return shown[-1]
    return max(shown, key=about.overlap)


def remark(relation: Relation | None, marks: Sequence[Mark], *, against: bool = False) -> str:
    """What is to be said below words: how they stand to the row, and their marks; ``against``: some mark says what contradicts what."""
    relations = {
        Relation.WEAKER: _tr("weaker"),
        Relation.STRONGER: _tr("stronger"),
        Relation.ADDS_DETAIL: _tr("adds detail"),
        Relation.CONTRADICTS: "" if against else _tr("contradicts"),
    }
    parts = [words] if relation is not None and (words := relations.get(relation, "")) else []
    parts += [_mark_words(mark) for mark in marks]
    return " · ".join(without_repeats(parts))


def _mark_words(mark: Mark) -> str:
    """A mark; one that merely quotes a cue says of what."""
    cue = mark.words.startswith("“") and mark.words.endswith("”") and " against " not in mark.words
    return f"{kind_words(mark.kind)} {mark.words}" if cue else mark.words or kind_words(mark.kind)


def claim_words(claim: Claim) -> str:
    """The claim as the head of its row: its source's words on one line, the first letter large unless the word is written otherwise."""
    words = " ".join(claim.statement.split())
    first = words.partition(" ")[0]
    return words[:1].upper() + words[1:] if first.islower() and len(words[:1].upper()) == 1 else words


def spoken(cell: CellView) -> str:
    """The cell for a screen reader."""
    if cell.absent:
        return silence_words(cell)
    below = (words for passage in cell.passages for words in (passage.translation, passage.teller, passage.remark))
    return ". ".join(words for words in (cell.whole, *below, cell.note) if words)


def silence_words(cell: CellView) -> str:
    """What is said in place of a passage."""
    if cell.left_out:
        return _tr("left out: %1").replace("%1", cell.left_out)
    if cell.foreign:
        return _tr("another language: not compared")
    if cell.elsewhere:
        return _tr("in another row: “%1”").replace("%1", cell.whole)
    return _tr("perhaps: “%1”").replace("%1", cell.whole) if cell.perhaps else _tr("absent")


def _tr(words: str) -> str:
    return QCoreApplication.translate("comparison", words)

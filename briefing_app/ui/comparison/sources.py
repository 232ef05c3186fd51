"""A source at the head of its column, the same in the matrix and above the texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter

from briefing_app.model.comparison import Comparison, DifferenceKind
from briefing_app.model.letters import Letter
from briefing_app.ui.certainty import Certainty, Shown, shown_date, shown_name, shown_source
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.reasons import later_stages
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import paint_badge, paint_shown, paint_words
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.words import percent

_NARROW = 250
_NEARLY_WHOLE = 0.8
_AGAINST = frozenset({DifferenceKind.CONTRADICTION, DifferenceKind.NUMBER, DifferenceKind.DATE})


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """A source at the head of its column; ``left_out`` claims that most others carry are missing in it.

    ``copies`` are the letters of its copies that are folded into the column; ``repeats`` is (letter of the original, share) of a copy that
    has a column of its own.
    """

    place: int
    letter: Letter
    source: Shown
    date: Shown
    title: Shown
    left_out: int = 0
    copies: tuple[Letter, ...] = ()
    repeats: tuple[Letter, float] | None = None
    earlier: tuple[Letter, ...] = ()
    """The sources that tell an earlier stage of the same."""
    empty: bool = False
    """Whether nothing of the file is article."""

    @property
    def tip(self) -> str:
        """All of it in words."""
        lines = [f"{self.source.text}, {self.date.text}", self.title.text]
        if self.repeats:
            lines.append(_repeats(*self.repeats))
        if self.letter.turn:
            lines.append(_one_house(self.letter))
        if self.empty:
            lines.append(_empty())
        if self.earlier:
            lines.append(_later(self.earlier))
        if self.copies:
            lines.append(_tr("with its copies %1").replace("%1", ", ".join(map(str, self.copies))))
        if self.left_out:
            lines.append(_tr("leaves out %Ln claim(s) that most others carry", self.left_out))
        return "\n".join(lines)


def column_groups(comparison: Comparison, *, folded: bool) -> tuple[tuple[int, ...], ...]:
    """The columns as places of sources: copies stand beside their original, the earliest letter; folded, they are one column with it."""
    place = {article: at for at, article in enumerate(comparison.articles)}
    original = list(range(len(comparison.articles)))
    for copy in comparison.copies:
        first, second = sorted((place[copy.a], place[copy.b]))
        old, new = original[second], original[first]
        original = [new if at == old else at for at in original]
    groups = [tuple(at for at, head in enumerate(original) if head == chief) for chief in dict.fromkeys(original)]
    return tuple(groups) if folded else tuple((at,) for group in groups for at in group)


def mostly_copied(comparison: Comparison) -> bool:
    """Whether some source repeats another nearly whole and says nothing against it, so that the two are better seen as one."""
    against = {frozenset((one.a.article, one.b.article)) for one in comparison.differences if one.kind in _AGAINST}
    whole = [frozenset((copy.a, copy.b)) for copy in comparison.copies if copy.share >= _NEARLY_WHOLE]
    return bool(whole) and not against.intersection(whole)


def column_heads(compared: Compared, groups: Sequence[tuple[int, ...]] = ()) -> tuple[ColumnHead, ...]:
    """The sources in column order, those of ``groups`` (none: each for itself, in the order of their letters)."""
    return tuple(_head(compared, group) for group in groups or [(place,) for place in range(len(compared.articles))])


def _head(compared: Compared, group: tuple[int, ...]) -> ColumnHead:
    article = compared.articles[group[0]]
    copied = [
        (compared.letter(first), copy.share)
        for copy in compared.comparison.copies
        for first, second in (sorted((compared.place(copy.a), compared.place(copy.b))),)
        if second == group[0]
    ]
    return ColumnHead(
        group[0],
        compared.letter(group[0]),
        shown_source(article.document.source),
        shown_date(article.document.date),
        shown_name(article.document.title, _tr("no title (%1)").replace("%1", article.custody.file_name)),
        sum(omission.article == article.id for omission in compared.comparison.omissions),
        tuple(map(compared.letter, group[1:])),
        max(copied, key=lambda one: one[1], default=None),
        tuple(compared.letter(earlier) for later, earlier in later_stages(compared.comparison) if later == group[0]),
        not compared.told(group[0]),
    )


def paint_source(painter: QPainter, look: Look, head: ColumnHead, rect: QRectF) -> None:
    """Letter, name, date, title and a line in the hue, 48 high."""
    box = rect.adjusted(12, 4, -12, 0)
    left = box.left()
    for letter in (head.letter, *head.copies):
        left += paint_badge(painter, look, letter, QPointF(left, box.top() + 2)) + 2
    left += 6
    _paint_words(painter, look, head, QRectF(left, box.top(), box.right() - left, box.height()))
    hue = look.hue(head.letter.house) or look.color("muted")
    painter.fillRect(QRectF(box.left(), rect.bottom() - 2, box.width(), 2), hue)


def _paint_words(painter: QPainter, look: Look, head: ColumnHead, box: QRectF) -> None:
    """Source, date, title, and how much is left out; in a narrow column the date opens the second line."""
    first = QRectF(box.left(), box.top(), box.width(), 20)
    below = QRectF(box.left(), box.top() + 20, box.width(), 16)
    if box.width() >= _NARROW:
        date = first.adjusted(first.width() - min(150, first.width() * 0.6), 0, 0, 0)
        first.setRight(first.right() - paint_shown(painter, look, head.date, date, kind=Type.SMALL, right=True) - 10)
        words = _beside_title(head)
        below.setRight(below.right() - _paint_left_out(painter, look, head, below, words=not words))  # both would leave the title no room
        if words:
            below.setRight(below.right() - paint_words(painter, words, below, look.font(Type.SMALL), look.color("caution"), right=True) - 8)
    else:
        first.setRight(first.right() - _paint_left_out(painter, look, head, first, words=False))
        below.setLeft(below.left() + paint_shown(painter, look, head.date, below) + 8)
        if head.source.certainty is head.title.certainty is Certainty.UNKNOWN:  # it goes by its file
            paint_shown(painter, look, head.title, first, kind=Type.UI)
            return
    paint_shown(painter, look, head.source, first, kind=Type.UI)
    if below.width() > 30:
        paint_shown(painter, look, head.title, below, quiet=True)


def _paint_left_out(painter: QPainter, look: Look, head: ColumnHead, line: QRectF, *, words: bool) -> float:
    """The mark of omissions and their count at the right end of a line; returns the width taken."""
    if not head.left_out:
        return 0.0
    text = _tr("leaves out %1").replace("%1", str(head.left_out)) if words else str(head.left_out)
    width = paint_words(painter, text, line, look.font(Type.SMALL), look.color("muted"), right=True)
    box = QRectF(line.right() - width - 18, line.center().y() - 7, 14, 14)
    paint_icon(painter, "omission", box, look.color("muted"))
    return width + 28


def _beside_title(head: ColumnHead) -> str:
    """What is to be known of a source before it counts as another witness: nothing told, a copy, one house, a later stage."""
    if head.empty:
        return _empty()
    if head.repeats:
        return _repeats(*head.repeats)
    if head.letter.turn:
        return _one_house(head.letter)
    return _later(head.earlier) if head.earlier else ""


def _empty() -> str:
    return _tr("no article text")


def _later(letters: Sequence[Letter]) -> str:
    return _tr("tells a later stage than %1").replace("%1", ", ".join(map(str, letters)))


def _repeats(original: Letter, share: float) -> str:
    return _tr("%2 word for word as %1").replace("%1", str(original)).replace("%2", percent(share))


def _one_house(letter: Letter) -> str:
    return _tr("of one house with %1").replace("%1", str(Letter(letter.house)))


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("comparison", words, "", count)

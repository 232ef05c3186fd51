"""Sourcing, timeline and coverage, drawn; every part leads to its words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from briefing_app.model.chronology import Bar, chronology
from briefing_app.model.comparison import ClaimStatus, OriginKind, Place
from briefing_app.model.letters import Letter
from briefing_app.model.sourcing import SourceEdge, SourcingGraph, sourcing_graph
from briefing_app.ui.certainty import day_text, interval_text, shown_date, source_words
from briefing_app.ui.comparison.drawer.figure import Figure, Hit
from briefing_app.ui.comparison.matrix.headers import STATUS_ICONS, status_words
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import badge_width, paint_badge, paint_words
from briefing_app.ui.theme import BADGE, Look, Type

_NODE, _ROW = 12.0, 62.0
_ALIGNED = {True: Qt.AlignmentFlag.AlignLeft, False: Qt.AlignmentFlag.AlignHCenter}
_LINE, _BAR = 20.0, 8.0


def sourcing(look: Look, compared: Compared, claim: int | None, width: float) -> Figure:
    """Who has it from whom: origins at the left, outlets at the right, the chosen row's way in the accent."""
    figure = Figure(look, width, (_tr("from"), _tr("to"), _tr("claims"), _tr("inferred")))
    graph = sourcing_graph(compared.comparison)
    figure.write(_tr("Who has it from whom: origins left, outlets right"), token="muted", gap=12)
    if not graph.edges:
        figure.write(_tr("No source says from whom it has anything."))
        return figure
    rows = max(sum(node.depth == depth for node in graph.nodes) for depth in range(graph.depth + 1))
    area = QRectF(6, figure.height, width - 12, max(2, rows) * _ROW)
    figure.draw(lambda painter: _paint_graph(painter, look, compared, graph, area, claim))
    figure.height = area.bottom() + 12
    names = [node.name if node.place is None else str(compared.letter(node.place)) for node in graph.nodes]
    for edge in graph.edges:
        figure.rows.append((names[edge.a], names[edge.b], str(len(edge.claims)), _tr("yes") if edge.inferred else ""))
        _lead(figure, compared, graph, edge, area, names)
    _write_origins(figure, compared, OriginKind.MEDIUM)
    _write_origins(figure, compared, OriginKind.ON_RECORD)
    figure.write(_tr("solid: a named teller · dashed: one without a name · thick and blue: the chosen row"), token="muted")
    return figure


def _write_origins(figure: Figure, compared: Compared, kind: OriginKind) -> None:
    """How many origins of a kind there are, and how much goes back to each."""
    origins = [origin for origin in compared.comparison.origins if origin.kind is kind]
    if not origins:
        return
    medium = kind is OriginKind.MEDIUM
    counted = _tr("%Ln independent origin(s)", len(origins)) if medium else _tr("%Ln voice(s) on record", len(origins))
    figure.write(counted, kind=Type.UI_BOLD, gap=2)
    for origin in origins:
        letters = ", ".join(str(compared.letter(place)) for place in sorted(map(compared.place, origin.articles)))
        words = _tr("%1: %2, in %3").replace("%1", origin.name).replace("%2", _tr("%Ln claim(s)", origin.claims)).replace("%3", letters)
        figure.write(words, token="muted", gap=2)
    figure.height += 8


def _spot(graph: SourcingGraph, number: int, area: QRectF) -> QPointF:
    node = graph.nodes[number]
    return QPointF(area.left() + area.width() * node.depth / graph.depth, area.top() + area.height() * node.order)


def _lead(figure: Figure, compared: Compared, graph: SourcingGraph, edge: SourceEdge, area: QRectF, names: list[str]) -> None:
    """The outlet's badge at the end of an edge leads to the first words that came that way."""
    place = graph.nodes[edge.b].place
    if place is None:
        return
    spans = compared.cell(edge.claims[0], place).spans
    spot = _spot(graph, edge.b, area)
    box = QRectF(spot.x() - 10, spot.y() - 10, 20, 20)
    if spans and all(hit.rect != box for hit in figure.hits):
        figure.hits.append(Hit(box, Place(compared.articles[place].id, min(spans)), f"{names[edge.a]} → {names[edge.b]}"))


def _paint_graph(painter: QPainter, look: Look, compared: Compared, graph: SourcingGraph, area: QRectF, claim: int | None) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for edge in sorted(graph.edges, key=lambda edge: claim in edge.claims):
        chosen = claim is not None and claim in edge.claims
        pen = QPen(look.color("accent" if chosen else "muted"), 2.0 if chosen else 1.25)
        if edge.inferred:
            pen.setDashPattern([4 / pen.widthF(), 4 / pen.widthF()])
        painter.setPen(pen)
        start, end = _spot(graph, edge.a, area), _spot(graph, edge.b, area)
        path = QPainterPath(start)
        middle = (start.x() + end.x()) / 2
        path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
        painter.drawPath(path)
    for number, node in enumerate(graph.nodes):
        spot = _spot(graph, number, area)
        if node.place is not None:
            letter = compared.letter(node.place)
            paint_badge(painter, look, letter, QPointF(spot.x() - badge_width(look, letter) / 2, spot.y() - BADGE / 2))
            continue
        painter.setPen(QPen(look.color("ink"), 1.25))
        painter.setBrush(look.color("ink" if node.depth == 0 else "paper"))
        painter.drawEllipse(spot, _NODE / 2, _NODE / 2)
        room = max(84.0, area.width() / graph.depth - 10)
        left = max(area.left() - 6, spot.x() - (0 if node.depth == 0 else room / 2))
        painter.setFont(look.font(Type.SMALL))
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap | _ALIGNED[node.depth == 0]
        box = QRectF(left, spot.y() + 8, room, 32)
        painter.fillRect(painter.boundingRect(box, flags, node.name).adjusted(-2, 0, 2, 0), look.color("paper"))
        painter.drawText(box, flags, node.name)
    painter.restore()


def timeline(look: Look, compared: Compared, _claim: int | None, width: float) -> Figure:
    """When things happened, and when each source reported; what is known as an interval is a bar."""
    figure = Figure(look, width, (_tr("when"), _tr("source"), _tr("what")))
    drawn = chronology(compared.comparison, [one.document.date.value for one in compared.articles])
    if drawn.first is None:
        figure.write(_tr("Nothing is dated."), token="muted")
        return figure
    assert drawn.last is not None
    stretch = _tr("Each line runs from %1 to %2").replace("%1", day_text(drawn.first)).replace("%2", day_text(drawn.last))
    figure.write(stretch, token="muted", gap=10)
    figure.write(_tr("Reported"), kind=Type.UI_BOLD)
    for bar in drawn.reported:
        document = compared.articles[bar.place].document
        words = f"{source_words(document.source)}, {shown_date(document.date).text}"
        figure.rows.append((bar.known.edtf if bar.known else "", str(compared.letter(bar.place)), _tr("reported")))
        _span(figure, compared.letter(bar.place), bar, words)
    figure.height += 8
    figure.write(_tr("Happened"), kind=Type.UI_BOLD)
    for bar in drawn.happened:
        assert bar.entry is not None
        figure.rows.append((bar.entry.date.edtf, str(compared.letter(bar.place)), bar.entry.what))
        rect = _span(figure, compared.letter(bar.place), bar, f"{interval_text(bar.entry.date)}: {bar.entry.what}")
        figure.hits.append(Hit(rect, bar.entry.place, bar.entry.what))
    return figure


def _span(figure: Figure, letter: Letter, bar: Bar, words: str) -> QRectF:
    """A letter, words, and below them the bar on the line of time."""
    look, top, width = figure.look, figure.height, figure.width
    rect = figure.write(words, 24.0, gap=2)
    line = QRectF(24, figure.height, width - 24, _BAR)

    def paint(painter: QPainter) -> None:
        paint_badge(painter, look, letter, QPointF(0, top + 1))
        painter.fillRect(QRectF(line.left(), line.center().y(), line.width(), 1), look.color("line"))
        if bar.start is not None and bar.end is not None:
            hue = look.hue(letter.house) or look.color("muted")
            length = max(4.0, (bar.end - bar.start) * line.width())
            painter.fillRect(QRectF(line.left() + bar.start * line.width(), line.top(), length, _BAR), hue)

    figure.draw(paint)
    figure.height += _BAR + 10
    return QRectF(0, top, width, rect.height() + _BAR + 4)


def coverage(look: Look, compared: Compared, _claim: int | None, width: float) -> Figure:
    """Who carries how many of the claims, by their status."""
    figure = Figure(look, width, (_tr("source"), *(status_words(status) for status in ClaimStatus), _tr("of all")))
    claims = compared.comparison.claims
    figure.write(_tr("Who carries how many of %1 claims").replace("%1", str(len(claims))), token="muted", gap=10)
    for place, article in enumerate(compared.articles):
        carried = [index for index in range(len(claims)) if compared.cell(index, place).spans]
        counts = [sum(claims[index].status is status for index in carried) for status in ClaimStatus]
        figure.rows.append((str(compared.letter(place)), *map(str, counts), str(len(carried))))
        top = figure.height
        _bars(figure, compared.letter(place), source_words(article.document.source), counts, len(claims))
        if carried:
            span = min(compared.cell(carried[0], place).spans)
            rect = QRectF(0, top, width, figure.height - top)
            figure.hits.append(Hit(rect, Place(article.id, span), f"{compared.letter(place)}: {len(carried)}"))
    for status in ClaimStatus:
        _write_sign(figure, status)
    return figure


def _write_sign(figure: Figure, status: ClaimStatus) -> None:
    """What the sign of a status means: the drawing goes out without the program."""
    look, top = figure.look, figure.height
    color = look.color("conflict" if status is ClaimStatus.CONFLICT else "muted")
    figure.draw(lambda painter: paint_icon(painter, STATUS_ICONS[status], QRectF(24, top + 1, 14, 14), color))
    figure.write(status_words(status), 44, token="muted", gap=2)


def _bars(figure: Figure, letter: Letter, name: str, counts: list[int], of: int) -> None:
    """One bar for all, then the counts with the signs of their statuses."""
    look, top, width = figure.look, figure.height, figure.width
    total = sum(counts)

    def paint(painter: QPainter) -> None:
        paint_badge(painter, look, letter, QPointF(0, top + 2))
        small = look.font(Type.SMALL)
        paint_words(painter, str(total), QRectF(0, top, width, _LINE), look.font(Type.SMALL_BOLD), look.color("ink"), right=True)
        paint_words(painter, name, QRectF(24, top, width - 70, _LINE), look.font(Type.UI), look.color("ink"))
        painter.fillRect(QRectF(24, top + _LINE + 2, width - 24, _BAR), look.color("line"))
        hue = look.hue(letter.house) or look.color("muted")
        painter.fillRect(QRectF(24, top + _LINE + 2, (width - 24) * total / max(1, of), _BAR), hue)
        left = 24.0
        for status, count in zip(ClaimStatus, counts, strict=True):
            color = look.color("conflict" if status is ClaimStatus.CONFLICT and count else "muted")
            paint_icon(painter, STATUS_ICONS[status], QRectF(left, top + _LINE + 14, 14, 14), color)
            paint_words(painter, str(count), QRectF(left + 18, top + _LINE + 13, 30, 16), small, look.color("muted"))
            left += 50

    figure.draw(paint)
    figure.height += _LINE + _BAR + 34


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("comparison", words, "", count)

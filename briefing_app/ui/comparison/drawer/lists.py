"""Quotations by speaker and the names that each source gives one thing, as lists that lead to their words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter

from briefing_app.model.comparison import Place, Said
from briefing_app.ui.certainty import source_words
from briefing_app.ui.comparison.drawer.figure import Figure, Hit
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.painting import paint_badge
from briefing_app.ui.theme import Look, Type

_INDENT = 26.0


def quotations(look: Look, compared: Compared, _claim: int | None, width: float) -> Figure:
    """Who is quoted, in which words, by whom: speaker by speaker, then source by source."""
    figure = Figure(look, width, (_tr("speaker"), _tr("source"), _tr("words"), _tr("start"), _tr("end")))
    every = compared.comparison.quotations
    if not every:
        figure.write(_tr("Nobody is quoted."), token="muted")
        return figure
    figure.write(_tr("By speaker"), token="muted", gap=6)
    for speaker in sorted({said.quotation.speaker for said in every}, key=lambda name: (not name, name)):
        figure.write(speaker or _tr("speaker unknown"), kind=Type.UI_BOLD, gap=2)
        for said in every:
            if said.quotation.speaker == speaker:
                words, span = _quoted(compared, said), said.quotation.span
                _entry(figure, compared, Place(said.article, span), words)
                figure.rows.append((speaker, str(compared.comparison.letter_of(said.article)), words, str(span.start), str(span.end)))
        figure.height += 10
    figure.write(_tr("By source"), token="muted", gap=6)
    for article in compared.articles:
        mine = [said for said in every if said.article == article.id]
        if mine:
            figure.write(source_words(article.document.source), kind=Type.UI_BOLD, gap=2)
        for said in mine:
            who = said.quotation.speaker or _tr("speaker unknown")
            _entry(figure, compared, Place(said.article, said.quotation.span), f"{who}: {_quoted(compared, said)}")
    return figure


def _quoted(compared: Compared, said: Said) -> str:
    return f"“{' '.join(said.quotation.span.of(compared.article(said.article).text).split())}”"


def labels(look: Look, compared: Compared, _claim: int | None, width: float) -> Figure:
    """What each source calls one thing."""
    figure = Figure(look, width, (_tr("thing"), _tr("source"), _tr("name"), _tr("start"), _tr("end")))
    if compared.comparison.labels:
        figure.write(_tr("What the sources call one thing"), token="muted", gap=10)
    for label in compared.comparison.labels:
        figure.write(label.thing, kind=Type.UI_BOLD, gap=2)
        for place in label.names:
            words = " ".join(place.span.of(compared.article(place.article).text).split())
            _entry(figure, compared, place, words)
            letter = str(compared.comparison.letter_of(place.article))
            figure.rows.append((label.thing, letter, words, str(place.span.start), str(place.span.end)))
        figure.height += 10
    if not compared.comparison.labels:
        figure.write(_tr("Nothing was found that the sources call by different names."), token="muted")
    return figure


def _entry(figure: Figure, compared: Compared, place: Place, words: str) -> None:
    """A letter and words that lead to their place."""
    letter, top, look = compared.comparison.letter_of(place.article), figure.height, figure.look

    def badge(painter: QPainter) -> None:
        paint_badge(painter, look, letter, QPointF(0, top + 1))

    figure.draw(badge)
    rect = figure.write(words, _INDENT, gap=6)
    figure.hits.append(Hit(rect.adjusted(-_INDENT, -2, 0, 2), place, f"{letter}: {words}"))


def _tr(words: str) -> str:
    return QCoreApplication.translate("comparison", words)

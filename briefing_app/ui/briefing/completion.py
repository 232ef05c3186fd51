"""Completes citations as they are typed: ``[@`` offers the sources and marked passages, ``[@a12 "`` the sentences of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QStringListModel, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCompleter, QPlainTextEdit

from briefing_app import language
from briefing_app.briefing import Material
from briefing_app.briefing.references import citation_of
from briefing_app.briefing.wording import shortened
from briefing_app.model.ids import ArticleId, Noun, name_of

_OPEN = re.compile(r"\[@(?:a(?P<number>\d{1,9})\s+[“\"](?P<quote>[^\]\n]{0,400})|(?P<name>[^\]\[\n\"“”]{0,60}))$")
_LONGEST, _LEAST_WORDS, _MOST_SHOWN = 90, 3, 9


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the list: what it shows and what it puts into the text."""

    label: str
    citation: str


def source_offers(material: Material) -> tuple[Offer, ...]:
    """The event's articles by their letters, the marked passages, and the mark of an assessment."""
    badges = material.badges()
    offers = []
    for article in material.ordered():
        name = name_of(Noun.ARTICLE, article.id)
        source = article.document.source.value or _tr("source unknown")
        offers.append(
            Offer(f"{badges[article.id].letter}  {source} · {shortened(article.document.headline(), _LONGEST)} ({name})", f"[@{name}]")
        )
    for annotation in material.annotations:
        if annotation.anchor is not None and annotation.article in badges:
            name = name_of(Noun.ANNOTATION, annotation.id)
            letter = badges[annotation.article].letter
            offers.append(Offer(f"{letter}  “{shortened(annotation.anchor.quote, _LONGEST)}” ({name})", f"[@{name}]"))
    offers.append(Offer(_tr("assessment: nobody says so, I conclude it"), "[@assessment]"))
    return tuple(offers)


def sentence_offers(material: Material, number: ArticleId) -> tuple[Offer, ...]:
    """The sentences of an article."""
    article = material.article(number)
    if article is None:
        return ()
    pack = language.pack_for(article.document.language.value or "")
    offers = []
    for zone in article.document.told():
        for span in pack.sentences(article.text, zone.span):
            words = " ".join(span.of(article.text).split())
            if len(words.split()) >= _LEAST_WORDS or (words and not words.isascii()):
                offers.append(Offer(words, citation_of(number, words)))
    return tuple(dict.fromkeys(offers))


class CitationCompleter(QObject):
    """Offers citations in one field while one is being typed."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self._material: Material | None = None
        self._offers: dict[str, str] = {}
        self._list = QStringListModel(self)
        self._completer = QCompleter(self._list, self)
        self._completer.setWidget(field)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(_MOST_SHOWN)
        popup = self._completer.popup()
        assert popup is not None
        self._popup = popup
        self._popup.setAccessibleName(_tr("Sources to cite"))
        self._completer.activated.connect(self._take)
        field.textChanged.connect(self._offer)

    def show_material(self, material: Material | None) -> None:
        """What can be cited."""
        self._material = material

    @property
    def is_open(self) -> bool:
        """Whether the list is shown; Enter, Tab and Escape are then its own."""
        return self._popup.isVisible()

    def labels(self) -> list[str]:
        """What is offered now."""
        model = self._completer.completionModel()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())] if self.is_open else []

    def _offer(self) -> None:
        found = _OPEN.search(self._before()) if self._field.hasFocus() else None
        if found is None or self._material is None:
            self._popup.hide()
            return
        number = found["number"]
        offers = sentence_offers(self._material, ArticleId(int(number))) if number else source_offers(self._material)
        self._offers = {offer.label: offer.citation for offer in offers}
        if self._list.stringList() != list(self._offers):
            self._list.setStringList(list(self._offers))
        self._completer.setCompletionPrefix((found["quote"] if number else found["name"]) or "")
        self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))
        if self._completer.completionCount() == 0:
            self._popup.hide()
            return
        spot = self._field.cursorRect()
        spot.setWidth(self._field.width() - spot.left())
        self._completer.complete(spot)

    def _before(self) -> str:
        cursor = self._field.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()]

    def _take(self, label: str) -> None:
        """Put the chosen citation in the place of what was typed of it."""
        found = _OPEN.search(self._before())
        if found is None:
            return
        cursor = self._field.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(found[0]))
        cursor.insertText(self._offers[label])
        self._field.setTextCursor(cursor)


def _tr(words: str) -> str:
    return QCoreApplication.translate("briefing", words)
